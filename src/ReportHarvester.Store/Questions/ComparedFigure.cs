using System.Text.Json.Serialization;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Why an answer has no number.</summary>
public enum Missing
{
    /// <summary>The store has no report on the year.</summary>
    NoReport,

    /// <summary>The same, and after the registry none was owed.</summary>
    NotDue,

    /// <summary>The document could not be read.</summary>
    NotRead,

    /// <summary>The edition of the form, or what of it continues a series, does not have it.</summary>
    NotInEdition,

    /// <summary>Not found in the report's tables.</summary>
    NotPlaced,

    Blank,
    Mark,
    Text,

    /// <summary>Printed in another unit than that of the series.</summary>
    OtherUnit,

    /// <summary>An issue of error severity names a figure that it would be made of.</summary>
    Doubtful,

    ZeroBase,
    UnderGuard,
}

/// <summary>Why an answer has no place among those of its measure, year and scope: it is not ranked, and no median counts it.</summary>
public enum Aside
{
    /// <summary>The agency has another report on the year that says that it speaks for the organ itself; this one does not say for whom.</summary>
    OwnBeside,

    /// <summary>Its report prints a name that nobody is known to bear.</summary>
    MayBeAnothers,

    /// <summary>It is printed in another unit than that of the form, or the form leaves the unit open.</summary>
    OtherUnit,

    /// <summary>What its edition of the form counts cannot be compared with what that of most others counts.</summary>
    OtherForm,
}

/// <summary>One answer: a measure of an agency's report on a year, or why there is none.</summary>
public sealed record ComparedFigure
{
    public string Agency { get; init; } = "";

    /// <summary>Code of the registry; null for an agency that is in no registry.</summary>
    public string? Code { get; init; }

    [JsonIgnore]
    public long AgencyId { get; init; }

    public int Year { get; init; }

    /// <summary>Null where there is no report.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Id of the indicator, series or metric.</summary>
    public string Indicator { get; init; } = "";

    public string? Applicant { get; init; }
    public decimal? Value { get; init; }

    /// <summary>What a metric is made of, also where it gives no value.</summary>
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    public CellState? State { get; init; }
    public string? Raw { get; init; }
    public string? Unit { get; init; }

    /// <summary>The same as far as they are no words of a document, which may name people.</summary>
    [JsonIgnore]
    public (string? Raw, string? Unit) Publishable => (State == CellState.Text ? null : PanelWords.Publishable(Raw), PanelWords.Publishable(Unit));

    /// <summary>The edition of the table that the figure stands in or would have to stand in, several with + between; null where it is not known.</summary>
    public string? Edition { get; init; }

    public Missing? Missing { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Codes of the issues that name this figure or a part of it, with commas; null if none does. Without those that a person found to be none, but for doubts about whose report it is, which only the registry settles.</summary>
    public string? Issues { get; init; }

    /// <summary>Whether its report prints a name that nobody is known to bear.</summary>
    [JsonIgnore]
    public bool MayBeAnothers => Issues?.Split(',').Contains(FilingObjection.Unregistered) == true;

    /// <summary>Whether a person put it or a part of it right; Raw is as printed all the same.</summary>
    public bool Corrected { get; init; }

    /// <summary>Id of the current reading; null where there is no report.</summary>
    public long? Reading { get; init; }

    public Aside? Aside { get; init; }

    /// <summary>How its edition of the form stands to that of most others of its measure, year and scope; null where nothing is lost between them.</summary>
    public Comparability? Form { get; init; }

    /// <summary>Place among the figures of its year and scope, the greatest first; equals share the better place. Null of what stands aside.</summary>
    public int? Rank { get; init; }

    /// <summary>How many have a place.</summary>
    public int? Ranked { get; init; }

    /// <summary>Against the year before, unless the series is broken between; in percentage points where the unit is %.</summary>
    public decimal? Change { get; init; }

    [JsonIgnore]
    public FigureKey Key => new(Indicator, Applicant);

    /// <summary>Whether it can be set beside others of its measure, as far as its unit goes; series and metrics have the unit of their measure.</summary>
    [JsonIgnore]
    internal bool IsInUnit => Codebook.Find(Indicator) is not { } known || Codebook.IsSameUnit(Unit, known.Unit);

    /// <summary>Whether it may be set against that of the year before.</summary>
    [JsonIgnore]
    public bool IsInLine => Aside is null or Store.Aside.OtherForm;

    /// <summary>Reports of a region are never set among those of single organs; nor is the want of one, of an agency that has no other.</summary>
    [JsonIgnore]
    public bool IsOfRegion { get; init; }

    /// <summary>The series that it is made of, each with the edition that it was taken from.</summary>
    [JsonIgnore]
    public IReadOnlyList<SeriesPart> Parts { get; init; } = [];
}

/// <summary>A series with the edition of the form that a value of it was taken from.</summary>
public sealed record SeriesPart(Series Series, string Edition)
{
    /// <summary>What is lost between two values, by the worst of the series that both are made of.</summary>
    public static Crossing Crossing(IEnumerable<SeriesPart> one, IEnumerable<SeriesPart> other) => Reports.Crossing.Worst(
        from part in one
        join next in other on part.Series.Id equals next.Series.Id
        where part.Edition != next.Edition
        select part.Series.Between(part.Edition, next.Edition));
}
