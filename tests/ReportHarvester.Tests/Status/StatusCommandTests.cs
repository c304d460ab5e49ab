using System.Text.Json;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Status;

/// <summary>The verb `status` over a stored state.</summary>
public sealed class StatusCommandTests : IDisposable
{
    static readonly DateTimeOffset At = new(2026, 1, 20, 17, 30, 0, TimeSpan.Zero);

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("status-");

    public void Dispose() => work.Delete(recursive: true);

    string Data => Path.Combine(work.FullName, "data");

    string[] Arguments
    {
        get
        {
            var sources = Path.Combine(work.FullName, "sources.json");
            File.WriteAllText(sources, """
                [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "expect": {"min": 3, "max": 9}}, {"key": "b", "agency": "乙局", "address": "http://b.example/"}]
                """);
            return ["status", "--data", Data, "--sources", sources, "--format"];
        }
    }

    static long Run(ReportStore store, DateTimeOffset at, DateTimeOffset? due, string? failure, params (string What, int Count)[] counts)
    {
        var run = RunLog.Begin(store, at, due);
        RunLog.EndSource(store, run, "a", at.AddMinutes(1), counts.ToDictionary(count => count.What, count => count.Count));
        if (failure != "cut off") RunLog.End(store, run, at.AddHours(1), counts.ToDictionary(count => count.What, count => count.Count), failure);
        return run;
    }

    [Fact]
    public async Task It_tells_runs_sources_and_alerts_also_beside_a_run()
    {
        using (var store = ReportStore.Open(Data))
        {
            RunLog.BeginSchedule(store, At.AddDays(-1));
            Run(store, At.AddDays(-1), At.AddDays(-1), null, ("links", 5));
            Run(store, At.AddHours(-3), null, "disk\n full");
            Run(store, At.AddHours(-2), null, null, ("stopped", 1));
            Run(store, At.AddHours(-1), null, "cut off");
        }
        using var running = ReportStore.Open(Data);
        Run(running, At, At, "cut off", ("links", 2), ("sources_unexpected", 1), ("refused_asleep", 1));
        AlertBook.Enter(running, [new AlertCondition("asleep", "a.example", "asleep", "主机 a.example 暂停访问。")], At);

        var (code, output, error) = await BuiltProgram.Run([.. Arguments, "json"]);
        Assert.Equal((1, ""), (code, error));
        var status = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["running", "cutOff", "stopped", "failed", "done"], status.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("state").GetString()!));
        Assert.Equal("a.example", Assert.Single(status.GetProperty("hostsAsleep").EnumerateArray()).GetString());
        var source = Assert.Single(status.GetProperty("sourcesOff").EnumerateArray());
        Assert.Equal((2, true, true), (source.GetProperty("reports").GetInt32(), source.GetProperty("asleep").GetBoolean(), source.GetProperty("unexpected").GetBoolean()));
        Assert.Equal((2, 1), (status.GetProperty("sources").GetInt32(), status.GetProperty("notYetHarvested").GetInt32()));
        Assert.True(status.GetProperty("diskFreeBytes").GetInt64() > 0);

        var text = (await BuiltProgram.Run([.. Arguments, "text"])).Output;
        foreach (var word in (string[])["进行中 running", "中断 cut off", "失败 failed", "disk  full", "东湖市财政局", "主机 a.example 暂停"])
            Assert.Contains(word, text, StringComparison.Ordinal);
    }
}
