namespace ReportHarvester.Reports.Checks;

/// <summary>Whether what was published can be searched and copied at all.</summary>
static class Readable
{
    public const string Code = "C-READABLE";

    // Sections whose tables a report prints; a page that names them has no tables in an attachment.
    static readonly int[] Tables = [2, 3, 4];

    static readonly Dictionary<string, string> Refusals = new()
    {
        ["NEEDS-OCR"] = EvidenceWords.Write("pictures"),
        ["ENCRYPTED"] = EvidenceWords.Write("encrypted"),
        ["EMPTY"] = EvidenceWords.Write("empty"),
    };

    /// <summary>What a document of which no text was read tells of its publisher.</summary>
    public static IEnumerable<Issue> Refused(string code) =>
        Refusals.TryGetValue(code, out var evidence) ? [CheckList.Failure(CheckList.All.First(c => c.Code == Code), Finding.Wrong(evidence), new PlacedFigures([]))] : [];

    public static IEnumerable<Finding> Compare(CheckedReport report)
    {
        var document = report.Document;
        if (document.Issues.FirstOrDefault(i => i.Code == "FONT-WITHOUT-UNICODE") is { } font)
            yield return Finding.Seems(EvidenceWords.Write("no text"), font.Origin);
        if (report.Figures.Count == 0 && document.HasPictures && !document.Grids.Any() && Tables.All(n => report.Section(n) is not null))
            yield return Finding.Seems(EvidenceWords.Write("tables as pictures"));
    }
}
