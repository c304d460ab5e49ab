using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using SkiaSharp;

namespace ReportHarvester.Tests.App.Pages;

public sealed class PagesTests(ServedPages served) : IClassFixture<ServedPages>
{
    public static TheoryData<string> Pages => ["/", "/agencies", "/agencies/1", "/agencies/1/2021/own", "/agencies/2", "/agencies/2/2021/own", "/search", "/compare", "/problems", "/problems/R3.0", "/operations"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_heading_a_twin_and_no_script(string path)
    {
        var page = new HtmlParser().ParseDocument(await served.Page(path));

        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, [onerror], [onload], a[href^='javascript:'], img:not([src^='/'])"));
        using var twin = JsonDocument.Parse(await served.Page(page.QuerySelector("link[type='application/json']")!.GetAttribute("href")!));
        Assert.Equal(JsonValueKind.Object, twin.RootElement.ValueKind);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_speaks_english_when_asked_and_stays_in_it(string path)
    {
        var page = new HtmlParser().ParseDocument(await served.Page(path + "?lang=en"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("nav a, main a[href^='/agencies']"), link => Assert.Contains("lang=en", link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_report_shows_every_figure_as_printed_and_a_blank_as_blank()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/agencies/1/2021/own"));

        Assert.Equal("12", page.GetElementById("requests.new|total")!.TextContent.Trim());
        Assert.Equal("11", page.GetElementById("requests.closed|total")!.TextContent.Trim());
        Assert.Equal("（空）", page.GetElementById("requests.carried_out|total")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_figure_that_an_issue_names_is_marked_and_the_words_of_strangers_are_words()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/agencies/2/2021/own"));

        Assert.Contains("error", page.GetElementById("requests.new|total")!.ClassName);
        Assert.Contains(ServedPages.Hostile, page.QuerySelector(".issues")!.TextContent);
        Assert.Contains(ServedPages.Hostile, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Agencies_are_found_by_a_part_of_their_name()
    {
        var found = new HtmlParser().ParseDocument(await served.Page("/agencies?q=" + Uri.EscapeDataString("金融 工作")));

        var only = Assert.Single(found.QuerySelectorAll("tbody tr"));
        Assert.Equal("东莞市金融工作局", only.QuerySelector("a")!.TextContent);
        Assert.Contains("2021 2022", only.TextContent);
    }

    [Fact]
    public async Task A_comparison_has_its_numbers_in_a_table_a_file_and_a_picture()
    {
        var query = "?m=received&agency=" + Uri.EscapeDataString("东莞市金融工作局");
        var page = new HtmlParser().ParseDocument(await served.Page("/compare" + query));
        var row = page.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent);
        var picture = await served.Page(page.QuerySelector("img.chart")!.GetAttribute("src")!);

        Assert.Equal(["12 [1]", "12 [1]"], row);
        Assert.Equal(2, (await served.Page("/compare.csv" + query)).Split('\n').Count(line => line.Contains(",12,", StringComparison.Ordinal)));
        Assert.StartsWith("<?xml", picture);
        Assert.Contains("收到政府信息公开申请数", picture);
    }

    [Fact]
    public async Task A_comparison_names_whom_nobody_knows_instead_of_leaving_them_out()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/compare?m=received&agency=" + Uri.EscapeDataString($"东莞市金融工作局,{ServedPages.Hostile.Replace(",", "", StringComparison.Ordinal)}x")));

        Assert.EndsWith($"{ServedPages.Hostile}x", page.QuerySelector("p.error")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("tbody tr:not(.spread)"));
    }

    [Fact]
    public async Task A_comparison_is_a_workbook_with_the_rows_of_the_csv()
    {
        var query = "?m=received&agency=" + Uri.EscapeDataString("东莞市金融工作局");
        using var book = new ZipArchive(await served.Client.GetStreamAsync("/compare.xlsx" + query));
        await using var sheet = await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        var rows = XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "row").Select(row => string.Join(',', row.Elements().Select(cell => cell.Value)));

        Assert.Equal((await served.Page("/compare.csv" + query)).TrimEnd().Split('\n'), rows);
    }

    [Fact]
    public async Task A_comparison_is_a_picture_of_dots_too()
    {
        using var picture = SKBitmap.Decode(await served.Client.GetByteArrayAsync("/compare.png?m=received&agency=" + Uri.EscapeDataString("东莞市金融工作局")));

        Assert.True(picture.Width > 1000 && picture.Pixels.Distinct().Count() > 2);
    }

    [Theory]
    [InlineData("/problems?agency=nobody")]
    [InlineData("/compare?m=nothing")]
    [InlineData("/compare?region=x")]
    [InlineData("/problems?region=32%25")]
    [InlineData("/agencies?region=3_")]
    [InlineData("/compare?from=1&to=9999")]
    [InlineData("/problems?year=2021x")]
    [InlineData("/problems?severity=9")]
    [InlineData("/problems?fault=publisher")]
    [InlineData("/compare?level=x")]
    [InlineData("/agencies.json?level=County")]
    [InlineData("/compare.csv?scope=unknown")]
    [InlineData("/problems?table=5")]
    [InlineData("/problems?all=2")]
    [InlineData("/compare.svg?m=received&size=big")]
    [InlineData("/search?lang=fr")]
    [InlineData("/problems?year=0")]
    [InlineData("/search?q=公开&year=last")]
    [InlineData("/search?q=公开&page=51")]
    [InlineData("/compare.csv?m=received&agency=东莞市金融工作局,nobody")]
    [InlineData("/compare.xlsx?m=received&agency=nobody")]
    [InlineData("/compare.svg?m=received&agency=东莞市金融工作局,nobody")]
    public async Task A_question_about_what_there_is_not_is_refused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_picture_shows_the_names_of_strangers_as_words()
    {
        var picture = await served.Page("/compare.svg?m=received&chart=received&agency=" + Uri.EscapeDataString(ServedPages.Hostile) + "&agency=" + Uri.EscapeDataString("东莞市金融工作局"));

        Assert.Empty(new HtmlParser().ParseDocument(picture).QuerySelectorAll("script, img, [onerror]"));
    }

    [Fact]
    public async Task Problems_lead_to_the_figures_that_they_name()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/problems?rule=CELL-TEXT"));
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));

        Assert.Contains(ServedPages.Hostile, row.TextContent);
        Assert.Equal("/agencies/2/2021/own#requests.new|total", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(new HtmlParser().ParseDocument(await served.Page("/problems?rule=CELL-TEXT&fault=Publisher")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task In_english_a_problem_names_its_figures_and_shows_its_evidence_in_english()
    {
        var evidence = new HtmlParser().ParseDocument(await served.Page("/problems?rule=CELL-TEXT&lang=en")).QuerySelector("td.evidence")!;

        Assert.Equal($"The cell of requests.new|total holds words that are no number: “{ServedPages.Hostile}”.", evidence.QuerySelector("span")!.TextContent);
        Assert.False(evidence.QuerySelector("span")!.HasAttribute("lang"));
        var titles = new HtmlParser().ParseDocument(await served.Page("/agencies/2/2021/own?lang=en")).QuerySelectorAll("td[title]").Select(cell => cell.GetAttribute("title")!).Where(title => title.Contains('\n'));
        Assert.Contains(titles, title => title.StartsWith($"requests.new|total\nCELL-TEXT The cell of requests.new|total holds words that are no number: “{ServedPages.Hostile}”.", StringComparison.Ordinal));
        Assert.Equal("new requests received this year, total", evidence.QuerySelector("small")!.TextContent);
        Assert.False(new HtmlParser().ParseDocument(await served.Page("/problems?rule=CELL-TEXT")).QuerySelector("td.evidence span")!.TextContent.StartsWith("The cell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_shows_the_words_of_strangers_as_words()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/search?q=" + Uri.EscapeDataString("alert(2)")));

        Assert.Equal("alert(2)", page.QuerySelector("mark")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img"));
    }

    [Fact]
    public async Task Names_of_the_query_are_one_name_in_any_case()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/agencies?Q=x&Lang=en"));

        Assert.Equal("/agencies?Q=x", page.QuerySelector("a.language")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/agencies/9")]
    [InlineData("/agencies/1/1999/own")]
    [InlineData("/agencies/1/2021/x' OR 1=1 --")]
    [InlineData("/agencies/../../etc/passwd")]
    [InlineData("/originals/..%2f..%2freports.db")]
    [InlineData("/originals/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_question_that_makes_no_sense_is_told_so() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync("/?region=%27%3B--")).StatusCode);

    [Theory]
    [InlineData(null, "Confirmed", "somebody", "it is so", HttpStatusCode.Forbidden)]
    [InlineData("http://elsewhere.example", "Confirmed", "somebody", "it is so", HttpStatusCode.Forbidden)]
    [InlineData("", "Confirmed", " ", "it is so", HttpStatusCode.BadRequest)]
    [InlineData("", "Confirmed", "somebody", "", HttpStatusCode.BadRequest)]
    [InlineData("", "7", "somebody", "it is so", HttpStatusCode.BadRequest)]
    [InlineData("", "Confirmed", "somebody", "it is so", HttpStatusCode.NotFound)]
    public async Task A_decision_is_taken_from_a_form_of_these_pages_that_is_filled_in(string? origin, string decision, string by, string reason, HttpStatusCode answer)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = decision, ["by"] = by, ["reason"] = reason });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/problems/R99.0") { Content = form };
        if (origin is not null) request.Headers.Add("Origin", origin.Length > 0 ? origin : served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(answer, (await served.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_refused_with_a_reason()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = "Confirmed", ["by"] = "somebody", ["reason"] = new string('x', (1 << 20) + 1) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/problems/R99.0") { Content = form, Headers = { { "Origin", served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) } } };
        request.Headers.ExpectContinue = true;
        var answer = await served.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1 MiB", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused()
    {
        using var form = new StringContent(string.Concat(Enumerable.Range(0, 3000).Select(i => $"&k{i}=v")), System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/problems/R99.0") { Content = form, Headers = { { "Origin", served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) } } };

        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agencies.json")]
    [InlineData("/compare.png?m=received")]
    public async Task What_can_be_had_can_be_asked_after(string path)
    {
        var (head, get) = (await served.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path)), await served.Client.GetAsync(path));

        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, get.Headers.ETag!.Tag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag!.Tag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/compare.json?m=nothing", 400)]
    [InlineData("/agencies/9.json", 404)]
    [InlineData("/nowhere.json", 404)]
    public async Task Whoever_asks_for_data_is_refused_in_data(string path, int status)
    {
        var answer = await served.Client.GetAsync(path);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((status, status), ((int)answer.StatusCode, problem.RootElement.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_decides_for_nobody()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = "Confirmed", ["by"] = "somebody", ["reason"] = "it is so" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/problems/R99.0") { Content = form, Headers = { { "Origin", served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) }, { "X-Forwarded-For", "203.0.113.5" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await served.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Where_there_is_no_registry_the_home_page_says_that_what_is_missing_is_not_known()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/"));

        Assert.Contains("没有登记册", page.QuerySelector(".coverage ~ .legend, .wide ~ .legend")!.TextContent);
        Assert.Equal(["2", "1"], page.QuerySelectorAll(".coverage tbody td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task The_same_answer_again_costs_no_bytes()
    {
        var tag = (await served.Client.GetAsync("/agencies")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, "/agencies") { Headers = { IfNoneMatch = { new EntityTagHeaderValue(tag.Tag) } } };

        Assert.Equal(HttpStatusCode.NotModified, (await served.Client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Pages_forbid_scripts_and_anything_from_elsewhere()
    {
        var headers = (await served.Client.GetAsync("/")).Headers;

        Assert.StartsWith("default-src 'none'; style-src 'self'", Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task An_original_is_given_as_it_came_in_a_sandbox()
    {
        var answer = await served.Client.GetAsync("/originals/" + served.HostileOriginal);

        Assert.Contains(ServedPages.Hostile, await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("rebinding.example", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.1", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2:8080", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    public async Task Only_a_name_that_nobody_else_can_bear_is_ours(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };

        Assert.Equal(status, (await served.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task In_english_what_is_only_there_in_chinese_says_so()
    {
        var (report, search) = (new HtmlParser().ParseDocument(await served.Page("/agencies/2/2021/own?lang=en")), new HtmlParser().ParseDocument(await served.Page("/search?lang=en&q=" + Uri.EscapeDataString("alert(2)"))));

        Assert.All([.. report.QuerySelectorAll("main > p").Where(p => p.TextContent == ServedPages.Hostile), .. report.QuerySelectorAll("details"), .. search.QuerySelectorAll(".hits small, .hits p")], words => Assert.Equal("zh-CN", words.GetAttribute("lang")));
        Assert.NotEmpty(report.QuerySelectorAll("details[lang]"));
        Assert.Empty(new HtmlParser().ParseDocument(await served.Page("/agencies/2/2021/own")).QuerySelectorAll("main [lang]"));
    }

    [Fact]
    public async Task In_english_the_heads_and_labels_of_the_form_are_told_beside_it()
    {
        var (english, chinese) = (new HtmlParser().ParseDocument(await served.Page("/agencies/1/2021/own?lang=en")), new HtmlParser().ParseDocument(await served.Page("/agencies/1/2021/own")));

        Assert.Equal("new requests received this year", english.GetElementById("requests.new|total")!.ParentElement!.QuerySelector("th small[lang=en]")!.TextContent);
        Assert.Equal("total", english.QuerySelector("thead th small[lang=en]")!.TextContent);
        Assert.Empty(chinese.QuerySelectorAll("small[lang=en]"));
    }

    [Theory]
    [InlineData("/notices/2.docx?year=2021", "word/document.xml", "wordprocessingml")]
    [InlineData("/workbook.xlsx?year=2021", "xl/workbook.xml", "spreadsheetml")]
    public async Task A_hand_out_is_a_file_to_keep(string path, string part, string type)
    {
        var answer = (await served.Client.GetAsync(path)).EnsureSuccessStatusCode();

        Assert.Contains(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        using var package = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.NotNull(package.GetEntry(part));
    }

    [Theory]
    [InlineData("/notices/1.docx?year=2021", HttpStatusCode.BadRequest)]
    [InlineData("/notices/2.docx", HttpStatusCode.BadRequest)]
    [InlineData("/workbook.xlsx?year=9999999", HttpStatusCode.BadRequest)]
    [InlineData("/notices/99.docx?year=2021", HttpStatusCode.NotFound)]
    [InlineData("/workbook.xlsx?year=2021&region=x", HttpStatusCode.BadRequest)]
    public async Task There_is_no_hand_out_about_nothing(string path, HttpStatusCode status) => Assert.Equal(status, (await served.Client.GetAsync(path)).StatusCode);
}
