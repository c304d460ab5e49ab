namespace ReportHarvester.Tests;

/// <summary>The repository's fixtures.</summary>
static class Fixtures
{
    public static string Root { get; } = Path.Combine(Repository.Root, "fixtures");

    /// <summary>Folders of fixtures/reports.</summary>
    public static IEnumerable<string> Reports => Directory.EnumerateDirectories(Path.Combine(Root, "reports")).Order(StringComparer.Ordinal);

    /// <summary>The published document of a report fixture.</summary>
    public static string Source(string folder) => Directory.EnumerateFiles(folder, "source.*").Single();

    public static byte[] Bytes(string report) => File.ReadAllBytes(Source(Path.Combine(Root, "reports", report)));
}
