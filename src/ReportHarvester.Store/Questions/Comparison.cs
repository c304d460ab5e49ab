using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Measures of agencies over years side by side, every gap with its reason, what breaks between years and between agencies, and how the values spread.
/// </summary>
public sealed record Comparison(IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<EditionBreak> Breaks, IReadOnlyList<MixedForms> Mixed, IReadOnlyList<Distribution> Distributions)
{
    /// <summary>The agencies that have a line in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Agencies => Figures.Select(figure => figure.Agency).Distinct();

    /// <exception cref="KeyNotFoundException">An agency whose peers are asked for is not known.</exception>
    public static Comparison Ask(ReportStore store, ComparisonQuestion question) => store.Read(connection =>
    {
        var places = ReportPlace.Of(connection, question);
        var reports = Load(connection, question, places);
        var evaluation = new Evaluation(question);
        var found = Beside.In(question.Figures.SelectMany(measure => places.Select((place, i) => Figure(place, measure, evaluation.Of(measure, reports[i]), reports[i]))));
        var (told, mixed) = MixedForms.In(found);
        var breaks = EditionBreak.In(told).ToList();
        var figures = YearOnYear.In(Ranking.In(told), breaks);
        return new Comparison(figures, breaks, mixed, Distribution.Of(figures));
    });

    /// <summary>What the question needs of each of these reports.</summary>
    internal static List<ReportFigures> Load(SqliteConnection connection, ComparisonQuestion question, IReadOnlyList<ReportPlace> places)
    {
        var needed = question.Figures.SelectMany(Evaluation.FiguresOf).Distinct().ToList();
        var printed = question.Figures.Any(key => Codebook.Find(key.Indicator) is not null);
        var readings = Json(places);
        var figures = FoundFigure.Of(connection, readings, needed, printed);
        var issues = NamingIssue.Of(connection, readings, needed);
        var gaps = new Lazy<ILookup<long, TableEdition>>(() =>
            TableEdition.Of(connection, Json(places.Where(place => place.Reading is { } id && figures[id].Count() < needed.Count))));
        return [.. places.Select(place => new ReportFigures(place, place.Reading is { } id ? figures[id] : [], issues[place.Reading ?? 0], () => gaps.Value[place.Reading ?? 0]))];
    }

    static string Json(IEnumerable<ReportPlace> places) => JsonSerializer.Serialize(places.Select(place => place.Reading).Where(id => id is not null));

    static ComparedFigure Figure(ReportPlace place, FigureKey measure, Evaluated answer, ReportFigures report) => new()
    {
        Agency = place.Agency, Code = place.Code, AgencyId = place.AgencyId, Year = place.Year, Scope = place.Scope, Indicator = measure.Indicator, Applicant = measure.Applicant,
        Value = answer.Value, Numerator = answer.Numerator, Denominator = answer.Denominator, State = answer.State, Raw = answer.Raw, Unit = answer.Unit,
        Edition = answer.Editions.Count == 0 ? null : string.Join('+', answer.Editions), Missing = answer.Missing, Outcome = place.Outcome,
        Issues = place.Reading is null ? null : report.IssuesOf(answer.Figures), Reading = place.Reading, Parts = answer.Parts,
        Corrected = answer.Corrected, IsOfRegion = place.Scope is Scope.Aggregate,
    };
}
