using System.Text.Json;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A comparison as CSV, one line a figure, with the ids of the contract.</summary>
static class ComparisonCsv
{
    public static void Write(Comparison comparison, TextWriter output)
    {
        output.Write("agency,year,scope,indicator,applicant,value,state,raw,unit,edition,missing,outcome,issues,numerator,denominator,rank,ranked,change,corrected\n");
        foreach (var figure in comparison.Figures)
        {
            output.Write(Csv.Line(figure.Agency, figure.Year, Word(figure.Scope), figure.Indicator, figure.Applicant, figure.Value, Word(figure.State),
                figure.Raw, figure.Unit, figure.Edition, Word(figure.Missing), Word(figure.Outcome), figure.Issues,
                figure.Numerator, figure.Denominator, figure.Rank, figure.Ranked, figure.Change, figure.Corrected ? "true" : "false") + "\n");
        }
    }

    /// <summary>As in JSON.</summary>
    public static string? Word(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
