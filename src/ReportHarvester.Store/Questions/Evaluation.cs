using System.Collections.Concurrent;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Works out measures from a report's figures. A blank is never 0, and nothing is made of what is doubtful unless that is asked for.</summary>
sealed class Evaluation(ComparisonQuestion question)
{
    const int Digits = 6;

    static readonly Dictionary<string, Series> SeriesById = Series.All.ToDictionary(series => series.Id);
    static readonly Dictionary<string, Metric> MetricsById = Metric.All.ToDictionary(metric => metric.Id);
    static readonly ConcurrentDictionary<(string Series, string? Applicant), IReadOnlyList<(SeriesMember, List<FigureKey>?)>> Members = [];
    static readonly ILookup<string, Indicator> IndicatorsById = Codebook.Indicators.ToLookup(indicator => indicator.Id);
    static readonly Dictionary<string, IReadOnlySet<string>> TablesOf = Series.All.ToDictionary(series => series.Id,
        series => (IReadOnlySet<string>)series.Members.SelectMany(member => member.Terms).SelectMany(term => IndicatorsById[term.Id]).Select(i => i.Table).ToHashSet());

    /// <summary>All figures that the measure may be made of.</summary>
    public static IEnumerable<FigureKey> FiguresOf(FigureKey measure)
    {
        if (MetricsById.TryGetValue(measure.Indicator, out var metric)) return metric.Above.Concat(metric.Below).SelectMany(term => FiguresOf(KeyOf(term, measure)));
        if (SeriesById.TryGetValue(measure.Indicator, out var series)) return MembersOf(series, measure.Applicant).SelectMany(member => member.Figures ?? []);
        return [measure];
    }

    public Evaluated Of(FigureKey measure, ReportFigures report) =>
        MetricsById.TryGetValue(measure.Indicator, out var metric) ? OfMetric(metric, measure, report)
        : SeriesById.TryGetValue(measure.Indicator, out var series) ? OfSeries(series, measure.Applicant, report)
        : OfIndicator(measure, report);

    static Evaluated OfIndicator(FigureKey key, ReportFigures report)
    {
        if (report.Find(key) is not { } figure)
        {
            var known = IndicatorsById[key.Indicator];
            var (missing, edition) = report.Absence(known.Select(i => i.Table).ToHashSet(), edition => known.Any(i => i.Edition == edition));
            return new Evaluated { Missing = missing, Editions = edition is null ? [] : [edition], Figures = [key] };
        }
        return new Evaluated
        {
            Value = figure.Value, State = figure.CellState, Raw = figure.Raw, Unit = figure.Unit, Missing = WithoutNumber(figure), Editions = [figure.Edition], Figures = [key],
            Corrected = figure.Correction is not null,
        };
    }

    Evaluated OfSeries(Series series, string? applicant, ReportFigures report)
    {
        foreach (var (member, figures) in MembersOf(series, applicant))
        {
            if (figures is not { } keys || keys.FirstOrDefault(key => member.Editions.Contains(report.Find(key)?.Edition)) is not { } first) continue;
            var edition = report.Find(first)!.Edition;
            var terms = keys.Zip(member.Terms, (key, term) => (term.Sign, Part(key, edition, series, report))).ToList();
            return Evaluated.Sum(terms) with { Unit = series.Unit, Parts = [new SeriesPart(series, edition)], Editions = [edition] };
        }
        var (missing, absent) = report.Absence(TablesOf[series.Id], edition => MembersOf(series, applicant).Any(m => m.Member.Editions.Contains(edition) && m.Figures is not null));
        return new Evaluated
        {
            Missing = missing, Unit = series.Unit, Figures = [.. FiguresOf(new FigureKey(series.Id, applicant))],
            Editions = absent is null ? [] : [absent], Parts = absent is null ? [] : [new SeriesPart(series, absent)],
        };
    }

    Evaluated Part(FigureKey key, string edition, Series series, ReportFigures report)
    {
        var figure = report.Find(key);
        var missing = figure?.Edition != edition ? Missing.NotPlaced
            : WithoutNumber(figure!) ?? (figure!.Unit is { } unit && unit != series.Unit ? Missing.OtherUnit
            : !question.WithDoubtful && report.IsDoubtful(key) ? Missing.Doubtful : (Missing?)null);
        return new Evaluated { Value = missing is null ? figure!.Value : null, Missing = missing, Figures = [key], Corrected = figure?.Correction is not null };
    }

    Evaluated OfMetric(Metric metric, FigureKey asked, ReportFigures report)
    {
        Evaluated Sum(IReadOnlyList<Term> terms) =>
            Evaluated.Sum([.. terms.Select(term => (term.Sign, OfSeries(SeriesById[term.Id], KeyOf(term, asked).Applicant, report)))]);
        var above = Sum(metric.Above);
        if (metric.Denominator is null) return above with { Unit = metric.Unit };
        var below = Sum(metric.Below);
        var both = Evaluated.Sum([(1, above), (1, below)]) with { Unit = metric.Unit, Numerator = above.Value, Denominator = below.Value };
        var missing = both.Missing ?? Guarded(below.Value!.Value, question.Guard ?? metric.Guard);
        return both with { Missing = missing, Value = missing is null ? decimal.Round(metric.Scale * above.Value!.Value / below.Value!.Value, Digits) : null };
    }

    // A difference of outcomes may be negative where the report does not add up.
    static Missing? Guarded(decimal denominator, int guard) => denominator <= 0 ? Missing.ZeroBase : denominator < guard ? Missing.UnderGuard : null;

    static Missing? WithoutNumber(FoundFigure figure) => figure.CellState switch
    {
        CellState.Blank => Missing.Blank,
        CellState.Mark => Missing.Mark,
        CellState.Text => Missing.Text,
        _ => null,
    };

    // The same for every report of thousands.
    static IReadOnlyList<(SeriesMember Member, List<FigureKey>? Figures)> MembersOf(Series series, string? applicant) =>
        Members.GetOrAdd((series.Id, applicant), _ => [.. series.Members.Select(member => (member, FiguresOf(member, applicant)))]);

    // Tables other than the third do not tell applicants apart: what they have stands for all of them only.
    static List<FigureKey>? FiguresOf(SeriesMember member, string? applicant)
    {
        if (member.Formula is null) return null;
        var keys = member.Terms.Select(term => new FigureKey(term.Id, IndicatorsById[term.Id].First().Table == "3" ? applicant ?? "total" : null)).ToList();
        return applicant is null or "total" || keys.TrueForAll(key => key.Applicant is not null) ? keys : null;
    }

    static FigureKey KeyOf(Term term, FigureKey asked) => new(term.Id, term.Applicant ?? (SeriesById[term.Id].HasApplicants ? asked.Applicant ?? "total" : null));
}
