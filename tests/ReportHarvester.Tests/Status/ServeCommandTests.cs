using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Status;

/// <summary>The verb `serve`: pages and worker in a process of their own.</summary>
public sealed partial class ServeCommandTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("serve-");

    string Data => Path.Combine(work.FullName, "data");

    public void Dispose() => work.Delete(recursive: true);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    [InlineData("nowhere")]
    public void It_listens_on_no_other_address_unless_that_is_said(string address)
    {
        var settings = new WebSettings { Listen = address };
        Assert.Contains("web:listen", Assert.Throws<SettingsException>(() => ServeCommand.Where(settings, beyondLoopback: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_listens_on_this_machine_or_where_it_is_told()
    {
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 8080), ServeCommand.Where(new WebSettings(), beyondLoopback: false));
        Assert.Equal(new IPEndPoint(IPAddress.Any, 1), ServeCommand.Where(new WebSettings { Listen = "0.0.0.0", Port = 1 }, beyondLoopback: true));
        Assert.Equal(new IPEndPoint(IPAddress.Any, 1), ServeCommand.Where(new WebSettings { Listen = "0.0.0.0", Port = 1, BeyondLoopback = true }, beyondLoopback: false));
    }

    [Fact]
    public async Task It_harvests_and_shows_that_in_pages_health_and_metrics_until_it_is_asked_to_stop()
    {
        await using var sites = await MemorySites.Serve(("a.example/gknb/", "<title>政府信息公开年报</title><li><a href='t1.html'>2023年政府信息公开年报</a></li>"));
        var sources = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(sources, """[{"key":"a","agency":"<b>东湖</b>","address":"http://a.example/gknb/"},{"key":"b","agency":"乙","address":"http://b.example/"}]""");
        using (var store = ReportStore.Open(Data)) RunLog.BeginSchedule(store, DateTimeOffset.UnixEpoch.AddYears(50));
        using var process = BuiltProgram.Start("serve", "--data", Data, "--sources", sources, "--port", "0", "--contact", "a@b.example", "--connect", $"127.0.0.1:{sites.Port}",
            "--set", "diskFloorMiB=0");
        using var client = new HttpClient { BaseAddress = new Uri((await process.StandardError.ReadLineAsync())!.Split(' ')[0]) };
        // Until the run that was due is through.
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains(" ends ", StringComparison.Ordinal)) { }

        Assert.Equal("live\n", await client.GetStringAsync("/health/live"));
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable) await Task.Delay(50);
        var ready = JsonDocument.Parse(await client.GetStringAsync("/health/ready")).RootElement;
        Assert.True(ready.GetProperty("ready").GetBoolean());
        Assert.Equal(["worker", "disk", "data", "schedule", "pages"], ready.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()!));
        Metrics(await client.GetStringAsync("/metrics"));
        var page = await client.GetStringAsync("/operations");
        Assert.Contains("&lt;b&gt;东湖&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("栏目无法访问", page, StringComparison.Ordinal);
        var twin = JsonDocument.Parse(await client.GetStringAsync("/operations.json")).RootElement;
        Assert.Equal("done", twin.GetProperty("runs")[0].GetProperty("state").GetString());
        Assert.Equal(75, (await BuiltProgram.Run("worker", "--data", Data, "--contact", "a@b.example")).Code);

        using (Process.Start("kill", ["-TERM", $"{process.Id}"])) await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    static void Metrics(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var values = lines.Where(line => line[0] != '#').Select(line => Sample().Match(line)).ToList();
        Assert.All(values, sample => Assert.True(sample.Success && double.TryParse(sample.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), sample.Value));
        var named = values.ToDictionary(sample => sample.Groups["name"].Value + sample.Groups["labels"].Value, sample => sample.Groups["value"].Value);
        Assert.Equal("2", named["reportharvester_sources"]);
        Assert.Equal("1", named["reportharvester_last_run_count{what=\"links\"}"]);
        Assert.Equal("2", named["reportharvester_steps_total{step=\"source\"}"]);
        Assert.DoesNotContain(named.Keys, name => name.Contains("example", StringComparison.Ordinal) || name.Contains("东湖", StringComparison.Ordinal));
    }

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-z_]+="[^"\\\n]*"(,[a-z_]+="[^"\\\n]*")*\})? (?<value>\S+)$""")]
    private static partial Regex Sample();
}
