using Microsoft.AspNetCore.Http;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Lists that give less than they have: nothing is concluded from what they leave out, and it is said.</summary>
public sealed partial class HarvestRunTests
{
    const string Interface = "<html><title>政府信息公开年报</title><script>load('/searchList/a1a078ee0bc54721?_isJson=true&_pageSize=2&page=');</script></html>";

    static string Items(int total, params int[] years) => $"{{\"data\":{{\"total\":{total},\"rows\":2,\"results\":[{string.Join(',', years.Select(Item))}]}}}}";

    static string Item(int year) => $"{{\"title\":\"东湖市财政局{year}年政府信息公开年报\",\"url\":\"/a/{year}.html\"}}";

    async Task<(HarvestResult Result, IReadOnlyList<string> Told)> ByInterface(Func<string, string> page)
    {
        nights.Advance(TimeSpan.FromDays(1));
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(
            context.Request.Path.Value!.EndsWith("knb/") ? Interface
            : context.Request.Path.Value.StartsWith("/a/") ? Article.Replace("2", context.Request.Path.Value[3..7])
            : page(context.Request.Query["page"].ToString())));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        var result = await new HarvestRun(store, fetcher, nights, told, Read).Run([Source], default);
        return (result, [.. told.All.Where(e => e.Step == HarvestStep.Unexpected).Select(e => e.Detail)]);
    }

    static string Whole(string page) => page switch { "1" => Items(3, 2023, 2022), "2" => Items(3, 2021), _ => Items(3) };

    [Theory]
    [InlineData("""{"code":500,"msg":"系统繁忙"}""", "the interface answered with an error: 系统繁忙")]
    [InlineData("""{"success":false,"message":"请稍后再试","data":[]}""", "the interface answered with an error: 请稍后再试")]
    [InlineData("""{"status":"-1"}""", "the interface answered with an error: {\"status\":\"-1\"}")]
    [InlineData("""{"data":null}""", "the interface answered with no list")]
    [InlineData("""{"data":{"total":3,"rows":2,"results":[]}}""", "2 items given of the 3 that the list says it has")]
    [InlineData("""{"data":{"total":3,"rows":2,"results":[{"title":"东湖市财政局2021年政府信息公开年报","address":"/a/2021.html"}]}}""", "needs a browser: 1 titles of reports lead to no address")]
    public async Task An_error_that_an_interface_answers_as_data_ends_no_list(string answer, string told)
    {
        var (first, nothing) = await ByInterface(Whole);
        Assert.Equal((3, 0), (first["links"], first["list_troubles"]));
        Assert.Empty(nothing);
        for (var night = 0; night < 3; night++)
        {
            var (result, said) = await ByInterface(page => page == "1" ? Items(3, 2023, 2022) : answer);
            Assert.Equal(2, result["links"]);
            Assert.Contains(told, said);
        }
        Assert.Empty(Events);
        Assert.Equal(["0"], Stored("SELECT count(*) FROM link WHERE unlisted_nights > 0"));
        Assert.Equal(["1", "0", "0", "0"], Stored("SELECT reached FROM source_check ORDER BY at"));
    }

    [Fact]
    public async Task A_list_that_has_one_article_twice_is_whole_and_one_that_gives_its_first_page_for_every_number_is_not()
    {
        Assert.Equal((3, 0), await ByInterface(page => page switch { "1" => Items(4, 2023, 2022), "2" => Items(4, 2022, 2021), _ => Items(4) }) is var (twice, _) ? (twice["links"], twice["list_troubles"]) : default);
        var (stuck, said) = await ByInterface(_ => Items(4, 2023, 2022));
        Assert.Equal(1, stuck["list_troubles"]);
        Assert.Equal(["2 items given of the 4 that the list says it has"], said.Where(detail => detail.Contains("items")));
    }

    [Fact]
    public async Task A_page_of_a_list_that_is_not_had_is_a_trouble_of_the_list()
    {
        await using var sites = await MemorySites.Serve((Column, "<script>var countPage = 2; var currentPage = 0;</script>" + List(("t1.html", "2023年"))), (Column + "t1.html", Article));
        var result = await Night(sites);
        Assert.Equal((1, 1), (result["links"], result["list_troubles"]));
        Assert.Equal(["0"], Stored("SELECT troubled_since IS NULL FROM source_standing"));
    }

    [Fact]
    public async Task A_list_that_is_another_whenever_it_is_asked_is_a_trouble_of_the_list()
    {
        var asked = 0;
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(
            "<script>var countPage = 2; var currentPage = 0;</script>" + List(("t1.html", "2023年"), ("t2.html", $"东湖市财政局{2010 + ++asked}年政府信息公开年报"))));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        Assert.Equal(1, (await new HarvestRun(store, fetcher, nights, new Silence(), Read).Run([Source], default))["list_troubles"]);
        Assert.Equal(["0"], Stored("SELECT reached FROM source_check"));
    }

    [Fact]
    public async Task A_list_of_more_links_than_are_kept_is_not_whole_and_says_so()
    {
        string Many(string page) => $"{{\"data\":{{\"total\":900000,\"rows\":30000,\"results\":[{string.Join(',', Enumerable.Range(0, 30_000).Select(n => $"{{\"title\":\"要闻\",\"url\":\"/{page}/{n}\"}}"))}]}}}}";
        var (result, said) = await ByInterface(Many);
        Assert.Equal((3, 1), (result["list_pages"], said.Count(detail => detail == "more than 50000 links")));
    }

    [Fact]
    public async Task A_list_of_more_pages_than_are_turned_is_not_whole_and_says_so()
    {
        const string script = "<script>createPageHTML(500, 0, 'index', 'html')</script>";
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(List(("t1.html", "2023年")) + script + $"<!--{context.Request.Path}-->"));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        var result = await new HarvestRun(store, fetcher, nights, told, Read).Run([Source], default);
        Assert.Equal(200, result["list_pages"]);
        Assert.Contains(told.All, e => e.Detail == "more than 200 list pages");
        Assert.Equal(1, result["list_troubles"]);
        Assert.Equal(["0"], Stored("SELECT reached FROM source_check"));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/gknb/", 1)]
    [InlineData("/", 1)]
    [InlineData("own", 0)]
    public async Task A_list_whose_further_pages_lead_back_is_not_whole_and_says_so(string to, int troubles)
    {
        await using var server = await Loopback.Serve(context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("t1.html")) return context.Response.WriteAsync(Article);
            if (path.Contains('_') && to.StartsWith('/')) context.Response.Redirect(to);
            return context.Response.WriteAsync(List(("t1.html", "2023年")) + "<script>createPageHTML(3, 0, 'index', 'html')</script>" + (to == "own" ? path : ""));
        });
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        var result = await new HarvestRun(store, fetcher, nights, told, Read).Run([Source], default);
        Assert.Equal(troubles, result["list_troubles"]);
        Assert.Equal(troubles, told.All.Count(e => e.Detail == "this page of the list gives one that was read before, or the home page"));
        Assert.Equal([$"{1 - troubles}"], Stored("SELECT reached FROM source_check"));
    }

    [Theory]
    [InlineData("1", "index.html")]
    [InlineData("下一页", "index.html")]
    [InlineData("1", "/gknb")]
    public async Task A_link_to_the_first_page_under_another_address_leads_back_to_nothing(string words, string to)
    {
        await using var server = await Loopback.Serve(context =>
        {
            var path = context.Request.Path.Value!;
            if (path == "/gknb") context.Response.Redirect("/gknb/");
            return context.Response.WriteAsync(path.EndsWith("2.html") ? List(("t2.html", "2022年")) + $"<a href='{to}'>{words}</a>" : List(("t1.html", "2023年")) + $"<div class='page'><a href='{to}'>{words}</a> <a href='index_2.html'>2</a></div>");
        });
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        var result = await new HarvestRun(store, fetcher, nights, told, Read).Run([Source], default);
        Assert.Equal(0, result["list_troubles"]);
        Assert.Equal(["1"], Stored("SELECT reached FROM source_check"));
    }

    // As http and https are, of which one sends on to the other.
    [Fact]
    public async Task A_further_page_that_is_linked_under_two_addresses_leads_back_to_nothing()
    {
        await using var server = await Loopback.Serve(context =>
        {
            if (context.Request.Query.ContainsKey("from")) context.Response.Redirect("/gknb/index_2.html");
            return context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("2.html") ? List(("t2.html", "2022年")) : List(("t1.html", "2023年")) + "<div class='page'><a href='index_2.html'>2</a> <a href='index_2.html?from=list'>下一页</a></div>");
        });
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var result = await new HarvestRun(store, fetcher, nights, new Silence(), Read).Run([Source], default);
        Assert.Equal((3, 0), (result["list_pages"], result["list_troubles"]));
        Assert.Equal(["1"], Stored("SELECT reached FROM source_check"));
    }

    [Fact]
    public async Task Articles_that_may_be_lists_have_an_end_and_it_is_told()
    {
        var list = List([.. Enumerable.Range(0, 2_010).Select(n => ($"/c/{n}.html", $"东湖市财政局{2000 + n % 20}年政府信息公开年报汇总"))]);
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(context.Request.Path.Value!.StartsWith("/c/") ? Article : list));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        await new HarvestRun(store, fetcher, nights, told, Read).Run([Source], default);
        Assert.Contains(told.All, e => e.Detail.StartsWith("more than 2000 articles", StringComparison.Ordinal));
    }
}
