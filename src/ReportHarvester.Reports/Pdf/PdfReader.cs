using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf.Unruled;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Reads a PDF: page content, lattices, cells and lines, then tables and paragraphs over all pages.</summary>
static class PdfReader
{
    // Fewer characters than this on all pages together are a stamp on a scan, not a report.
    const int FewestGlyphs = 20;

    public static Document Read(byte[] bytes) => Read(Pages(bytes));

    public static Document Read(IReadOnlyList<PageContent> pages)
    {
        if (pages.Sum(p => p.Glyphs.Count(g => !g.Unseen)) < FewestGlyphs)
            throw new UnreadableDocumentException("NEEDS-OCR", $"{pages.Count}页中没有文字，是扫描件。The pages hold pictures and no text.");
        var rulings = pages.Select(p => (IReadOnlyList<Ruling>)[.. p.Rulings.Except(TextDecorations.Of(p))]).ToArray();
        var lattices = Array.ConvertAll(rulings, Lattice.Of);
        var furniture = PageFurniture.Find(pages, lattices);
        var whole = UnruledPages.Complete(pages, rulings, lattices, furniture);
        var blocks = pages.SelectMany((p, i) => PageLayout.Of(p, whole[i], furniture[i])).ToList();
        return new Document { Format = DocumentFormat.Pdf, Pages = pages.Count, Blocks = Flow(blocks, pages), Issues = [.. Unreadable(pages)] };
    }

    public static IReadOnlyList<PageContent> Pages(byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true });
            return [.. pdf.GetPages().Select(p => PageReader.Read(p, UnreadableFonts.Of(pdf, p)))];
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableDocumentException("ENCRYPTED", "PDF需要密码才能打开。The PDF opens only with a password.");
        }
    }

    // Parts of one table, and lines of one paragraph, are put together; page breaks do not count.
    static List<Block> Flow(List<PageBlock> blocks, IReadOnlyList<PageContent> pages)
    {
        var flow = new List<Block>();
        var paragraphs = new Paragraphs(blocks, pages);
        var grids = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is LineBlock line)
            {
                if (paragraphs.Add(line) is { } ended) flow.Add(ended);
                continue;
            }
            if (paragraphs.End() is { } above) flow.Add(above);
            var first = i;
            while (i + 1 < blocks.Count && blocks[i + 1] is TableBlock next && TableJoin.GoesOn((TableBlock)blocks[i], next)) i++;
            flow.Add(TableJoin.Join([.. blocks[first..(i + 1)].Cast<TableBlock>()], ++grids));
        }
        if (paragraphs.End() is { } end) flow.Add(end);
        return flow;
    }

    static IEnumerable<Issue> Unreadable(IReadOnlyList<PageContent> pages)
    {
        foreach (var page in pages)
            if (page.Glyphs.Count(g => g.Text == "\uFFFD") is > 0 and var lost)
                yield return new Issue
                {
                    Code = "FONT-WITHOUT-UNICODE", Severity = Severity.Warning, Origin = new Origin { Page = page.Number },
                    Message = $"第{page.Number}页有{lost}个字符所用字体没有文字编码，未读取。A font without a mapping to Unicode was used; its characters were not read.",
                };
    }
}
