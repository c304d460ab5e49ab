using System.Text.Json.Serialization;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports;

/// <summary>How what one edition counts stands to what a newer one counts: the same, near enough with care, or not at all.</summary>
public enum Comparability { Same, Close, Broken }

/// <summary>Why a series is not the same from one edition to another, and the first year of the newer one.</summary>
public sealed record BreakReason(int Year, string Chinese, string English);

/// <summary>What is lost between two editions.</summary>
public sealed record Crossing(Comparability Comparability, IReadOnlyList<BreakReason> Reasons)
{
    /// <summary>A measure is as comparable as the worst of what it is made of.</summary>
    public static Crossing Worst(IEnumerable<Crossing> crossings)
    {
        var all = crossings.ToList();
        return new(all.Select(crossing => crossing.Comparability).DefaultIfEmpty().Max(), [.. all.SelectMany(crossing => crossing.Reasons).Distinct()]);
    }
}

/// <summary>A count that is followed through the editions of the form, with what each edition prints of it.</summary>
public sealed record Series
{
    /// <summary>All series, by subject.</summary>
    public static IReadOnlyList<Series> All { get; } = SeriesFile.Load();

    public required string Id { get; init; }
    public required string Chinese { get; init; }
    public required string English { get; init; }
    public required string Unit { get; init; }

    /// <summary>The series that a measure is made of; none of an indicator.</summary>
    public static IReadOnlyList<Series> Under(FigureKey measure) => Metric.All.FirstOrDefault(metric => metric.Id == measure.Indicator) is { } metric
        ? [.. metric.Above.Concat(metric.Below).Select(term => All.First(series => series.Id == term.Id)).Distinct()] : [.. All.Where(series => series.Id == measure.Indicator)];

    /// <summary>The newest edition first.</summary>
    public required IReadOnlyList<SeriesMember> Members { get; init; }

    /// <summary>Whether it can be asked for one kind of applicants.</summary>
    public bool HasApplicants => Members[0].Terms.Count > 0 && Members[0].Terms.All(term => Codebook.Find(term.Id)!.Table == "3");

    /// <summary>What is lost between two editions, whichever came first. An edition that no member speaks of has nothing to compare.</summary>
    public Crossing Between(string one, string other)
    {
        var (newer, older) = (Position(one), Position(other)) is var (a, b) && a <= b ? (a, b) : (b, a);
        if (older == Members.Count) return new Crossing(Comparability.Broken, []);
        // The statistics of one time stand beside each other: what befell the one is no loss of the other.
        var lost = Members.Skip(newer + 1).Take(older - newer).Where(m => m == Members[older] || m.Break?.Year > Members[older].Break?.Year).ToList();
        return new Crossing(lost.Select(m => m.Comparability).DefaultIfEmpty().Max(), [.. lost.Select(m => m.Break).OfType<BreakReason>().Distinct()]);
    }

    int Position(string edition) => Members.Index().Where(m => m.Item.Editions.Contains(edition)).Select(m => m.Index).FirstOrDefault(Members.Count);
}

/// <summary>What editions print of a series: a formula of indicators, or nothing; and how it stands to the member before it.</summary>
public sealed record SeriesMember
{
    public required IReadOnlyList<string> Editions { get; init; }

    /// <summary>Null: the editions have nothing that would continue the series.</summary>
    public required string? Formula { get; init; }

    public Comparability Comparability { get; init; }

    /// <summary>Key of the reason in the file.</summary>
    public string? Reason { get; init; }

    [JsonIgnore]
    public BreakReason? Break { get; init; }

    public IReadOnlyList<Term> Terms => field ??= Formula is null ? [] : Term.Parse(Formula);
}

sealed record SeriesFile(IReadOnlyDictionary<string, BreakReason> Reasons, IReadOnlyList<Series> Series)
{
    public static IReadOnlyList<Series> Load()
    {
        var file = Resource.Read<SeriesFile>("Series.json");
        return [.. file.Series.Select(s => s with { Members = [.. s.Members.Select(m => m with { Break = m.Reason is null ? null : file.Reasons[m.Reason] })] })];
    }
}
