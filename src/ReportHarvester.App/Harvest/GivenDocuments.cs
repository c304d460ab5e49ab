using System.Text.RegularExpressions;

namespace ReportHarvester.App;

/// <summary>Files that a person fetched and that are one report: the same name with other endings, the page first.</summary>
sealed partial record GivenDocuments(IReadOnlyList<FileInfo> Files)
{
    static readonly string[] Pages = [".html", ".htm", ".shtml"];
    static readonly string[] Documents = [.. Pages, ".pdf", ".doc", ".docx", ".docm", ".wps", ".rtf", ".odt", ".fodt", ".xls", ".xlsx", ".xlsm", ".et", ".ods", ".fods", ".zip", ".txt"];

    /// <summary>The name as a person gave it, often the report's title.</summary>
    public string Title => Path.GetFileNameWithoutExtension(Files[0].Name);

    public int? Year => YearMark().Match(Title) is { Success: true } mark ? int.Parse(mark.Value) : null;

    /// <summary>One file, or all below a folder; what a browser saves beside a page is no document.</summary>
    /// <param name="passed">Files whose ending is none of a document.</param>
    public static IReadOnlyList<GivenDocuments> Below(string path, out IReadOnlyList<FileInfo> passed)
    {
        passed = [];
        if (!Directory.Exists(path)) return [new GivenDocuments([new FileInfo(path)])];
        // Links would lead out of the folder, or round in it.
        var files = new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => !Parts(file, path).Any(folder => folder.EndsWith("_files", StringComparison.OrdinalIgnoreCase)) && !file.Name.StartsWith('.'))
            .OrderBy(file => file.FullName, StringComparer.Ordinal).ToLookup(file => Documents.Contains(file.Extension.ToLowerInvariant()));
        passed = [.. files[false]];
        return [.. files[true].GroupBy(file => Path.ChangeExtension(file.FullName, null))
            .Select(one => new GivenDocuments([.. one.OrderBy(file => Array.IndexOf(Documents, file.Extension.ToLowerInvariant()))]))];
    }

    static string[] Parts(FileInfo file, string root) => Path.GetRelativePath(root, file.DirectoryName!).Split(Path.DirectorySeparatorChar);

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)")]
    private static partial Regex YearMark();
}
