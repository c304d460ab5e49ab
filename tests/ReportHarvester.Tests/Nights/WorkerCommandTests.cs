using System.Diagnostics;
using System.Net.Sockets;
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
    string[] Arguments(int port, string address, string agency = "b")
    {
        using (var store = ReportStore.Open(Data)) RunLog.BeginSchedule(store, DateTimeOffset.UnixEpoch.AddYears(50));
        var sources = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(sources, $$"""[{"key":"a","agency":"{{agency}}","address":"http://{{address}}"}]""");
        return ["worker", "--data", Data, "--sources", sources, "--contact", "a@b.example", "--connect", $"127.0.0.1:{port}"];
    }

    static async Task<JsonElement> Line(Process process, string message) => JsonDocument.Parse(await RawLine(process, message)).RootElement;

    static async Task<string> RawLine(Process process, string message)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString()!.Contains(message, StringComparison.Ordinal)) return line;
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
    public async Task What_others_write_is_escaped_in_one_line_of_the_log_and_Chinese_is_readable()
    {
        const string Agency = "东湖\r\n\u001b[31m\u202e\u2028\u0085局";
        await using var sites = await MemorySites.Serve(("a.example/gknb/", "<li><a href='t1.html' title='2023年政府信息公开年报'>2023年政府信息公开年报</a></li>"));
        using var process = BuiltProgram.Start(Arguments(sites.Port, "a.example/gknb/", JsonEncodedText.Encode(Agency).Value));
        var line = await RawLine(process, "Source a");
        Assert.Equal(Agency, JsonDocument.Parse(line).RootElement.GetProperty("State").GetProperty("Subject").GetString());
        Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u202e' or '\u2028');
        Assert.Contains("东湖", line, StringComparison.Ordinal);
        var end = await Line(process, "ends");
        Assert.Contains("links=1", end.GetProperty("State").GetProperty("Counts").GetString(), StringComparison.Ordinal);
        await Line(process, "next run");
        Assert.Equal(0, await Stop(process));
    }

    [Fact]
    public async Task Systemd_is_told_when_it_is_ready_and_when_it_stops()
    {
        var arguments = Arguments(port: 9, "a.example/");
        var path = Path.Combine(work.FullName, "notify");
        using var notify = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        notify.Bind(new UnixDomainSocketEndPoint(path));
        // The program takes itself for a service where the process that started it is called so.
        var systemd = File.CreateSymbolicLink(Path.Combine(work.FullName, "systemd"), "/bin/sh").FullName;
        using var process = Tests.Store.WritingProcess.Start(
            [systemd, "-c", "NOTIFY_SOCKET=\"$0\" \"$@\" & c=$!; trap \"kill -TERM $c\" TERM; wait $c; wait $c", path, .. BuiltProgram.Command(arguments)]);
        Assert.Equal("READY=1", await Told(notify));
        await Line(process, "begins");
        Assert.Equal(0, await Stop(process));
        Assert.Equal("STOPPING=1", await Told(notify));
    }

    static async Task<string> Told(Socket notify)
    {
        var buffer = new byte[1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return System.Text.Encoding.UTF8.GetString(buffer, 0, await notify.ReceiveAsync(buffer, patience.Token));
    }

    [Fact]
    public async Task Without_a_contact_nobody_is_asked_for_anything() =>
        Assert.Equal(64, (await BuiltProgram.Run("worker", "--data", Data)).Code);
}
