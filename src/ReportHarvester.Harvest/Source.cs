namespace ReportHarvester.Harvest;

/// <summary>How many reports a source is expected to list; anything else is a sign that the site or the program changed.</summary>
public sealed record Expectation(int Min, int Max);

/// <summary>Where one agency lists its annual reports.</summary>
public sealed record Source
{
    /// <summary>Short stable name, unique among the sources.</summary>
    public required string Key { get; init; }

    /// <summary>Full name of the agency whose reports are listed.</summary>
    public required string Agency { get; init; }

    /// <summary>Address of the column 政府信息公开年报.</summary>
    public required Uri Address { get; init; }

    public string? Note { get; init; }

    public Expectation? Expect { get; init; }
}
