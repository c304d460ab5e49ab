using System.Diagnostics;
using System.Text.Json;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Nights;

/// <summary>The verb `worker` in a process of its own.</summary>
public sealed class WorkerCommandTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("worker-");

    string Data => Path.Combine(work.FullName, "data");

    public void Dispose() => work.Delete(recursive: true);

    // Since long ago, so that a run is due at once.
    string[] Arguments(int port, string address)
    {
        using (var store = ReportStore.Open(Data)) RunLog.BeginSchedule(store, DateTimeOffset.UnixEpoch.AddYears(50));
        var sources = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(sources, $$"""[{"key":"a","agency":"b","address":"http://{{address}}"}]""");
        return ["worker", "--data", Data, "--sources", sources, "--contact", "a@b.example", "--connect", $"127.0.0.1:{port}"];
    }

    static async Task<JsonElement> Line(Process process, string message)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (JsonDocument.Parse(line).RootElement is var entry && entry.GetProperty("Message").GetString()!.Contains(message, StringComparison.Ordinal)) return entry;
        throw new InvalidOperationException($"No '{message}'; {await process.StandardError.ReadToEndAsync()}");
    }

    static async Task<int> Stop(Process process)
    {
        using (Process.Start("kill", ["-TERM", $"{process.Id}"])) await process.WaitForExitAsync();
        return process.ExitCode;
    }

    [Fact]
    public async Task Asked_to_stop_in_a_run_it_stops_in_good_order_and_another_worker_is_refused_until_then()
    {
        using var never = new RawServer(stream => stream.CopyToAsync(Stream.Null));
        var arguments = Arguments(never.Port, "a.example/");
        using var process = BuiltProgram.Start(arguments);
        await Line(process, "Source a b");
        var second = await BuiltProgram.Run(arguments);
        Assert.Equal(75, second.Code);
        Assert.Contains($"process {process.Id}", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Stop(process));
        Assert.Equal(["1"], DataFolder.Query(Data, "SELECT ended IS NOT NULL AND due IS NOT NULL AND counts LIKE '%stopped%' FROM run"));
    }

    [Fact]
    public async Task What_sites_write_is_escaped_in_one_line_of_the_log()
    {
        await using var sites = await MemorySites.Serve(("a.example/gknb/", "<li><a href='t1.html?&#x202E;' title='2023年政府信息公开年报'>2023年政府信息公开年报</a></li>"));
        using var process = BuiltProgram.Start(Arguments(sites.Port, "a.example/gknb/"));
        var refused = await Line(process, "Refused a");
        Assert.Equal("http://a.example/gknb/t1.html?%E2%80%AE", refused.GetProperty("State").GetProperty("Subject").GetString());
        var end = await Line(process, "ends");
        Assert.Contains("links=1", end.GetProperty("State").GetProperty("Counts").GetString(), StringComparison.Ordinal);
        await Line(process, "next run");
        Assert.Equal(0, await Stop(process));
    }

    [Fact]
    public async Task Without_a_contact_nobody_is_asked_for_anything() =>
        Assert.Equal(64, (await BuiltProgram.Run("worker", "--data", Data)).Code);
}
