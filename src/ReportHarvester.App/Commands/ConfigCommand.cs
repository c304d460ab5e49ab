using System.CommandLine;
using System.Net;
using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.App.Commands;

/// <summary>`config check`: what the program would run with, and where each value comes from.</summary>
static class ConfigCommand
{
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var check = SettingsOptions.With(new Command("check", "列出全部配置项的现值及出处，不显示密码。List every setting with its value and where it comes from, secrets unshown; exit code 78 if one is wrong") { Format });
        check.SetAction((parsed, _) => ExitOn.Trouble(() => Check(parsed)));
        return new Command("config", "配置。The configuration") { check };
    }

    static int Check(ParseResult parsed)
    {
        var (settings, effective) = SettingsOptions.Load(parsed);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetRequiredValue(Format) == "json") output.WriteLine(JsonSerializer.Serialize(effective, ReadingJson.Indented));
        else foreach (var setting in effective)
            output.WriteLine($"{setting.Key} = {setting.Value ?? "（未设 not set）"}    {setting.Origin}");
        var schedule = new Schedule(settings.Schedule, TimeProvider.System.GetUtcNow());
        foreach (var source in HarvestCommand.Chosen(new FileInfo(settings.Sources), []))
            if (source.Window is { } window && !schedule.BeginsWithin(window))
                throw new SettingsException($"来源 {source.Key}：计划的采集都不在 {window.From}–{window.To} 之内。No run of the schedule begins within the window of the source {source.Key}, {window.From} to {window.To} in Asia/Shanghai.");
        _ = AlertChannels.Of(settings.Alerts);
        if (!IPAddress.IsLoopback(ServeCommand.Where(settings.Web, beyondLoopback: true).Address) && !settings.Web.BeyondLoopback)
            parsed.InvocationConfiguration.Error.WriteLine($"web:listen {settings.Web.Listen}：serve 须加 --beyond-loopback。`serve` needs --beyond-loopback to listen there.");
        RequireReachable(settings);
        if (settings.Contact is null) parsed.InvocationConfiguration.Error.WriteLine("contact 未设：harvest、worker、serve（--pages-only 除外）需要。Not set: `harvest`, `worker` and `serve` without --pages-only need it.");
        return ExitCode.Done;
    }

    // What is wrong on the command line of others is wrong in the settings here.
    static void RequireReachable(Settings settings)
    {
        try
        {
            if (settings.Contact is { } contact) HarvestCommand.Fetching(contact, settings.Connect);
        }
        catch (UsageException wrong)
        {
            throw new SettingsException($"contact {settings.Contact}: {wrong.Message}");
        }
    }
}
