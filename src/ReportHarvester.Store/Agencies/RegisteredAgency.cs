namespace ReportHarvester.Store;

/// <summary>One agency of the registry, with everything that is known of it over the years.</summary>
public sealed record RegisteredAgency
{
    /// <summary>Own stable code: whatever the agency is called, its reports are kept under it. Null for one that is in no registry yet.</summary>
    public required string? Code { get; init; }

    /// <summary>A word of the registry's vocabulary.</summary>
    public string? Kind { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public string? Uscc { get; init; }

    /// <summary>网站标识码 of the site that it publishes on; one site serves many agencies.</summary>
    public string? SiteIdCode { get; init; }

    /// <summary>Code of the agency above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether it has to publish an annual report; null where nobody said so.</summary>
    public bool? Owes { get; init; }

    /// <summary>First and last year that it owes a report on; null: without end.</summary>
    public int? OwesFrom { get; init; }
    public int? OwesTo { get; init; }

    public string? Note { get; init; }

    /// <summary>In the order of time; at least one.</summary>
    public required IReadOnlyList<AgencyPeriod> Periods { get; init; }

    /// <summary>The name that it bears now, or bore last.</summary>
    public string Name => Periods[^1].Name;
}

/// <summary>A time in which an agency bore one name at one place; days are inclusive, null is open.</summary>
public sealed record AgencyPeriod
{
    public required string Name { get; init; }
    public DateOnly? Since { get; init; }
    public DateOnly? Until { get; init; }
    public string? Level { get; init; }

    /// <summary>Code after GB/T 2260 as it was then; nine digits for towns and streets.</summary>
    public string? Region { get; init; }

    /// <summary>How the period ended, in a word of the registry's vocabulary; null while it lasts.</summary>
    public string? End { get; init; }

    /// <summary>Codes of the agencies that went on with it.</summary>
    public IReadOnlyList<string> Into { get; init; } = [];
}
