using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>The words by which report titles, columns, pagers and attachments are known; data in words.json.</summary>
sealed record Words
{
    public static Words Known { get; } = EmbeddedJson.Load<Words>("words.json");

    public required string[] Subjects { get; init; }
    public required string[] Kinds { get; init; }
    public required string[] Others { get; init; }
    public required string Bare { get; init; }
    public required string[] ColumnPaths { get; init; }
    public required string[] NextPage { get; init; }
    public required string[] PublicSuffixes { get; init; }
    public required string[] DocumentExtensions { get; init; }

    /// <summary>Whether a kind of report stands after a subject, as in 政府信息公开工作年度报告.</summary>
    public bool SpeakOfReports(string title) =>
        Subjects.Any(s => title.IndexOf(s, StringComparison.Ordinal) is >= 0 and var at
            && Kinds.Any(k => title.IndexOf(k, at + s.Length, StringComparison.Ordinal) >= 0));

    public bool SpeakOfOthers(string title) => Others.Any(o => title.Contains(o, StringComparison.Ordinal));

    public int? BareYear(string title) =>
        Regex.Match(title, Bare) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    public bool AreColumnPath(Uri address) =>
        ColumnPaths.Any(p => address.AbsolutePath.Contains(p, StringComparison.OrdinalIgnoreCase));

    public bool AreDocument(Uri address) =>
        DocumentExtensions.Any(e => address.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
