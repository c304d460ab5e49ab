using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`status`: how the harvest stands, also while a run goes on.</summary>
static class StatusCommand
{
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var command = SettingsOptions.With(new Command("status", "运行状况：最近与下次运行、来源、主机、磁盘、告警；有告警时退出码为1。"
            + "How the harvest stands: runs, sources, hosts, disk, alerts; exit code 1 if there are alerts") { Format });
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed)));
        return command;
    }

    static int Run(ParseResult parsed)
    {
        var settings = SettingsOptions.Of(parsed);
        using var store = ReportStore.OpenReadOnly(settings.Data);
        var status = new Operations(settings, new Schedule(settings.Schedule, TimeProvider.System.GetUtcNow()), TimeProvider.System).Now(store);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetRequiredValue(Format) == "json") output.WriteLine(JsonSerializer.Serialize(status, ReadingJson.Indented));
        else StatusText.Write(status, output);
        return status.Alerts.Count > 0 ? ExitCode.DoneWithTrouble : ExitCode.Done;
    }
}
