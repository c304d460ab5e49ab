using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>One figure that two documents print differently.</summary>
sealed record Difference(FigureKey Key, Figure One, Figure Other)
{
    internal static readonly JsonSerializerOptions Sparse = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The figures that both have and that differ. A place that one lacks is a matter of its reading; blank and mark both say nothing.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<Figure> one, IEnumerable<Figure> other)
    {
        var others = other.ToDictionary(figure => figure.Key);
        return [.. from figure in one
                   where others.TryGetValue(figure.Key, out var its) && Differ(figure, its)
                   select new Difference(figure.Key, figure, others[figure.Key])];
    }

    /// <summary>Values first, by which a fact is recognised again; then the places, which another reader may see elsewhere.</summary>
    public static string Evidence(IReadOnlyList<Difference> differences, string one, string other) => JsonSerializer.Serialize(new
    {
        figures = differences.Select(d => new { d.Key.Indicator, d.Key.Applicant, values = new[] { Value(d.One, one), Value(d.Other, other) } }),
        places = differences.Select(d => new { d.Key.Indicator, d.Key.Applicant, places = new[] { d.One.Origin, d.Other.Origin } }),
    }, Sparse);

    // More are not written out.
    const int MostWritten = 5;

    /// <summary>The first few, and where they stand.</summary>
    public static string Words(IReadOnlyList<Difference> differences, string one, string other)
    {
        var first = differences.Take(MostWritten).Select(d => EvidenceWords.Write("difference", Name(d.Key), Printed(d.One), Printed(d.Other)));
        return differences.Count > MostWritten ? EvidenceWords.Write("first differences", first, differences.Count, one, other) : EvidenceWords.Write("differences", first, one, other);
    }

    static string Name(FigureKey key)
    {
        var label = Codebook.Find(key.Indicator)?.Label ?? key.Indicator;
        return Codebook.Applicants.FirstOrDefault(a => a.Id == key.Applicant) is { } applicant ? EvidenceWords.Write("cell", label, applicant.Label) : label;
    }

    static string Printed(Figure figure) => figure.Raw.Length > 0 ? figure.Raw : "空白 blank";

    static object Value(Figure figure, string url) => new { url, figure.Value, figure.Raw, state = Word.Of(figure.State), figure.Unit };

    static bool Differ(Figure one, Figure other) =>
        (SaysSomething(one) || SaysSomething(other))
        && (one.State != other.State || one.Value != other.Value || (one.State == CellState.Text && one.Raw != other.Raw)
            || (one.Unit is not null && other.Unit is not null && one.Unit != other.Unit));

    static bool SaysSomething(Figure figure) => figure.State is CellState.Number or CellState.Text;
}
