using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>One report that an agency of the registry owes, and what became of it.</summary>
public sealed record Obligation
{
    public string Code { get; init; } = "";

    [System.Text.Json.Serialization.JsonIgnore]
    public long AgencyId { get; init; }

    /// <summary>The name at the end of the report's year.</summary>
    public string Agency { get; init; } = "";

    /// <summary>What it is called now.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string AgencyNow { get; init; } = "";

    public string? Region { get; init; }
    public string? Level { get; init; }
    public string? Kind { get; init; }
    public int Year { get; init; }

    /// <summary>The rule that sets the day, and its ground.</summary>
    public string Rule { get; init; } = "";
    public string Basis { get; init; } = "";
    public DateOnly Due { get; init; }

    public PublicationState State { get; init; }

    /// <summary>When it was first seen where it is published; null where a person brought it, or it is not there.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>The day that the page says it was published, else the day under the report.</summary>
    public DateOnly? Stated { get; init; }

    /// <summary>The last look in which it was not there, at the list that held it first; where none holds it, at the one that shows least.</summary>
    public DateTimeOffset? AbsentAt { get; init; }

    /// <summary>The last look at all; where no list holds it, at the one that shows least.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why it cannot be read: codes of issues.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The name that the report there prints, where nobody is known to bear it: it may be another agency's.</summary>
    public string? Stranger { get; init; }

    /// <summary>Of a file that a person gave only its hash.</summary>
    public string? Url { get; init; }
}

/// <summary>How many reports are owed by a group of agencies, and how many stand how.</summary>
public sealed record Fulfilment(string? Region, string? Level, int Year, int Owed, IReadOnlyDictionary<PublicationState, int> States)
{
    /// <summary>Reports that are there, late or not.</summary>
    public int Present => Count(PublicationState.OnTime) + Count(PublicationState.Late) + Count(PublicationState.Undated) + Count(PublicationState.Unreadable);

    /// <summary>Those of all of which it is known whether they are there; null where that is known of none.</summary>
    public decimal? Published => Known == 0 ? null : Math.Round((decimal)Present / Known, 4);

    /// <summary>Due, and known to be there or not: nobody is counted out whose list could not be had, or at whom nobody looked.</summary>
    public int Known => Due - Count(PublicationState.InDoubt) - Count(PublicationState.Unreachable) - Count(PublicationState.NotLooked);

    /// <summary>Those whose day has come: neither awaited nor ceased.</summary>
    public int Due => Owed - Count(PublicationState.Awaited) - Count(PublicationState.Ceased);

    public int Count(PublicationState state) => States.GetValueOrDefault(state);
}

/// <summary>Which reports to ask about; what is left out means all.</summary>
public sealed record ComplianceQuestion(int Year)
{
    /// <summary>Code or name; also former names.</summary>
    public string? Agency { get; init; }

    /// <summary>First digits of the region's code.</summary>
    public string? Region { get; init; }

    public string? Level { get; init; }

    /// <summary>Deadlines of local rules, beside those of the law.</summary>
    public IReadOnlyList<DueRule> Local { get; init; } = [];
}
