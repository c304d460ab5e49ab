namespace ReportHarvester.Benchmarks;

/// <summary>A document to be measured. Its name is the fixture's, or the file's where it was given by hand.</summary>
public sealed record ReportFile(string Name, string Path)
{
    // Two or three of each format: clean, large or padded, and with something to complain about.
    static readonly string[] Fixtures =
    [
        "donghu-finance-2021-clean", "donghu-finance-2022-word-paste",
        "donghu-transport-2021-pdf-no-repeated-head", "qingping-audit-2021-pdf-upright-labels", "donghu-labour-2022-pdf-suit-total-wrong",
        "donghu-construction-2022-tabs-dense", "qingping-water-2021-tabs-surplus-figure",
    ];

    /// <summary>Files given on the command line.</summary>
    public static IReadOnlyList<FileInfo> Given { get; set; } = [];

    /// <summary>The fixtures, then what was given.</summary>
    public static IEnumerable<ReportFile> All() => [.. Fixtures.Select(Fixture), .. Given.Select(f => new ReportFile(f.Name, f.FullName))];

    public override string ToString() => Name;

    static ReportFile Fixture(string name) =>
        new(name, Directory.EnumerateFiles(System.IO.Path.Combine(Root(), "fixtures", "reports", name), "source.*").Single());

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "ReportHarvester.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
