using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports;

/// <summary>A number made of series: a quotient with its guard, or a difference that has no denominator.</summary>
public sealed record Metric
{
    /// <summary>All metrics, by subject.</summary>
    public static IReadOnlyList<Metric> All { get; }

    /// <summary>What the words for bases mean.</summary>
    public static IReadOnlyDictionary<string, MetricBase> Bases { get; }

    /// <summary>The units of all measures in English.</summary>
    public static IReadOnlyDictionary<string, string> Units { get; }

    static Metric()
    {
        var file = Resource.Read<MetricFile>("Metrics.json");
        (All, Bases, Units) = (file.Metrics, file.Bases, file.Units);
    }

    public required string Id { get; init; }
    public required string Chinese { get; init; }
    public required string English { get; init; }

    /// <summary>% where the quotient is multiplied by 100.</summary>
    public required string Unit { get; init; }

    /// <summary>What the quotient is multiplied by.</summary>
    public required int Scale { get; init; }

    /// <summary>A formula of series.</summary>
    public required string Numerator { get; init; }
    public string? Denominator { get; init; }

    /// <summary>What the denominator stands for: a key of the bases.</summary>
    public required string Base { get; init; }

    /// <summary>Below this denominator there is no rate: a few cases say nothing.</summary>
    public required int Guard { get; init; }

    public required string Definition { get; init; }

    /// <summary>The definition in English.</summary>
    public required string Meaning { get; init; }

    public IReadOnlyList<Term> Above => field ??= Term.Parse(Numerator);
    public IReadOnlyList<Term> Below => field ??= Denominator is null ? [] : Term.Parse(Denominator);

    /// <summary>Whether it can be asked for one kind of applicants.</summary>
    public bool HasApplicants => Above.Concat(Below).All(term => term.Applicant is null && Series.All.First(s => s.Id == term.Id).HasApplicants);
}

/// <summary>What a denominator stands for.</summary>
public sealed record MetricBase(string Chinese, string English);

sealed record MetricFile(IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, MetricBase> Bases, IReadOnlyList<Metric> Metrics);
