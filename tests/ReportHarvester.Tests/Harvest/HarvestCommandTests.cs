using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest;

/// <summary>The verbs `harvest` and `demo` as their users meet them.</summary>
public sealed class HarvestCommandTests : IDisposable
{
    static readonly string Sites = Path.Combine(Repository.Root, "fixtures", "sites");

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("harvest-");

    string Data => Path.Combine(work.FullName, "data");

    public void Dispose() => work.Delete(recursive: true);

    string Sources(string json)
    {
        var file = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(file, json);
        return file;
    }

    [Theory]
    [InlineData]
    [InlineData("--contact", "nobody")]
    [InlineData("--contact", "a@b.example (x)")]
    [InlineData("--contact", "a@b.example", "--source", "no-such-source")]
    [InlineData("--contact", "a@b.example", "--connect", "nowhere")]
    [InlineData("--contact", "a@b.example", "--no-such-option")]
    public async Task Wrong_use_is_64_and_says_why(params string[] arguments)
    {
        var (code, output, error) = await BuiltProgram.Run(["harvest", "--data", Data, .. arguments]);
        Assert.Equal((64, ""), (code, arguments.Contains("--no-such-option") ? "" : output));
        Assert.NotEmpty(error);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Bad_sources_are_78_missing_ones_65_and_a_folder_in_use_75()
    {
        string[] usual = ["harvest", "--data", Data, "--contact", "a@b.example", "--sources"];
        var (code, _, error) = await BuiltProgram.Run([.. usual, Sources("""[{"key":"a","agency":"b","address":"ftp://a/"}]""")]);
        Assert.Equal(78, code);
        Assert.Contains("Source 1 (a)", error, StringComparison.Ordinal);
        Assert.Equal(65, (await BuiltProgram.Run([.. usual, "no-such-file.json"])).Code);
        using var held = ReportStore.Open(Data);
        Assert.Equal(75, (await BuiltProgram.Run([.. usual, Sources("[]")])).Code);
    }

    [Fact]
    public async Task Its_settings_may_stand_in_a_file_and_a_disk_with_too_little_free_is_74_before_anything_is_asked()
    {
        await using var sites = await FixtureSites.Serve(Sites, default);
        var config = Path.Combine(work.FullName, "config.json");
        await File.WriteAllTextAsync(config, JsonSerializer.Serialize(new
        {
            contact = "a@b.example", data = Data, sources = Path.Combine(Sites, "sources.json"), connect = $"127.0.0.1:{sites.Port}", diskFloorMiB = int.MaxValue,
        }));
        var (code, output, error) = await BuiltProgram.Run("harvest", "--config", config);
        Assert.Equal((ExitCode.InputOutput, ""), (code, output));
        Assert.Contains("diskFloorMiB 2147483647", error.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Empty(DataFolder.Query(Data, "SELECT url FROM visit"));
        Assert.Equal(ExitCode.DoneWithTrouble, (await BuiltProgram.Run("harvest", "--config", config, "--set", "diskFloorMiB=1")).Code);
        Assert.NotEmpty(DataFolder.Query(Data, "SELECT url FROM visit"));
    }

    [Fact]
    public async Task No_site_that_answers_is_69()
    {
        using var nobody = new RawServer("");
        var run = await BuiltProgram.Run("harvest", "--data", Data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{nobody.Port}",
            "--sources", Sources("""[{"key":"a","agency":"b","address":"http://a.example/"}]"""));
        Assert.Equal(69, run.Code);
    }

    [Fact]
    public async Task Finds_exactly_the_links_that_the_fixture_sites_must_give()
    {
        await using var sites = await FixtureSites.Serve(Sites, default);
        var run = await BuiltProgram.Run("harvest", "--sources", Path.Combine(Sites, "sources.json"), "--data", Data, "--contact", "https://example.org/",
            "--connect", $"127.0.0.1:{sites.Port}", "--format", "json");

        var expected = Directory.EnumerateFiles(Sites, "links.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
            .Select(link => $"{link.GetProperty("address")}|{link.GetProperty("title")}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, DataFolder.Query(Data, "SELECT url, title FROM link").Order(StringComparer.Ordinal));
        Assert.Equal(1, run.Code);
        Assert.Equal(expected.Count(), JsonDocument.Parse(run.Output).RootElement.GetProperty("counts").GetProperty("links").GetInt32());
    }

    [Fact]
    public async Task What_sites_write_stays_one_line_and_commands_no_terminal()
    {
        await using var sites = await MemorySites.Serve(("a.example/gknb/", "<li><a href='t1.html' title='2023年\u001b[31m政府信息公开&#10;年报&#x202E;'>x</a></li>"));
        var run = await BuiltProgram.Run("harvest", "--data", Data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{sites.Port}",
            "--sources", Sources("""[{"key":"a","agency":"b","address":"http://a.example/gknb/"}]"""));
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.DoesNotContain('\u202e', run.Output + run.Error);
        Assert.Equal(5, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task The_demo_compares_and_the_second_time_nothing_is_new()
    {
        var first = await BuiltProgram.Run("demo", "--data", Data);
        Assert.Equal(0, first.Code);
        Assert.Contains("东湖市财政局", first.Output, StringComparison.Ordinal);
        Assert.Contains("new reports", first.Error, StringComparison.Ordinal);
        var second = await BuiltProgram.Run("demo", "--data", Data);
        Assert.Equal((0, first.Output), (second.Code, second.Output));
        Assert.Contains("Nothing is new", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_stops_cleanly_and_the_next_run_goes_on()
    {
        using var never = new RawServer(stream => stream.CopyToAsync(Stream.Null));
        using var process = BuiltProgram.Start("harvest", "--data", Data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{never.Port}",
            "--sources", Sources("""[{"key":"a","agency":"b","address":"http://a.example/"}]"""));
        await process.StandardError.ReadLineAsync();
        using (System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"])) await process.WaitForExitAsync();
        Assert.Equal(75, process.ExitCode);
        Assert.Equal(["1"], DataFolder.Query(Data, "SELECT ended IS NOT NULL AND counts LIKE '%stopped%' FROM run"));
    }
}
