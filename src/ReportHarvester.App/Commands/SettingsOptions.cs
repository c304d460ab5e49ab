using System.CommandLine;

namespace ReportHarvester.App.Commands;

/// <summary>The options of verbs that take their settings from a file, the environment and the command line.</summary>
static class SettingsOptions
{
    static readonly Option<FileInfo?> Config = new("--config") { Description = "配置文件（JSON）。Configuration file, JSON; `config check` lists what may stand in it", HelpName = "FILE" };
    static readonly Option<string?> Data = new("--data") { Description = "数据文件夹。Data folder with the originals and reports.db", HelpName = "DIR" };
    static readonly Option<string?> Sources = new("--sources") { Description = HarvestCommand.Sources.Description, HelpName = "FILE" };
    static readonly Option<string[]> Set = new("--set")
    {
        Description = "任一配置项。Any setting, like schedule:cron='30 1 * * *'; in the environment it is REPORTHARVESTER__schedule__cron",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    static readonly (Option<string?> Option, string Key)[] Direct =
        [(Data, "data"), (Sources, "sources"), (HarvestCommand.Contact, "contact"), (HarvestCommand.ConnectTo, "connect")];

    /// <param name="more">Options of this verb that set a key.</param>
    public static Command With(Command command, params (Option<string?> Option, string Key)[] more)
    {
        command.Add(Config);
        foreach (var (option, _) in Direct.Concat(more)) command.Add(option);
        command.Add(Set);
        return command;
    }

    public static Settings Of(ParseResult parsed, params (Option<string?> Option, string Key)[] more) => Load(parsed, more).Settings;

    public static (Settings Settings, IReadOnlyList<EffectiveSetting> Effective) Load(ParseResult parsed, params (Option<string?> Option, string Key)[] more)
    {
        var given = Direct.Concat(more).Select(direct => (direct.Key, Value: parsed.GetValue(direct.Option)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in parsed.GetRequiredValue(Set))
        {
            var equals = pair.IndexOf('=');
            if (equals <= 0) throw new UsageException($"--set {pair}：应为 KEY=VALUE。--set takes KEY=VALUE.");
            given[pair[..equals]] = pair[(equals + 1)..];
        }
        return SettingsFile.Load(parsed.GetValue(Config), given);
    }
}
