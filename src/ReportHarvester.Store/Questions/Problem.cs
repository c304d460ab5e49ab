using System.Text.Json.Serialization;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>One thing that is wrong with what is stored of a report, or that a reader of it must know.</summary>
public sealed record Problem
{
    /// <summary>By which `review` knows it; another reading of the document gives another.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the agency was called at the end of the report's year.</summary>
    public string Agency { get; init; } = "";

    /// <summary>What it is called now.</summary>
    [JsonIgnore]
    public string AgencyNow { get; init; } = "";

    /// <summary>Code of the registry; null for an agency that is in no registry.</summary>
    public string? AgencyCode { get; init; }

    /// <summary>Where it stood then, by which those of a year are asked for; where it stood last, if the registry does not say. The page of problems goes by <see cref="RegionNow"/>.</summary>
    public string? Region { get; init; }

    /// <summary>Where it stood last, by which the pages count and list problems.</summary>
    [JsonIgnore]
    public string? RegionNow { get; init; }

    public int? Year { get; init; }
    public Scope? Scope { get; init; }

    /// <summary>2, 3, 4 or stat; null where it speaks of the report as a whole.</summary>
    public string? Table { get; init; }

    public string Code { get; init; } = "";
    public Severity Severity { get; init; }
    public Fault Fault { get; init; }

    /// <summary>What shows it, the sum as a person would write it.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The same in English; null where it is not known how to say it.</summary>
    public string? EvidenceEnglish => EvidenceWords.English(Code, Evidence);

    /// <summary>The sentence that cites the rule; null for issues of reading.</summary>
    public string? Rule { get; init; }

    public IReadOnlyList<FigureKey> Figures { get; init; } = [];

    /// <summary>Where it stands in the document; null where the whole is meant or several documents are.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Of a file that a person gave no more than that.</summary>
    public string? Url { get; init; }

    /// <summary>What a person decided of it last; null where nobody did.</summary>
    public Review? Review { get; init; }

    /// <summary>Everywhere that it stands, be it in several reports; filled in where a notice is written.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProblemPlace> Places { get; init; } = [];

    [JsonIgnore]
    public long AgencyId { get; init; }

    [JsonIgnore]
    public long? ReportId { get; init; }

    /// <summary>What it speaks of, by which a decision finds it again.</summary>
    [JsonIgnore]
    public string Subject { get; init; } = "";

    /// <summary>What a decision was made on: while it is the same, the decision holds.</summary>
    [JsonIgnore]
    public string Grounds { get; init; } = "";
}

/// <summary>What a person may decide of an issue: it is so, it is not, or there is an honest reason for it.</summary>
public enum Decision { Confirmed, Dismissed, Explained }

/// <summary>A person's decision on an issue. Superseded where the issue has other evidence now than it was made on.</summary>
public sealed record Review(Decision Decision, string Reviewer, DateTimeOffset At, string Reason, bool Superseded);
