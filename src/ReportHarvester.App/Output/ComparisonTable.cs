using System.Text.Json;
using ReportHarvester.App.Export;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A comparison as a table for programs and spreadsheets, one row a figure, with the ids of the contract.</summary>
static class ComparisonTable
{
    static readonly string[] Heads =
    [
        "agency", "year", "scope", "indicator", "applicant", "value", "state", "raw", "unit", "edition", "missing", "outcome", "issues", "numerator", "denominator", "rank", "ranked", "change", "corrected",
    ];

    public static void Csv(Comparison comparison, TextWriter output)
    {
        output.Write(App.Csv.Line(Heads) + "\n");
        foreach (var figure in comparison.Figures) output.Write(App.Csv.Line(Row(figure)) + "\n");
    }

    public static void Xlsx(Comparison comparison, Stream output)
    {
        using var book = new Workbook(output);
        book.Add("compare", Heads, comparison.Figures.Select(Row));
    }

    static object?[] Row(ComparedFigure figure) =>
    [
        figure.Agency, figure.Year, Word(figure.Scope), figure.Indicator, figure.Applicant, figure.Value, Word(figure.State), figure.Raw, figure.Unit, figure.Edition, Word(figure.Missing),
        Word(figure.Outcome), figure.Issues, figure.Numerator, figure.Denominator, figure.Rank, figure.Ranked, figure.Change, figure.Corrected ? "true" : "false",
    ];

    /// <summary>As in JSON.</summary>
    public static string? Word(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
