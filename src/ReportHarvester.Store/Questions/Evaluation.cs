using System.Collections.Concurrent;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Works out measures from a report's figures. A blank is never 0, and nothing is made of what is doubtful unless that is asked for.</summary>
sealed class Evaluation(ComparisonQuestion question)
{
    const int Digits = 6;

    static readonly Dictionary<string, Series> SeriesById = Series.All.ToDictionary(series => series.Id);
    static readonly Dictionary<string, Metric> MetricsById = Metric.All.ToDictionary(metric => metric.Id);
    static readonly ConcurrentDictionary<FigureKey, IReadOnlyList<(SeriesMember, List<FigureKey>?)>> Members = [];
    static readonly ConcurrentDictionary<FigureKey, IReadOnlyList<FigureKey>> Figures = [];
    static readonly ConcurrentDictionary<FigureKey, (List<(int Sign, FigureKey Series)> Above, List<(int Sign, FigureKey Series)> Below)> Parts = [];
    static readonly ILookup<string, Indicator> IndicatorsById = Codebook.Indicators.ToLookup(indicator => indicator.Id);
    static readonly Dictionary<string, IReadOnlySet<string>> TablesOf = Series.All.ToDictionary(series => series.Id,
        series => (IReadOnlySet<string>)series.Members.SelectMany(member => member.Terms).SelectMany(term => IndicatorsById[term.Id]).Select(i => i.Table).ToHashSet());

    /// <summary>All figures that the measure may be made of.</summary>
    public static IEnumerable<FigureKey> FiguresOf(FigureKey measure)
    {
        if (MetricsById.TryGetValue(measure.Indicator, out var metric))
        {
            var (above, below) = PartsOf(metric, measure);
            return above.Concat(below).SelectMany(term => FiguresOf(term.Series));
        }
        if (SeriesById.TryGetValue(measure.Indicator, out var series)) return MembersOf(series, measure).SelectMany(member => member.Figures ?? []);
        return [measure];
    }

    public Evaluated Of(FigureKey measure, ReportFigures report) =>
        MetricsById.TryGetValue(measure.Indicator, out var metric) ? OfMetric(metric, measure, report)
        : SeriesById.TryGetValue(measure.Indicator, out var series) ? Once(series, measure, report)
        : OfIndicator(measure, report);

    // Many metrics are made of the same series.
    Evaluated Once(Series series, FigureKey asked, ReportFigures report) =>
        report.Evaluated.TryGetValue(asked, out var known) ? known : report.Evaluated[asked] = OfSeries(series, asked, report);

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
            Value = figure.Value, State = figure.State, Raw = figure.Raw, Unit = figure.Unit, Missing = WithoutNumber(figure), Editions = [figure.Edition], Figures = [key],
            Corrected = figure.Corrected,
        };
    }

    Evaluated OfSeries(Series series, FigureKey asked, ReportFigures report)
    {
        foreach (var (member, figures) in MembersOf(series, asked))
        {
            if (figures is not { } keys || report.EditionOf(keys, member.Editions) is not { } edition) continue;
            var terms = keys.Zip(member.Terms, (key, term) => (term.Sign, Part(key, edition, series, report))).ToList();
            return Evaluated.Sum(terms) with { Unit = series.Unit, Parts = [new SeriesPart(series, edition)], Editions = [edition] };
        }
        var (missing, absent) = report.Absence(TablesOf[series.Id], edition => MembersOf(series, asked).Any(m => m.Member.Editions.Contains(edition) && m.Figures is not null));
        return new Evaluated
        {
            Missing = missing, Unit = series.Unit, Figures = Figures.GetOrAdd(asked, _ => [.. FiguresOf(asked)]),
            Editions = absent is null ? [] : [absent], Parts = absent is null ? [] : [new SeriesPart(series, absent)],
        };
    }

    Evaluated Part(FigureKey key, string edition, Series series, ReportFigures report)
    {
        var figure = report.Find(key);
        var missing = figure?.Edition != edition ? Missing.NotPlaced
            : WithoutNumber(figure!) ?? (!Codebook.IsSameUnit(figure!.Unit, series.Unit) ? Missing.OtherUnit
            : !question.WithDoubtful && report.IsDoubtful(key) ? Missing.Doubtful : (Missing?)null);
        return new Evaluated { Value = missing is null ? figure!.Value : null, Missing = missing, Figures = [key], Corrected = figure?.Corrected == true };
    }

    Evaluated OfMetric(Metric metric, FigureKey asked, ReportFigures report)
    {
        Evaluated Sum(List<(int Sign, FigureKey Series)> terms) => Evaluated.Sum(terms.ConvertAll(term => (term.Sign, Once(SeriesById[term.Series.Indicator], term.Series, report))));
        var terms = PartsOf(metric, asked);
        var above = Sum(terms.Above);
        if (metric.Denominator is null) return above with { Unit = metric.Unit };
        var below = Sum(terms.Below);
        var both = Evaluated.Sum([(1, above), (1, below)]) with { Unit = metric.Unit, Numerator = above.Value, Denominator = below.Value };
        var missing = both.Missing ?? Guarded(below.Value!.Value, question.Guard ?? metric.Guard);
        return both with { Missing = missing, Value = missing is null ? decimal.Round(metric.Scale * above.Value!.Value / below.Value!.Value, Digits) : null };
    }

    // A difference of outcomes may be negative where the report does not add up.
    static Missing? Guarded(decimal denominator, int guard) => denominator <= 0 ? Missing.ZeroBase : denominator < guard ? Missing.UnderGuard : null;

    static Missing? WithoutNumber(FoundFigure figure) => figure.State switch
    {
        CellState.Blank => Missing.Blank,
        CellState.Mark => Missing.Mark,
        CellState.Text => Missing.Text,
        _ => null,
    };

    // The same for every report of thousands.
    static IReadOnlyList<(SeriesMember Member, List<FigureKey>? Figures)> MembersOf(Series series, FigureKey asked) =>
        Members.GetOrAdd(asked, _ => [.. series.Members.Select(member => (member, FiguresOf(member, asked.Applicant)))]);

    static (List<(int Sign, FigureKey Series)> Above, List<(int Sign, FigureKey Series)> Below) PartsOf(Metric metric, FigureKey asked) =>
        Parts.GetOrAdd(asked, _ => ([.. metric.Above.Select(term => (term.Sign, KeyOf(term, asked)))], [.. metric.Below.Select(term => (term.Sign, KeyOf(term, asked)))]));

    // Tables other than the third do not tell applicants apart: what they have stands for all of them only.
    static List<FigureKey>? FiguresOf(SeriesMember member, string? applicant)
    {
        if (member.Formula is null) return null;
        var keys = member.Terms.Select(term => new FigureKey(term.Id, IndicatorsById[term.Id].First().Table == "3" ? applicant ?? "total" : null)).ToList();
        return applicant is null or "total" || keys.TrueForAll(key => key.Applicant is not null) ? keys : null;
    }

    static FigureKey KeyOf(Term term, FigureKey asked) => new(term.Id, term.Applicant ?? (SeriesById[term.Id].HasApplicants ? asked.Applicant ?? "total" : null));
}
