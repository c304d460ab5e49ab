namespace ReportHarvester.Harvest;

/// <summary>A request for a page of a list, as data: an address, and the form that a script of the site would post there.</summary>
public sealed record PageRequest(Uri Address)
{
    /// <summary>URL-encoded; null for a plain GET.</summary>
    public string? Form { get; init; }

    /// <summary>True where data for a script is asked for (JSON, XML, a piece of a page), not a page.</summary>
    public bool ForScript { get; init; }

    /// <summary>How many pages before this one, in a row, gave nothing; lists without a count are asked until two do.</summary>
    public int Misses { get; init; }

    /// <summary>True where pages are asked for by year, and this one for a later year than the one before.</summary>
    public bool Upwards { get; init; }

    /// <summary>The address by which it is known, where a token makes another of it each time; null: its own.</summary>
    public Uri? KnownAs { get; init; }

    /// <summary>What tells one request from another, and by which the visit is kept; the address alone where nothing is posted.</summary>
    public string Key => Form is null ? (KnownAs ?? Address).AbsoluteUri : $"{Address.AbsoluteUri} {Form}";
}

/// <summary>What is known of a page before it is read: whether it belongs to a column of annual reports, and whose folder or year it is.</summary>
public sealed record ListPlace(bool InColumn = false, int? Year = null, string? Agency = null)
{
    /// <summary>The names of the agencies whose column it is.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>By what title it was found, where it stands below the column.</summary>
    public string Title { get; init; } = "";
}
