namespace ReportHarvester.Store;

/// <summary>Addresses of documents, as they may be handed out.</summary>
public static class Address
{
    const string Given = "import:";

    /// <summary>Whether it is no address, but the name of a file that a person gave.</summary>
    public static bool IsGiven(string? url) => url?.StartsWith(Given, StringComparison.Ordinal) == true;

    /// <summary>The address; of a file that a person gave only that it was given, with its hash where that is at hand: the name may tell of persons.</summary>
    public static string? Published(string? url, string? sha256 = null) => IsGiven(url) ? Given + sha256 : url;
}
