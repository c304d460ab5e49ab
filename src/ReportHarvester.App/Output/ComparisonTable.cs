using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.App.Export;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A comparison as a table for programs and spreadsheets, one row a figure, with the ids of the contract; like the panel without words of documents.</summary>
static class ComparisonTable
{
    static readonly string[] Heads =
    [
        "agency", "code", "year", "scope", "indicator", "applicant", "value", "state", "raw", "unit", "edition", "missing", "outcome", "issues", "numerator", "denominator", "rank", "ranked", "change", "corrected", "aside", "form", "break", "notes",
    ];

    public static void Csv(Comparison comparison, TextWriter output)
    {
        output.Write(App.Csv.Line(Heads) + "\n");
        foreach (var row in Rows(comparison)) output.Write(App.Csv.Line(row) + "\n");
    }

    public static void Xlsx(Comparison comparison, Stream output)
    {
        using var book = new Workbook(output);
        book.Add("compare", Heads, Rows(comparison));
    }

    static IEnumerable<object?[]> Rows(Comparison comparison)
    {
        var breaks = comparison.Breaks.ToDictionary(b => (b.Agency, b.Figure, b.ToYear, b.OfRegion));
        return comparison.Figures.Select(figure => Row(figure, figure.Aside is Aside.OwnBeside ? null : breaks.GetValueOrDefault((figure.Agency, figure.Key, figure.Year, figure.IsOfRegion))));
    }

    static object?[] Row(ComparedFigure figure, EditionBreak? before) =>
    [
        figure.Agency, figure.Code, figure.Year, Word(figure.Scope), figure.Indicator, figure.Applicant, figure.Value, Word(figure.State), figure.Publishable.Raw, figure.Publishable.Unit, figure.Edition, Word(figure.Missing),
        Word(figure.Outcome), figure.Issues, figure.Numerator, figure.Denominator, figure.Rank, figure.Ranked, figure.Change, figure.Corrected ? "true" : "false",
        Word(figure.Aside), Word(figure.Form), before is null ? null : Word(before.OnlyIn is null ? before.Comparability ?? Comparability.Close : Comparability.Broken), ComparisonWords.Note(figure, before),
    ];

    /// <summary>As in JSON.</summary>
    public static string? Word(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
