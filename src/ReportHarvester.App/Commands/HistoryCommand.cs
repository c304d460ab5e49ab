using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`history`: what happened to reports since they were first seen, and what is wrong with them as a whole.</summary>
static class HistoryCommand
{
    static readonly Option<string?> Agency = CommonOptions.Agency();
    static readonly Option<int?> Year = CommonOptions.Year();
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
        CommonOptions.RequireKnown(store, agency);
        var lines = ReportHistory.Of(store, agency, parsed.GetValue(Year));
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(lines, ReadingJson.Indented));
        else if (format == "csv")
        {
            output.Write(Csv.Line("at", "agency", "year", "scope", "what", "url", "detail", "settled") + "\r\n");
            foreach (var line in lines)
                output.Write(Csv.Line($"{line.At:O}", line.Agency, line.Year, line.Scope, line.What, line.Url, line.Detail, line.Settled is { } end ? $"{end:O}" : null) + "\r\n");
        }
        else foreach (var line in lines)
            output.WriteLine($"{BeijingTime.Minute(line.At)}  {line.Agency} {line.Year}  {line.What}"
                + $"{(line.Settled is null ? "" : " (已消除 settled)")}  {line.Url}  {line.Detail}");
        return ExitCode.Done;
    }
}
