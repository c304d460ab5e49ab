using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf.Content;
using ReportHarvester.Reports.Pdf.Unruled;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Reads a PDF: page content, lattices, cells and lines, then tables and paragraphs over all pages.</summary>
static class PdfReader
{
    // Fewer characters than this on all pages together are a stamp on a scan, not a report.
    const int FewestGlyphs = 20;

    /// <summary>Reads a file. Only tests and benchmarks let the library interpret its pages.</summary>
    public static Document Read(byte[] bytes, bool byLibrary = false)
    {
        var file = PdfPages.Read(bytes, byLibrary);
        return Read([.. file.Pages.Select(PageReader.Read)], file.IsCut);
    }

    /// <param name="pages">The content of all pages that were found.</param>
    /// <param name="isCut">There may have been more.</param>
    public static Document Read(IReadOnlyList<PageContent> pages, bool isCut = false)
    {
        if (pages.Sum(p => p.Glyphs.Count(g => !g.Unseen)) < FewestGlyphs)
            throw isCut || pages.Any(p => p.Damage is not null) ? PdfIssues.NothingLeft() : PdfIssues.Scanned(pages.Count, hasText: pages.Sum(p => p.Glyphs.Count) >= FewestGlyphs);
        var rulings = pages.Select(p => (IReadOnlyList<Ruling>)p.Rulings.Except(TextDecorations.Of(p)).ToList()).ToArray();
        var lattices = rulings.Select((r, i) => (IReadOnlyList<Lattice>)[.. Lattice.Of(r).Select(l => OpenCells.Extended(l, pages[i]))]).ToArray();
        var bare = PageFurniture.Without(Watermarks.Without(pages), lattices);
        var unruled = UnruledPages.Of(bare, rulings, lattices);
        var taken = new HashSet<Glyph>(unruled.SelectMany(u => u.Glyphs), ReferenceEqualityComparer.Instance);
        var blocks = bare.SelectMany((p, i) => PageLayout.Of(Without(p, taken), lattices[i].Where(l => !IsTaken(l, p, taken)), unruled)).ToList();
        return new Document { Format = DocumentFormat.Pdf, Pages = pages.Count, Blocks = Flow(blocks, pages), Issues = PdfIssues.Of(pages, isCut) };
    }

    /// <summary>The content of every page.</summary>
    public static IReadOnlyList<PageContent> Pages(byte[] bytes, bool byLibrary = false) => [.. PdfPages.Read(bytes, byLibrary).Pages.Select(PageReader.Read)];

    static PageContent Without(PageContent page, HashSet<Glyph> taken) =>
        taken.Count == 0 ? page : page with { Glyphs = page.Glyphs.Where(g => !taken.Contains(g)).ToList() };

    // Rulings around words of a table that is not wholly ruled make none of their own.
    static bool IsTaken(Lattice lattice, PageContent page, HashSet<Glyph> taken) =>
        taken.Count > 0 && page.Glyphs.Any(g => taken.Contains(g) && PageLayout.Contains(lattice.Box, g));

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
            if (blocks[i] is UnruledBlock unruled)
            {
                flow.Add(unruled.ToGrid(++grids));
                continue;
            }
            var first = i;
            while (i + 1 < blocks.Count && blocks[i + 1] is TableBlock next && TableJoin.GoesOn((TableBlock)blocks[i], next)) i++;
            flow.Add(TableJoin.Join([.. blocks[first..(i + 1)].Cast<TableBlock>()], ++grids));
        }
        if (paragraphs.End() is { } end) flow.Add(end);
        return flow;
    }
}
