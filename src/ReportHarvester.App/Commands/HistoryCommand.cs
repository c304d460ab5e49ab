using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`history`: what happened to reports since they were first seen, and what is wrong with them as a whole.</summary>
static class HistoryCommand
{
    static readonly Option<string?> Agency = new("--agency") { Description = "机关名称或代码，默认全部。Name or code of the agency; all if none", HelpName = "NAME" };
    static readonly Option<int?> Year = new("--year") { Description = "报告年度，默认全部。Year reported on; all if none", HelpName = "Y" };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var command = new Command("history", "报告的变动：首次发现、改动、移动、消失，以及各版本、各文件间的不一致。"
            + "What happened to reports: seen, changed, moved, vanished; and where their documents disagree") { Data, Agency, Year, Format };
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed)));
        return command;
    }

    static int Run(ParseResult parsed)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var (agency, output, format) = (parsed.GetValue(Agency), parsed.InvocationConfiguration.Output, parsed.GetRequiredValue(Format));
        if (agency is not null && AgencyList.Unknown(store, [agency]).Count > 0) throw new UsageException($"没有机关 {agency}。The store has no agency {agency}.");
        var lines = ReportHistory.Of(store, agency, parsed.GetValue(Year));
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(lines, ReadingJson.Indented));
        else if (format == "csv")
        {
            output.Write(Csv.Line("at", "agency", "year", "scope", "what", "url", "detail", "settled") + "\r\n");
            foreach (var line in lines)
                output.Write(Csv.Line($"{line.At:O}", line.Agency, line.Year, line.Scope, line.What, line.Url, line.Detail, line.Settled is { } end ? $"{end:O}" : null) + "\r\n");
        }
        else foreach (var line in lines)
            output.WriteLine($"{line.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}  {line.Agency} {line.Year}  {line.What}"
                + $"{(line.Settled is null ? "" : " (已消除 settled)")}  {line.Url}  {line.Detail}");
        return ExitCode.Done;
    }
}
