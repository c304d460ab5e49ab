using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Tests.Harvest;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

/// <summary>`import`, `harvest --offline` and `reparse`: everything that works without a site.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    static readonly string Sites = Path.Combine(Repository.Root, "fixtures", "sites");
    static readonly string Reports = Path.Combine(Repository.Root, "fixtures", "reports");

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("archive-");

    string Data => Path.Combine(work.FullName, "data");

    public void Dispose() => work.Delete(recursive: true);

    async Task Harvest()
    {
        await using var sites = await FixtureSites.Serve(Sites, default);
        await BuiltProgram.Run("harvest", "--sources", Path.Combine(Sites, "sources.json"), "--data", Data, "--contact", "a@b.example",
            "--connect", $"127.0.0.1:{sites.Port}", "--source", "donghu-finance", "donghu-transport");
    }

    [Fact, Trait("case", "C18")]
    public async Task A_run_from_the_archive_opens_no_connection_and_changes_nothing()
    {
        await Harvest();
        var before = DataFolder.Dump(Data);
        string[] offline = ["harvest", "--offline", "--sources", Path.Combine(Sites, "sources.json"), "--data", Data, "--source", "donghu-finance", "donghu-transport"];
        var run = await BuiltProgram.Run([.. offline, "--format", "json"]);
        Assert.Equal(0, run.Code);
        var counts = JsonDocument.Parse(run.Output).RootElement.GetProperty("counts");
        Assert.Equal((false, 1), (counts.TryGetProperty("fetched", out _), counts.GetProperty("not_kept").GetInt32()));
        Assert.Equal(before, DataFolder.Dump(Data));

        // All that was read comes from the archive again, and is the same.
        var readings = Rows(before);
        DataFolder.Execute(Data, """
            DELETE FROM year_check; DELETE FROM report_issue_figure; DELETE FROM report_issue; DELETE FROM report_event; DELETE FROM issue_figure; DELETE FROM issue;
            DELETE FROM evidence; DELETE FROM figure_row; DELETE FROM section; DELETE FROM statement; DELETE FROM reading; DELETE FROM report;
            """);
        await BuiltProgram.Run(offline);
        Assert.Equal(readings, Rows(DataFolder.Dump(Data)));

        static List<string> Rows(IReadOnlyList<string> dump) => [.. dump.Where(line => line.StartsWith("figure_row", StringComparison.Ordinal) || line.StartsWith("reading", StringComparison.Ordinal))];
    }

    [StraceTheory]
    [InlineData("donghu-finance")]
    public async Task Nothing_is_dialled_offline(string source)
    {
        await Harvest();
        var trace = Path.Combine(work.FullName, "trace");
        var command = $"strace -f -qq -e trace=connect -o {trace} dotnet {typeof(FixtureSites).Assembly.Location} harvest --offline "
            + $"--sources {Path.Combine(Sites, "sources.json")} --data {Data} --source {source}";
        using var process = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"{command} >/dev/null 2>&1"]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("AF_INET", await File.ReadAllTextAsync(trace));
    }

    [Fact]
    public async Task Reparse_shows_what_the_present_reader_sees_differently_and_keeps_both()
    {
        await Harvest();
        var same = await BuiltProgram.Run("reparse", "--data", Data, "--format", "json");
        Assert.Equal(0, same.Code);
        Assert.Empty(JsonDocument.Parse(same.Output).RootElement.GetProperty("changes").EnumerateArray());

        DataFolder.Execute(Data, """
            UPDATE reading SET reader = '0.0.1';
            UPDATE figure_row SET total = 999 WHERE indicator = 'requests.new' AND reading = (SELECT min(id) FROM reading WHERE is_current = 1 AND figures > 0);
            """);
        var documents = DataFolder.Query(Data, "SELECT count(*) FROM reading").Single();
        var changed = await BuiltProgram.Run("reparse", "--data", Data, "--format", "json");
        var change = Assert.Single(JsonDocument.Parse(changed.Output).RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(("999", "0.0.1", true), (change.GetProperty("figures")[0].GetProperty("before").GetString(), change.GetProperty("readerBefore").GetString(), change.GetProperty("stored").GetBoolean()));
        Assert.Equal($"{2 * int.Parse(documents)}", DataFolder.Query(Data, "SELECT count(*) FROM reading").Single());
        Assert.Equal(["0"], DataFolder.Query(Data, "SELECT count(*) FROM reading WHERE reader = '0.0.1' AND is_current = 1"));
        // What another reader sees is no change of the publisher's.
        Assert.Equal(["0"], DataFolder.Query(Data, "SELECT count(*) FROM report_event WHERE kind = 'changed'"));
    }

    string Folder(params (string Name, string From)[] files)
    {
        var folder = work.CreateSubdirectory("given");
        foreach (var (name, from) in files)
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Directory.EnumerateFiles(Path.Combine(Reports, from), "source.*").Single(), path);
        }
        return folder.FullName;
    }

    static string Fixture(string format) => Directory.EnumerateDirectories(Reports).Order(StringComparer.Ordinal)
        .Where(folder => File.Exists(Path.Combine(folder, "source." + format))).Select(folder => Path.GetFileName(folder)!).First();

    [Fact]
    public async Task A_folder_is_imported_each_name_as_one_report_and_the_second_time_nothing_is_new()
    {
        var (html, pdf) = (Fixture("html"), Fixture("pdf"));
        var folder = Folder(("甲 一.html", html), ("sub/乙.pdf", pdf), ("甲 一_files/style.css", html), ("readme.md", html));
        // Links are not followed: they lead out of the folder, or round in it.
        Directory.CreateSymbolicLink(Path.Combine(folder, "sub", "round"), folder);
        string[] command = ["import", folder, "--agency", "东湖市财政局", "--data", Data, "--format", "json"];
        var first = await BuiltProgram.Run(command);
        var counts = JsonDocument.Parse(first.Output).RootElement.GetProperty("counts");
        Assert.Equal(2, counts.GetProperty("imported").GetInt32());
        Assert.Equal(["1|2"], DataFolder.Query(Data, "SELECT min(imported), count(*) FROM reading"));
        Assert.Contains("readme.md", first.Error);
        Assert.Contains("No agency 东湖市财政局 is known", first.Error);
        var before = DataFolder.Dump(Data);
        var second = await BuiltProgram.Run(command);
        Assert.NotEqual(64, second.Code);
        Assert.DoesNotContain("No agency", second.Error);
        Assert.Equal(before, DataFolder.Dump(Data));
        Assert.Equal(0, (await BuiltProgram.Run("verify", "--data", Data)).Code);
        Assert.Equal(0, (await BuiltProgram.Run("reparse", "--data", Data)).Code);
    }

    [Fact]
    public async Task What_was_fetched_by_hand_stands_for_its_address()
    {
        var folder = Folder(("x.html", Fixture("html")));
        var sources = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(sources, """[{"key":"a","agency":"甲局","address":"http://a.example/gknb/"}]""");
        var file = Path.Combine(folder, "x.html");
        await BuiltProgram.Run("import", file, "--source", "a", "--sources", sources, "--url", "http://a.example/gknb/t1.html#top", "--data", Data);
        Assert.Equal(["http://a.example/gknb/t1.html|a|1"], DataFolder.Query(Data, "SELECT url, source, imported FROM reading"));
        // Harvested later, the same bytes are the same reading.
        await using var sites = await MemorySites.Serve(("a.example/gknb/", "<title>政府信息公开年报</title><li><a href='t1.html'>2023年</a></li>"));
        sites.Put("a.example/gknb/t1.html", await File.ReadAllBytesAsync(file));
        await BuiltProgram.Run("harvest", "--sources", sources, "--data", Data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{sites.Port}");
        Assert.Equal(["1"], DataFolder.Query(Data, "SELECT count(*) FROM reading"));
    }

    [Fact]
    public async Task Killed_anywhere_an_import_ends_with_the_same_store()
    {
        var names = Directory.EnumerateDirectories(Reports).Order(StringComparer.Ordinal).Where(f => File.Exists(Path.Combine(f, "source.html")))
            .Select(f => Path.GetFileName(f)!).Take(8).ToArray();
        var folder = Folder([.. names.Select(name => ($"{name}.html", name))]);
        string[] Command(string data) => ["import", folder, "--agency", "东湖市财政局", "--data", data];
        var undisturbed = Path.Combine(work.FullName, "undisturbed");
        await BuiltProgram.Run(Command(undisturbed));
        var random = new Random(3);
        for (var kill = 0; kill < 4; kill++)
        {
            using var process = BuiltProgram.Start(Command(Data));
            for (var step = random.Next(0, 7); step >= 0 && await process.StandardError.ReadLineAsync() is not null; step--) { }
            process.Kill();
            await process.WaitForExitAsync();
        }
        await BuiltProgram.Run(Command(Data));
        Assert.Equal(DataFolder.Dump(undisturbed), DataFolder.Dump(Data));
    }

    [Fact]
    public async Task A_folder_in_use_is_75_and_a_newer_one_78_for_all_that_write()
    {
        var csv = Path.Combine(work.FullName, "a.csv");
        File.WriteAllText(csv, "code,name\na,甲局\n");
        string[][] verbs = [["import", csv, "--agency", "甲局"], ["reparse"], ["agencies", "import", csv], ["harvest", "--offline", "--sources", Path.Combine(Sites, "sources.json")]];
        using (ReportHarvester.Store.ReportStore.Open(Data))
            foreach (var verb in verbs) Assert.Equal(75, (await BuiltProgram.Run([.. verb, "--data", Data])).Code);
        DataFolder.Execute(Data, "PRAGMA user_version = 99");
        foreach (var verb in verbs.Append(["agencies", "list"]).Append(["history"])) Assert.Equal(78, (await BuiltProgram.Run([.. verb, "--data", Data])).Code);
    }

    [Fact]
    public async Task Wrong_use_of_import_is_said()
    {
        var folder = Folder(("x.html", Fixture("html")), ("y.html", Fixture("html")));
        Assert.Equal(64, (await BuiltProgram.Run("import", folder, "--data", Data)).Code);
        Assert.Equal(64, (await BuiltProgram.Run("import", folder, "--agency", "甲局", "--source", "a", "--data", Data)).Code);
        Assert.Equal(64, (await BuiltProgram.Run("import", folder, "--agency", "甲局", "--url", "http://a/", "--data", Data)).Code);
        Assert.Equal(64, (await BuiltProgram.Run("import", folder, "--source", "no-such-source", "--data", Data)).Code);
        Assert.Equal(65, (await BuiltProgram.Run("import", "no-such-file", "--agency", "甲局", "--data", Data)).Code);
        Assert.False(Directory.Exists(Data));
        var empty = work.CreateSubdirectory("empty").FullName;
        Assert.Equal(65, (await BuiltProgram.Run("import", empty, "--agency", "甲局", "--data", Data)).Code);
    }
}
