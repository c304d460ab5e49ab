namespace ReportHarvester.Reports.Pdf;

/// <summary>What a file and its pages do not let one read.</summary>
static class PdfIssues
{
    public static IReadOnlyList<Issue> Of(IReadOnlyList<PageContent> pages, bool isCut) => [.. isCut ? [Cut()] : Array.Empty<Issue>(), .. pages.SelectMany(Of)];

    public static UnreadableDocumentException NothingLeft() => new("DAMAGED", "文件不完整或已损坏，能读的部分没有文字。Part of the file is lost or damaged, and what can be read holds no text.");

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
                Message = $"第{page.Number}页有内容丢失（{page.Damage}），未读取。Content of the page is lost in the file and was not read.",
            };
        var unknown = 0;
        foreach (var glyph in page.Glyphs.AsSpan())
            if (glyph.Text == "\uFFFD") unknown++;
        if (unknown > 0)
            yield return new Issue
            {
                Code = "FONT-WITHOUT-UNICODE", Severity = Severity.Warning, Origin = new Origin { Page = page.Number },
                Message = $"第{page.Number}页有{unknown}个字符所用字体没有文字编码，未读取。A font without a mapping to Unicode was used; its characters were not read.",
            };
    }
}
