namespace ReportHarvester.Reports.Pdf;

/// <summary>What a file and its pages do not let one read.</summary>
static class PdfIssues
{
    public static IReadOnlyList<Issue> Of(IReadOnlyList<PageContent> pages, bool isCut) => [.. isCut ? [Cut()] : Array.Empty<Issue>(), .. pages.SelectMany(Of)];

    public static UnreadableDocumentException NothingLeft() => new("DAMAGED", "文件不完整或已损坏，能读的部分没有文字。Part of the file is lost or damaged, and what can be read holds no text.");

    /// <param name="pages">How many there are.</param>
    /// <param name="hasText">Text that was found in the pictures lies under them: it can be searched and copied, and nobody sees whether it says what they show.</param>
    public static UnreadableDocumentException Scanned(int pages, bool hasText) => hasText
        ? new("NEEDS-OCR", $"{pages}页是扫描件，图片之下的识别文字可以检索、复制，未采用。The pages are pictures; the text that lies under them can be searched and copied, and is not taken.") { CanBeSearched = true }
        : new("NEEDS-OCR", $"{pages}页中没有文字，是扫描件。The pages hold pictures and no text.");

    static Issue Cut() => new()
    {
        Code = "DAMAGED", Severity = Severity.Error, Fault = Fault.Reading,
        Message = "文件不完整，只读取了找到的部分，可能缺页缺字。The end of the file is lost; what was found was read, and pages or text may be missing.",
    };

    static IEnumerable<Issue> Of(PageContent page)
    {
        if (page.Damage is not null)
            yield return new Issue
            {
                Code = "DAMAGED", Severity = Severity.Error, Fault = Fault.Reading, Origin = new Origin { Page = page.Number },
                Message = EvidenceWords.Write("page lost", page.Number, page.Damage),
            };
        var unknown = 0;
        foreach (var glyph in page.Glyphs.AsSpan())
            if (glyph.Text == "\uFFFD") unknown++;
        if (unknown > 0)
            yield return new Issue
            {
                Code = "FONT-WITHOUT-UNICODE", Severity = Severity.Warning, Origin = new Origin { Page = page.Number },
                Message = EvidenceWords.Write("font without text", page.Number, unknown),
            };
    }
}
