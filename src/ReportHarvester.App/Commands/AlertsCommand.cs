using System.CommandLine;

namespace ReportHarvester.App.Commands;

/// <summary>`alerts test`: shows that the channels work.</summary>
static class AlertsCommand
{
    public static Command Create()
    {
        var test = SettingsOptions.With(new Command("test", "向每个告警渠道发一条测试。Send a test by every channel; exit code 69 if one fails"));
        test.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Test(parsed, cancellationToken)));
        return new Command("alerts", "告警。Alerts by webhook and mail") { test };
    }

    static async Task<int> Test(ParseResult parsed, CancellationToken cancellationToken)
    {
        var channels = AlertChannels.Of(SettingsOptions.Of(parsed).Alerts);
        if (channels.Count == 0) throw new SettingsException("没有配置告警渠道。No channel is configured: set alerts:webhook or alerts:mail:host.");
        var code = ExitCode.Done;
        foreach (var channel in channels)
        {
            try
            {
                await channel.Tell(AlertMessage.Test(TimeProvider.System.GetUtcNow()), cancellationToken);
                parsed.InvocationConfiguration.Output.WriteLine($"{channel.Name}  已送达 told");
            }
            catch (AlertException trouble)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"reportharvester: {trouble.Message}");
                code = ExitCode.Unavailable;
            }
        }
        return code;
    }
}
