using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`compliance`: who owes a report on a year, who has published it, by when, and who has not.</summary>
static class ComplianceCommand
{
    const int RegionDigits = 4;

    static readonly Option<int> Year = CommonOptions.YearReportedOn();
    static readonly Option<string?> Agency = CommonOptions.Agency();
    static readonly Option<string?> Region = CommonOptions.Region();
    static readonly Option<string?> Level = CommonOptions.Level();
    static readonly Option<FileInfo?> Deadlines = CommonOptions.Deadlines();
    static readonly Option<bool> Open = new("--open") { Description = "只列未按时公布的。Only those that were not published in time" };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var command = new Command("compliance", "某年度应报告的机关：是否公布、何时公布、逾期、未公布、未能断定、无法访问、无法读取。Who owes a report on a year: published, late, missing, in doubt, unreachable, unreadable")
        {
            Data, Year, Agency, Region, Level, Deadlines, Open, Format,
        };
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed)));
        return command;
    }

    static int Run(ParseResult parsed)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var agency = parsed.GetValue(Agency);
        CommonOptions.RequireKnown(store, agency);
        CommonOptions.RequireRegion(store, parsed.GetValue(Region));
        var question = new ComplianceQuestion(parsed.GetRequiredValue(Year))
        {
            Agency = agency, Region = parsed.GetValue(Region), Level = parsed.GetValue(Level), Local = CommonOptions.Read(parsed.GetValue(Deadlines)),
        };
        var owed = Compliance.Of(store, question, TimeProvider.System.GetUtcNow());
        var coverage = Compliance.Count(owed, RegionDigits);
        IReadOnlyList<Obligation> shown = parsed.GetValue(Open) ? [.. owed.Where(o => o.State is not (PublicationState.OnTime or PublicationState.Ceased))] : owed;
        var output = parsed.InvocationConfiguration.Output;
        var format = parsed.GetRequiredValue(Format);
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(new { coverage, obligations = shown }, ReadingJson.Indented));
        else if (format == "csv") ComplianceOutput.Csv(shown, output);
        else ComplianceOutput.Text(shown, coverage, output);
        if (owed.Count == 0) parsed.InvocationConfiguration.Error.WriteLine("登记库中没有符合条件的应报告机关，见 agencies import。The registry knows nobody who owes such a report; see agencies import.");
        return ExitCode.Done;
    }
}
