using System.Globalization;
using System.Text.Json.Serialization;

namespace ReportHarvester.Harvest;

/// <summary>How many reports a source is expected to list; anything else is a sign that the site or the program changed.</summary>
public sealed record Expectation(int Min, int Max)
{
    public bool Allows(int reports) => reports >= Min && reports <= Max;
}

/// <summary>The years that a source is expected to have a report on; without end where <paramref name="To"/> is null.</summary>
public sealed record ExpectedYears(int From, int? To = null);

/// <summary>When its site may be asked, as HH:mm in Asia/Shanghai; over midnight where the end is before the start.</summary>
public sealed record NightWindow(string From, string To)
{
    // The country keeps one time, without summer time.
    static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static TimeOnly Clock(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToOffset(Shanghai).DateTime);

    public bool Has(DateTimeOffset at) => Clock(at) is var time && TimeOnly.Parse(From, CultureInfo.InvariantCulture) is var from && TimeOnly.Parse(To, CultureInfo.InvariantCulture) is var to
        && (from < to ? from <= time && time < to : from <= time || time < to);
}

/// <summary>The most that one run may ask of its site.</summary>
public sealed record SourceBudget(int? Requests = null, long? Bytes = null, int? Minutes = null);

/// <summary>For whom the reports of a column speak: one organ, a whole region, or now the one and now the other.</summary>
public enum SourceScope { Own, Aggregate, Both }

/// <summary>Where one agency, or several, list their annual reports.</summary>
public sealed record Source
{
    readonly string agency = "";

    /// <summary>Short stable name, unique among the sources.</summary>
    public required string Key { get; init; }

    /// <summary>Full name or registry code of the agency whose reports are listed; of several, all their names.</summary>
    public string Agency
    {
        get => agency.Length > 0 ? agency : string.Join('、', Agencies);
        init => agency = value;
    }

    /// <summary>Names or codes where the column is that of several agencies.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Address of the column 政府信息公开年报.</summary>
    public required Uri Address { get; init; }

    /// <summary>The kind of listing, where it is known; a hint.</summary>
    public string? Listing { get; init; }

    public SourceScope? Scope { get; init; }

    public ExpectedYears? Years { get; init; }

    public Expectation? Expect { get; init; }

    public string? Note { get; init; }

    /// <summary>The day on which somebody last looked at the column; null: nobody did.</summary>
    public DateOnly? Verified { get; init; }

    /// <summary>SHA-256 of the one certificate that is believed though it does not verify.</summary>
    public string? Certificate { get; init; }

    public NightWindow? Window { get; init; }

    public SourceBudget? Budget { get; init; }

    /// <summary>All agencies that it speaks for.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => Agencies.Count > 0 ? Agencies : [agency];
}
