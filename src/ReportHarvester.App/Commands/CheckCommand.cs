using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`check`: the problems of what is stored, each with its table, its row, the sum and the rule.</summary>
static class CheckCommand
{
    static readonly Option<string?> Agency = CommonOptions.Agency();
    static readonly Option<int?> Year = CommonOptions.Year();
    static readonly Option<string?> Region = CommonOptions.Region();
    static readonly Option<string?> Table = CommonOptions.Word("--table", "只列该表的问题。Only those of this table", "2", "3", "4", "stat");
    static readonly Option<string?> Code = new("--rule") { Description = "只列该规则的问题，如 T3-ROW。Only those of this rule", HelpName = "CODE" };
    static readonly Option<string?> Severity = CommonOptions.Word("--severity", "最低程度，默认 warning。The least severity; warning if none", "info", "warning", "error");
    static readonly Option<string?> Fault = CommonOptions.Word("--fault", "只列归于发布方、读取或未定的问题。Only those of the publisher, of reading, or of nobody known", "publisher", "reading", "unknown");
    static readonly Option<bool> All = new("--all") { Description = "也列出已排除、已说明的问题。Also what a person dismissed or explained" };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var command = new Command("check", "已入库报告的问题清单：哪张表、哪一行、算式、依据。The problems of what is stored: which table, which row, the sum, the rule")
        {
            Data, Agency, Year, Region, Table, Code, Severity, Fault, All, Format,
        };
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed, parsed.InvocationConfiguration.Output)));
        return command;
    }

    static int Run(ParseResult parsed, TextWriter output)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var agency = parsed.GetValue(Agency);
        CommonOptions.RequireKnown(store, agency);
        CommonOptions.RequireRegion(store, parsed.GetValue(Region));
        var problems = Problems.Of(store, new ProblemQuestion
        {
            Agency = agency, Year = parsed.GetValue(Year), Region = parsed.GetValue(Region), Table = parsed.GetValue(Table), Code = parsed.GetValue(Code), Settled = parsed.GetValue(All),
            Severity = parsed.GetValue(Severity) is { } least ? Enum.Parse<Severity>(least, ignoreCase: true) : Reports.Severity.Warning,
            Fault = parsed.GetValue(Fault) is { } fault ? Enum.Parse<Fault>(fault, ignoreCase: true) : null,
        });
        // The codes of what reading raises stand in no list.
        if (parsed.GetValue(Code) is { } code && problems.Count == 0 && !Rules.Codes.Contains(code))
            parsed.InvocationConfiguration.Error.WriteLine($"没有名为 {code} 的检查规则，库中也没有这种问题。{code} is none of the checks ({string.Join(' ', Rules.Codes)}), and no problem that is listed bears it.");
        var format = parsed.GetRequiredValue(Format);
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(problems, ReadingJson.Indented));
        else if (format == "csv") ProblemOutput.Csv(problems, output);
        else ProblemOutput.Text(problems, output);
        return ExitCode.Done;
    }
}
