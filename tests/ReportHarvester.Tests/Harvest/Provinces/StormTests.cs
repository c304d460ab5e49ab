using System.Diagnostics;
using System.Globalization;
using ReportHarvester.App;
using ReportHarvester.Publisher.Sites.Province;
using ReportHarvester.Tests.Store;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>
/// A harvest of a province that is cut off again and again, by kill -9 or a full disk, at moments spread over all of its work, ends with what
/// an undisturbed harvest stores, and fetches nothing twice that it had committed. REPORTHARVESTER_STORM sets how many agencies the province
/// has, REPORTHARVESTER_KILLS and REPORTHARVESTER_FULL how often, REPORTHARVESTER_SEED which province and which moments.
/// </summary>
public sealed class StormTests(ITestOutputHelper output) : IDisposable
{
    // One host of every family.
    const int Agencies = 27, Years = 4, RowsTold = 20;

    static readonly int? asked = Number("REPORTHARVESTER_STORM");
    static readonly int seed = Number("REPORTHARVESTER_SEED") ?? 1;

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("storm-");

    public void Dispose() => work.Delete(recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_a_province_ends_with_the_same_store()
    {
        var kills = Number("REPORTHARVESTER_KILLS") ?? 6;
        await using var calm = await Program("calm");
        await BuiltProgram.Run(calm.Harvest);
        await using var stormy = await Program("stormy");
        var random = new Random(seed);
        var moments = Enumerable.Range(0, kills).Select(_ => random.Next(calm.Server.Given)).Order().ToList();

        var log = new StormLog(stormy, Path.Combine(work.FullName, "copy"));
        foreach (var moment in moments) await log.Life(() => Kill(stormy, moment, random.Next(50)));
        await log.Life(async () => Assert.Equal(ExitCode.DoneWithTrouble, (await BuiltProgram.Run(stormy.Harvest)).Code));

        await AreEqual(calm, stormy, log, $"{kills} kills");
    }

    [FullDiskFact]
    public async Task A_disk_that_fills_at_any_moment_ends_the_run_with_74_and_a_larger_one_lets_it_end_with_the_same_store()
    {
        var times = Number("REPORTHARVESTER_FULL") ?? 2;
        await using var calm = await Program("calm");
        await BuiltProgram.Run(calm.Harvest);
        await using var stormy = await Program("stormy");
        var random = new Random(seed);
        var size = new DirectoryInfo(calm.Data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        var sizes = Enumerable.Range(0, times).Select(_ => random.NextInt64(1 << 16, size)).Order().ToList();

        var log = new StormLog(stormy, Path.Combine(work.FullName, "copy"));
        if (SmallDisk.Possible)
        {
            using var disk = new SmallDisk(stormy.Data, sizes[0]);
            foreach (var bytes in sizes) await log.Life(() => Fill(disk, bytes, stormy));
            disk.Resize(size * 4);
            await Finish(calm, stormy, log, $"a full disk {times} times");
        }
        else
        {
            for (var time = 0; time < times; time++) await log.Life(() => FailToWrite(stormy, random.Next(1, 40)));
            await Finish(calm, stormy, log, $"failing writes {times} times");
        }
    }

    async Task Finish(ProvinceProgram calm, ProvinceProgram stormy, StormLog log, string what)
    {
        await log.Life(async () => Assert.Equal(ExitCode.DoneWithTrouble, (await BuiltProgram.Run(stormy.Harvest)).Code));
        await AreEqual(calm, stormy, log, what);
    }

    Task<ProvinceProgram> Program(string name) =>
        ProvinceProgram.Of(seed, asked ?? Agencies, asked is null ? Years : null, Path.Combine(work.FullName, name));

    static async Task Kill(ProvinceProgram program, int moment, int milliseconds)
    {
        using var process = BuiltProgram.Start(program.Harvest);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (program.Server.Given < moment && !process.HasExited) await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        Assert.False(process.HasExited, "It ended before it was killed.");
        process.Kill();
        await process.WaitForExitAsync();
        await said;
    }

    static async Task Fill(SmallDisk disk, long bytes, ProvinceProgram program)
    {
        disk.Resize(bytes);
        IsFull(await BuiltProgram.Run(program.Harvest));
    }

    // From the n-th write of a thread on, every one of that thread fails.
    static async Task FailToWrite(ProvinceProgram program, int write)
    {
        using var process = WritingProcess.Start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", $"inject=pwrite64:error=ENOSPC:when={write}+",
            .. BuiltProgram.Command(program.Harvest)]);
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        IsFull((process.ExitCode, await said, await error));
    }

    static void IsFull((int Code, string Output, string Error) run)
    {
        var last = run.Error.TrimEnd('\n').Split('\n')[^1];
        Assert.True(run.Code == ExitCode.InputOutput, $"{run.Code}: {last}");
        Assert.Matches("^reportharvester: .*(No space left on device|disk is full)", last);
    }

    async Task AreEqual(ProvinceProgram calm, ProvinceProgram stormy, StormLog log, string what)
    {
        var (expected, found) = (Harvested.In(calm.Data, calm.Province), Harvested.In(stormy.Data, stormy.Province));
        var (missing, surplus) = (expected.Rows.Except(found.Rows).ToList(), found.Rows.Except(expected.Rows).ToList());
        Tell($"{calm.Province.Agencies} agencies, {what}: {log}; {expected.Rows.Count} rows and originals to compare, "
            + $"{missing.Count} missing, {surplus.Count} surplus, {found.Orphans} originals without use");
        foreach (var row in missing.Take(RowsTold).Select(row => "missing: " + row).Concat(surplus.Take(RowsTold).Select(row => "surplus: " + row))) Tell(row);
        Assert.Equal(expected.Rows, found.Rows);
        // The page that a list gave before it changed may have been kept just before the end.
        Assert.InRange(found.Orphans, 0, stormy.Province.Sites.Count(s => s.Fault == Fault.ChangingList));
        Assert.Empty(log.FetchedAgain);
        var verified = await BuiltProgram.Run("verify", "--data", stormy.Data);
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
    }

    void Tell(string line)
    {
        output.WriteLine(line);
        if (asked is not null) Console.WriteLine(line);
    }

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
