using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>One report that an agency of the registry owes, and what became of it.</summary>
public sealed record Obligation
{
    public string Code { get; init; } = "";

    /// <summary>The name at the end of the report's year.</summary>
    public string Agency { get; init; } = "";

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

    /// <summary>The last look at the list in which it was not there.</summary>
    public DateTimeOffset? AbsentAt { get; init; }

    /// <summary>The last look at all.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why it cannot be read: codes of issues.</summary>
    public string? Unreadable { get; init; }

    public string? Url { get; init; }
}

/// <summary>How many reports are owed by a group of agencies, and how many stand how.</summary>
public sealed record Fulfilment(string? Region, string? Level, int Year, int Owed, IReadOnlyDictionary<PublicationState, int> States)
{
    /// <summary>Reports that are there, late or not.</summary>
    public int Present => Count(PublicationState.OnTime) + Count(PublicationState.Late) + Count(PublicationState.Undated) + Count(PublicationState.Unreadable);

    /// <summary>Those of all that are owed and due; null where none is due.</summary>
    public decimal? Published => Due == 0 ? null : Math.Round((decimal)Present / Due, 4);

    /// <summary>Those of which it can be said: neither awaited nor ceased.</summary>
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
