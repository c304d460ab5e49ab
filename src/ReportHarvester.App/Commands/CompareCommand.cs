using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`compare`: sets stored figures, series and metrics side by side over agencies and years, every gap with its reason.</summary>
static class CompareCommand
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var command = new Command("compare", "跨年度、跨机关比较已入库的数据。Compare stored figures across years and agencies") { Data, Format };
        foreach (var option in ComparisonOptions.All) command.Options.Add(option);
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed), parsed.InvocationConfiguration.Error));
        return command;
    }

    static int Run(ParseResult parsed)
    {
        var question = ComparisonOptions.Question(parsed);
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        foreach (var agency in question.Agencies.Append(question.PeersOf)) CommonOptions.RequireKnown(store, agency);
        foreach (var region in question.Regions) CommonOptions.RequireRegion(store, region);
        Write(Comparison.Ask(store, question), parsed, parsed.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    static void Write(Comparison comparison, ParseResult parsed, TextWriter output)
    {
        var format = parsed.GetRequiredValue(Format);
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(comparison, ReadingJson.Indented));
        else if (format == "csv") ComparisonTable.Csv(comparison, output);
        else new ComparisonText(comparison, output, ComparisonOptions.Look(parsed)).Write();
    }
}
