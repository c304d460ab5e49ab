using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Configuration;

/// <summary>Settings, and `config check`, by which an operator sees what a verb would run with.</summary>
public sealed class SettingsTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("settings-");

    public void Dispose() => work.Delete(recursive: true);

    FileInfo File(string json)
    {
        var file = new FileInfo(Path.Combine(work.FullName, "config.json"));
        System.IO.File.WriteAllText(file.FullName, json);
        return file;
    }

    static string Wrong(FileInfo? file, params (string Key, string? Value)[] commandLine) =>
        Assert.Throws<SettingsException>(() => SettingsFile.Load(file, commandLine.ToDictionary(pair => pair.Key, pair => pair.Value))).Message;

    [Fact]
    public async Task Each_value_is_told_with_where_it_comes_from_the_later_place_wins_and_secrets_are_not_shown()
    {
        var file = File("""
            {"contact": "file@b.example", "data": "of-file", "schedule": {"cron": "1 1 * * *", "seasonCron": "2 2 * * *"},
             "alerts": {"webhook": "https://a.example/very-secret-1", "mail": {"password": "very-secret-2"}}}
            """).FullName;
        var (code, output, error) = await BuiltProgram.Run(
            ["REPORTHARVESTER__schedule__cron=3 3 * * *", "REPORTHARVESTER__DATA=of-environment", "REPORTHARVESTER_SEED=1", "REPORTHARVESTER__alerts__webhookAuthorization=very-secret-3"],
            "config", "check", "--config", file, "--data", "of-line", "--set", "schedule:seasons=01-01/01-02", "--format", "json");
        Assert.Equal((0, ""), (code, error));
        Assert.DoesNotContain("very-secret", output, StringComparison.Ordinal);
        var settings = JsonDocument.Parse(output).RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("key").GetString()!,
            s => (Value: s.GetProperty("value").GetString(), Origin: s.GetProperty("origin").GetString()!));
        Assert.Equal(("file@b.example", file), settings["contact"]);
        Assert.Equal(("3 3 * * *", "环境变量 environment REPORTHARVESTER__schedule__cron"), settings["schedule:cron"]);
        Assert.Equal(("2 2 * * *", file), settings["schedule:seasonCron"]);
        Assert.Equal(("of-line", "命令行 command line"), settings["data"]);
        Assert.Equal(("01-01/01-02", "命令行 command line"), settings["schedule:seasons"]);
        Assert.Equal(("Asia/Shanghai", "默认 default"), settings["schedule:timeZone"]);
        Assert.Equal(("（不显示 not shown）", file), settings["alerts:mail:password"]);
    }

    [Theory]
    [InlineData("""{"contakt": "a@b.example"}""", "contakt (")]
    [InlineData("""{"schedule": {"corn": "1 1 * * *"}}""", "schedule:corn (")]
    [InlineData("""{"schedule": "1 1 * * *"}""", "schedule (")]
    [InlineData("""{"schedule": {}, "data": {"a": 1}}""", "data:a (")]
    [InlineData("""{"diskFloorMiB": "much"}""", "diskFloorMiB")]
    [InlineData("""{"contact": "a", "contact": "b"}""", "contact")]
    [InlineData("""{"contact": """, "config.json")]
    public void What_is_wrong_is_named(string json, string named)
    {
        var message = Wrong(File(json));
        Assert.Contains(named, message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("""{"from": "08:00", "to": "18:00"}""", "b:")]
    [InlineData("""{"from": "8", "to": "18:00"}""", "(b)")]
    public async Task A_source_that_no_run_would_ever_come_to_is_named_with_78(string window, string named)
    {
        var sources = Path.Combine(work.FullName, "sources.json");
        await System.IO.File.WriteAllTextAsync(sources, $$"""
            [{"key": "a", "agency": "甲局", "address": "http://a.example/", "window": {"from": "22:00", "to": "06:00"} },
             {"key": "b", "agency": "乙局", "address": "http://b.example/", "window": {{window}} }]
            """);
        var (code, _, error) = await BuiltProgram.Run("config", "check", "--sources", sources);
        Assert.Equal(78, code);
        Assert.Contains(named, error.Replace("：", ":", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact=Data Team <d@x.example>", "contact")]
    [InlineData("web:listen=localhost", "web:listen")]
    [InlineData("web:port=70000", "web:port")]
    public async Task What_the_service_would_not_start_with_is_78(string setting, string named)
    {
        var (code, _, error) = await BuiltProgram.Run("config", "check", "--sources", File("[]").FullName, "--set", setting);
        Assert.Equal(78, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web:port=8081", "contact")]
    [InlineData("web:listen=0.0.0.0", "--beyond-loopback")]
    public async Task What_the_command_line_may_still_give_is_said(string setting, string said)
    {
        var (code, _, error) = await BuiltProgram.Run("config", "check", "--sources", File("[]").FullName, "--set", setting);
        Assert.Equal(0, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_exist_is_refused_on_the_command_line_and_so_is_a_file_that_is_not_there()
    {
        Assert.Contains("night (", Wrong(null, ("night", "1")), StringComparison.Ordinal);
        Assert.Contains("none.json", Wrong(new FileInfo(Path.Combine(work.FullName, "none.json"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_does_not_exist_is_refused_in_the_environment_with_78()
    {
        var (code, _, error) = await BuiltProgram.Run(["REPORTHARVESTER__NIGHT=1"], "worker");
        Assert.Equal(78, code);
        Assert.Contains("REPORTHARVESTER__NIGHT", error, StringComparison.Ordinal);
    }
}
