using ReportHarvester.App;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Harvest;

/// <summary>
/// Kills the built program at random moments of a harvest, then lets it finish: what is stored is what an undisturbed run stores.
/// REPORTHARVESTER_KILLS sets the number of kills, REPORTHARVESTER_SEED repeats a failed series.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    static readonly string Sites = Path.Combine(Repository.Root, "fixtures", "sites");

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("kill-");

    public void Dispose() => work.Delete(recursive: true);

    [Fact]
    public async Task Killed_anywhere_it_ends_with_the_same_store()
    {
        var kills = Number("REPORTHARVESTER_KILLS") ?? 15;
        var seed = Number("REPORTHARVESTER_SEED") ?? Environment.TickCount;
        output.WriteLine($"{kills} kills, seed {seed}");
        var random = new Random(seed);
        await using var sites = await FixtureSites.Serve(Sites, default);
        var (expected, steps) = await Undisturbed(sites.Port);

        for (var (killed, series) = (0, 0); killed < kills; series++)
        {
            var folder = Path.Combine(work.FullName, $"series-{series}");
            for (var left = random.Next(1, 5); left > 0 && killed < kills; left--, killed++)
            {
                var at = await KillAt(random.Next(0, steps + 1), random.Next(0, 15), folder, sites.Port);
                output.WriteLine($"series {series}: killed after step {at} of {steps}");
                if (File.Exists(Path.Combine(folder, "reports.db"))) Assert.Equal("ok", DataFolder.Query(folder, "PRAGMA integrity_check").Single());
            }
            await BuiltProgram.Run(Arguments(folder, sites.Port));
            Assert.Equal(expected, DataFolder.Dump(folder));
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<(IReadOnlyList<string> Dump, int Steps)> Undisturbed(int port)
    {
        var folder = Path.Combine(work.FullName, "undisturbed");
        var run = await BuiltProgram.Run(Arguments(folder, port));
        Assert.Equal(ExitCode.DoneWithTrouble, run.Code);
        Assert.NotEqual("0", DataFolder.Query(folder, "SELECT count(*) FROM figure_row").Single());
        return (DataFolder.Dump(folder), run.Error.Count(c => c == '\n'));
    }

    // Every step of a run is a line on stderr; a few milliseconds on top fall between the lines.
    static async Task<int> KillAt(int step, int milliseconds, string folder, int port)
    {
        using var process = BuiltProgram.Start(Arguments(folder, port));
        var seen = 0;
        while (seen < step && await process.StandardError.ReadLineAsync() is not null) seen++;
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        process.Kill();
        await process.WaitForExitAsync();
        return seen;
    }

    static string[] Arguments(string folder, int port) =>
    [
        "harvest", "--sources", Path.Combine(Sites, "sources.json"), "--data", folder, "--contact", "test@example.org", "--connect", $"127.0.0.1:{port}",
        // Between them: pages of a list, a folder a year, an address that is gone, attached documents.
        "--source", "donghu-finance", "donghu-transport",
    ];

    static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
