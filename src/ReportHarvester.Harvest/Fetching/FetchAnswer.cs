namespace ReportHarvester.Harvest;

/// <summary>Why bytes were not taken.</summary>
public enum RefusalReason
{
    Empty, WrongType, ChallengePage, SoftNotFound, TooLarge, Truncated, AddressNotAllowed, HttpStatus, Timeout, Unreachable, Certificate, Robots, Asleep,
    Window, Budget,
}

/// <summary>
/// What is wanted of an address: a list page, the data of a list in any form, an article in any form, a document and nothing else, or a
/// host's rules for robots.
/// </summary>
public enum Wanted { ListPage, ListData, Article, Attachment, Robots }

/// <summary>A fetch: the address, and the validators of the copy that is already there.</summary>
public sealed record FetchRequest(Uri Address, Wanted Wanted, string? ETag = null, string? LastModified = null)
{
    /// <summary>Where the copy was found, of which the validators are; null: at the address itself.</summary>
    public Uri? FoundAt { get; init; }

    /// <summary>What to post, URL-encoded; null for a GET.</summary>
    public string? Form { get; init; }

    /// <summary>What the source on whose behalf it is made allows; null: anything.</summary>
    public Allowance? Allowance { get; init; }
}

/// <summary>What came of a fetch: <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="Refused"/>.</summary>
public abstract record FetchAnswer;

/// <summary>Whole, decoded bytes that passed every check.</summary>
public sealed record Fetched : FetchAnswer
{
    /// <summary>Where the bytes were found, after redirects.</summary>
    public required Uri Address { get; init; }

    public required byte[] Bytes { get; init; }
    public required int Status { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>The Content-Type header as sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset within it.</summary>
    public string? Charset { get; init; }
}

/// <summary>The copy that the request named is still good.</summary>
public sealed record NotModified(Uri Address) : FetchAnswer;

/// <summary>Nothing usable came, and why; <paramref name="Status"/> is 0 where no answer came at all.</summary>
public sealed record Refused(RefusalReason Reason, string Detail, int Status = 0) : FetchAnswer
{
    /// <summary>True where another try may help.</summary>
    internal bool Passing { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}

/// <summary>Sent on to another address; seen only between two hops.</summary>
sealed record Redirected(Uri To) : FetchAnswer
{
    /// <summary>True where what was posted is to be posted there again.</summary>
    public bool KeepsForm { get; init; }
}
