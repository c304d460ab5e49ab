using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.App;

/// <summary>`sources` as its users meet it.</summary>
public sealed class SourcesCommandTests : IDisposable
{
    const string Column = "<title>政府信息公开年报</title><li><a href='t1.html'>东湖市财政局2023年政府信息公开工作年度报告</a></li>"
        + "<li><a href='t2.html'>东湖市财政局2021年政府信息公开工作年度报告</a></li>";

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("sources-");

    string List => Path.Combine(work.FullName, "sources.json");

    public void Dispose() => work.Delete(recursive: true);

    string File(string name, string content)
    {
        var path = Path.Combine(work.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    Task<(int Code, string Output, string Error)> Run(MemorySites? sites, params string[] arguments) => BuiltProgram.Run(
        ["sources", .. arguments, "--sources", List, .. sites is null ? Array.Empty<string>() : ["--contact", "a@b.example", "--connect", $"127.0.0.1:{sites.Port}"]]);

    [Fact]
    public async Task Add_proposes_what_the_page_shows_and_writes_it_when_told()
    {
        File("sources.json", "[\n  // ours\n  {\"key\": \"x\", \"agency\": \"甲局\", \"address\": \"http://x.gov.cn/\"}\n]\n");
        await using var sites = await MemorySites.Serve(("czj.donghu.gov.cn/gknb/", Column));
        var shown = await Run(sites, "add", "http://czj.donghu.gov.cn/gknb/");
        Assert.Equal(0, shown.Code);
        var entry = JsonDocument.Parse(shown.Output).RootElement[0];
        Assert.Equal(("donghu-czj", "东湖市财政局", 2), (entry.GetProperty("key").GetString(), entry.GetProperty("agency").GetString(), entry.GetProperty("expect").GetProperty("min").GetInt32()));
        Assert.DoesNotContain("donghu", System.IO.File.ReadAllText(List));

        Assert.Equal(0, (await Run(sites, "add", "http://czj.donghu.gov.cn/gknb/", "--write")).Code);
        Assert.Contains("// ours", System.IO.File.ReadAllText(List));
        var listed = await Run(null, "list", "--format", "json");
        Assert.Equal(["x", "donghu-czj"], JsonDocument.Parse(listed.Output).RootElement.EnumerateArray().Select(s => s.GetProperty("key").GetString()));
        Assert.Equal(64, (await Run(sites, "add", "http://czj.donghu.gov.cn/gknb/", "--write")).Code);
    }

    [Fact]
    public async Task Add_says_where_there_is_nothing_and_where_nobody_answers()
    {
        await using var sites = await MemorySites.Serve(("a.gov.cn/", "<p>欢迎</p>" + new string('字', 500)));
        Assert.Equal(1, (await Run(sites, "add", "http://a.gov.cn/")).Code);
        Assert.Equal(69, (await Run(sites, "add", "http://b.gov.cn/")).Code);
        Assert.Equal(64, (await Run(null, "add", "http://b.gov.cn/")).Code);
        Assert.False(System.IO.File.Exists(List));
    }

    [Fact]
    public async Task Check_says_what_each_source_yields_and_what_is_off()
    {
        await using var sites = await MemorySites.Serve(("czj.donghu.gov.cn/gknb/", Column), ("sjj.donghu.gov.cn/gknb/", Column));
        File("sources.json", """
            [{"key":"gap","agency":"甲局","address":"http://czj.donghu.gov.cn/gknb/"},
             {"key":"few","agency":"乙局","address":"http://sjj.donghu.gov.cn/gknb/","expect":{"min":5,"max":9},"years":{"from":2021,"to":2021}},
             {"key":"gone","agency":"丙局","address":"http://gone.donghu.gov.cn/"}]
            """);
        var run = await Run(sites, "check", "--format", "json");
        Assert.Equal(1, run.Code);
        var answers = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToDictionary(a => a.GetProperty("key").GetString()!);
        Assert.Equal("[2022]", answers["gap"].GetProperty("missing").GetRawText().Replace(" ", "").Replace("\n", ""));
        Assert.Equal((true, 2), (answers["few"].GetProperty("unexpected").GetBoolean(), answers["few"].GetProperty("reports").GetInt32()));
        Assert.False(answers["gone"].GetProperty("reached").GetBoolean());
        Assert.Contains("2023", answers["gap"].GetProperty("newest").GetProperty("title").GetString());
        Assert.Equal(69, (await Run(sites, "check", "--source", "gone")).Code);
    }

    [Fact]
    public async Task Check_waits_for_no_host_to_ask_another_and_tells_of_each_its_own_trouble()
    {
        var other = new TaskCompletionSource();
        await using var server = await Loopback.Serve(async context =>
        {
            if (context.Request.Host.Host.StartsWith('b')) other.TrySetResult();
            else await other.Task.WaitAsync(TimeSpan.FromSeconds(60));
            context.Response.StatusCode = context.Request.Host.Host.StartsWith('b') ? 404 : 200;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, Column);
        });
        File("sources.json", """[{"key":"a","agency":"甲局","address":"http://a.gov.cn/gknb/"},{"key":"b","agency":"乙局","address":"http://b.gov.cn/gknb/"}]""");
        var (_, output, _) = await BuiltProgram.Run("sources", "check", "--sources", List, "--contact", "a@b.example", "--connect", $"127.0.0.1:{server.Port}", "--format", "json");
        var sights = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["a", "b"], sights.Select(sight => sight.GetProperty("key").GetString()));
        Assert.Equal([0, 1], sights.Select(sight => sight.GetProperty("troubles").GetArrayLength()));
    }

    [Fact]
    public void What_is_proposed_allows_each_agency_a_report_a_year()
    {
        string[] units = ["甲局", "乙局", "丙局"];
        var column = units.SelectMany(unit => new[] { 2022, 2023 }.Select(year => Link(unit, year))).ToList();
        Assert.Equal(new Expectation(6, 36), Proposed([.. column]).Expect);
        Assert.Equal(units.Order(StringComparer.Ordinal), Proposed([.. column]).Agencies.Order(StringComparer.Ordinal));
        Assert.Equal(new Expectation(1, 11), Proposed(Link("甲局", 2023)).Expect);
    }

    [Fact]
    public void What_is_proposed_has_the_name_of_the_newest_reports()
    {
        var before = new[] { 2017, 2018, 2019 }.Select(year => Link("东湖市地方金融监督管理局", year));
        Assert.Equal("东湖市财政金融局", Proposed([Link("东湖市财政金融局", 2024), .. before]).Agency);
        // A short form is the same name.
        Assert.Equal("东湖市地方金融监督管理局", Proposed([Link("地方金融监督管理局", 2024), .. before]).Agency);
        Assert.Equal("东湖市审计局", SourceProposal.Of(Sight(Link(null, 2024)), "东湖市审计局", new(2026, 2, 1)).Agency);
    }

    static ReportLink Link(string? agency, int year) => new(new($"http://a.gov.cn/{agency}{year}.html"), $"{agency}{year}年年报", year, null, agency);

    static SourceSight Sight(params ReportLink[] links) => new(new Source { Key = "a", Agency = "", Address = new("http://a.gov.cn/") }, links, []);

    static Source Proposed(params ReportLink[] links) => SourceProposal.Of(Sight(links), null, new(2026, 2, 1));

    [Fact]
    public void A_department_owes_last_years_report_from_February_on()
    {
        var (department, region) = (Sight(Link("甲局", 2024)), Sight(Link("甲县", 2024)));
        SourceSight Since2024(SourceSight sight, SourceScope scope) => sight with { Source = sight.Source with { Scope = scope, Years = new ExpectedYears(2024) } };
        Assert.True(SourceOutput.IsOff(Since2024(department, SourceScope.Own), new(2026, 2, 10)));
        Assert.False(SourceOutput.IsOff(Since2024(department, SourceScope.Own), new(2026, 1, 30)));
        Assert.False(SourceOutput.IsOff(Since2024(region, SourceScope.Aggregate), new(2026, 2, 10)));
        Assert.True(SourceOutput.IsOff(Since2024(region, SourceScope.Aggregate), new(2026, 4, 2)));
    }

    [Fact]
    public async Task Check_is_content_where_all_is_there()
    {
        await using var sites = await MemorySites.Serve(("czj.donghu.gov.cn/gknb/", Column.Replace("2021", "2022")));
        File("sources.json", """[{"key":"a","agency":"甲局","address":"http://czj.donghu.gov.cn/gknb/","expect":{"min":1,"max":9},"years":{"from":2022,"to":2023}}]""");
        Assert.Equal(0, (await Run(sites, "check")).Code);
    }

    [Fact]
    public async Task Nobody_is_asked_while_a_run_holds_the_data_folder()
    {
        await using var sites = await MemorySites.Serve(("czj.donghu.gov.cn/gknb/", Column));
        File("sources.json", """[{"key":"a","agency":"甲局","address":"http://czj.donghu.gov.cn/gknb/"}]""");
        var data = Path.Combine(work.FullName, "data");
        using (ReportHarvester.Store.ReportStore.Open(data))
            foreach (var arguments in new string[][] { ["check"], ["add", "http://czj.donghu.gov.cn/new/"] })
            {
                var (code, _, error) = await Run(sites, [.. arguments, "--data", data]);
                Assert.Equal(75, code);
                Assert.Contains("is held by another running instance", Assert.Single(error.TrimEnd('\n').Split('\n')));
            }
        Assert.Empty(sites.Answered);
        Assert.Equal(1, (await Run(sites, "check", "--data", data)).Code);
    }

    [Fact]
    public async Task Import_takes_all_or_nothing_and_names_every_wrong_line()
    {
        var good = "标识,机关,栏目网址,口径,起始年度,最少,最多\nx,甲局,http://x.gov.cn/nb/,本机关,2019,1,9\ny,乙局；丙局,http://y.gov.cn/nb/,,,,\n";
        var run = await Run(null, "import", File("good.csv", good));
        Assert.Equal(0, run.Code);
        Assert.Contains("\"agencies\"", System.IO.File.ReadAllText(List));
        var before = System.IO.File.ReadAllText(List);

        var bad = await Run(null, "import", File("bad.csv", "key,agency,address,min\nz,甲局,http://z.gov.cn/,\nx,甲局,http://q.gov.cn/,\nq,,http://x.gov.cn/nb/,1\nr,甲局,ftp://r/,\n"));
        Assert.Equal(78, bad.Code);
        foreach (var line in new[] { "bad.csv:3", "bad.csv:4", "bad.csv:5" }) Assert.Contains(line, bad.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bad.csv:2", bad.Error, StringComparison.Ordinal);
        var twice = await Run(null, "import", File("twice.csv", "key,agency,address\nz1,甲局,http://z.gov.cn/\nz2,乙局,http://z.gov.cn/\n"));
        Assert.Equal(78, twice.Code);
        Assert.Contains("twice.csv:3", twice.Error, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(List));
        Assert.Equal(65, (await Run(null, "import", "no-such-file.csv")).Code);
    }
}
