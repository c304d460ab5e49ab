using System.Text;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Kills the night in which reports changed, moved, vanished and got a twin: what is stored in the end is what an undisturbed night stores.</summary>
public sealed class KillNightTests : IDisposable
{
    const string Column = "czj.donghu.example/gknb/";

    static readonly byte[][] Reports = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "fixtures", "reports"), "source.html", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Take(6).Select(File.ReadAllBytes)];

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("kill-night-");

    string Sources => Path.Combine(work.FullName, "sources.json");

    public void Dispose() => work.Delete(recursive: true);

    static string List(params IEnumerable<string> pages) =>
        "<title>政府信息公开年报</title>" + string.Concat(pages.Select((page, i) => $"<li><a href='{page}.html'>{2018 + i}年</a></li>"));

    [Fact]
    public async Task Killed_anywhere_the_night_ends_with_the_same_store()
    {
        File.WriteAllText(Sources, """[{"key":"a","agencies":["东湖市人民政府","东湖市住房和城乡建设局","东湖市生态环境局","东湖市财政局"],"address":"http://czj.donghu.example/gknb/"}]""");
        await using var sites = await MemorySites.Serve((Column, List("0", "1", "2", "3", "4", "5")));
        for (var i = 0; i < Reports.Length; i++) sites.Put($"{Column}{i}.html", Reports[i]);
        var first = Path.Combine(work.FullName, "first");
        await BuiltProgram.Run(Arguments(first, sites));
        // The list did not hold the last one the night before either, nor was it found when it was asked.
        DataFolder.Execute(first, "UPDATE link SET unlisted_nights = 1, unlisted_at = '2020-01-01T12:00:00.000Z', gone_since = '2020-01-01T12:00:00.000Z' WHERE url LIKE '%/5.html'");

        sites[Column] = List("0", "1", "moved/2", "3", "4");
        sites.Remove($"{Column}5.html");
        sites.Put($"{Column}1.html", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Reports[1]).Replace(">0<", ">7<")));
        sites.Put($"{Column}0.html", [.. Reports[0], .. Encoding.UTF8.GetBytes("<!-- visits: 7 --><a href='twin.pdf'>全真版</a>")]);
        sites.Put($"{Column}twin.pdf", Directory.EnumerateFiles(Path.Combine(Repository.Root, "fixtures", "reports"), "source.pdf", SearchOption.AllDirectories).Order().Select(File.ReadAllBytes).First());
        sites.Put($"{Column}moved/2.html", Reports[2]);

        var undisturbed = Path.Combine(work.FullName, "undisturbed");
        Copy(first, undisturbed);
        var steps = (await BuiltProgram.Run(Arguments(undisturbed, sites))).Error.Count(c => c == '\n');
        var expected = DataFolder.Dump(undisturbed);
        Assert.Superset(new HashSet<string> { "changed", "moved", "vanished" }, DataFolder.Query(undisturbed, "SELECT kind FROM report_event").ToHashSet());

        var killed = Path.Combine(work.FullName, "killed");
        Copy(first, killed);
        var random = new Random(11);
        for (var kill = 0; kill < 6; kill++)
        {
            using var process = BuiltProgram.Start(Arguments(killed, sites));
            for (var step = random.Next(0, steps); step > 0 && await process.StandardError.ReadLineAsync() is not null; step--) { }
            process.Kill();
            await process.WaitForExitAsync();
        }
        await BuiltProgram.Run(Arguments(killed, sites));
        Assert.Equal(expected, DataFolder.Dump(killed));
        Assert.Equal(0, (await BuiltProgram.Run("verify", "--data", killed)).Code);
    }

    string[] Arguments(string data, MemorySites sites) =>
        ["harvest", "--sources", Sources, "--data", data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{sites.Port}"];

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
