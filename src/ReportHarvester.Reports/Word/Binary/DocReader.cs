using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>Reads a document of Word 97 to 2003, which WPS writes too: its paragraphs and tables in order.</summary>
static class DocReader
{
    public static Document Read(byte[] bytes)
    {
        var blocks = new DocBlocks();
        blocks.Add([.. new DocParagraphs(new DocFile(bytes)).Read()], 1);
        return new Document { Format = DocumentFormat.Doc, Blocks = blocks.All };
    }
}

/// <summary>Puts paragraphs together to lines and tables. Tables that only arrange the page are opened.</summary>
sealed class DocBlocks
{
    const int LongestCell = 1000;

    readonly List<Block> blocks = [];
    int grids;

    public IReadOnlyList<Block> All => blocks;

    /// <param name="depth">How many tables the paragraphs of a table stand in here.</param>
    public void Add(IReadOnlyList<DocParagraph> paragraphs, int depth)
    {
        for (var i = 0; i < paragraphs.Count;)
        {
            var first = i++;
            if (paragraphs[first].Depth < depth)
            {
                AddLine(paragraphs[first]);
                continue;
            }
            while (i < paragraphs.Count && paragraphs[i].Depth >= depth) i++;
            AddTable([.. paragraphs.Skip(first).Take(i - first)], depth);
        }
    }

    void AddLine(DocParagraph paragraph)
    {
        foreach (var line in paragraph.Prose.Split('\n'))
            if (Blanks.Collapse(Folding.FoldProse(line)) is { Length: > 0 } text) blocks.Add(new TextBlock(text, new Origin()));
    }

    void AddTable(List<DocParagraph> paragraphs, int depth)
    {
        var rows = DocRow.Of(paragraphs, depth);
        var cells = rows.SelectMany(r => r.Cells).ToList();
        if (cells.Count < 2 || cells.Exists(c => c.Sum(p => p.Line.Length) > LongestCell))
            foreach (var cell in cells) Add(cell, depth + 1);
        else
            blocks.Add(new DocTable(++grids).Read(rows));
    }
}

/// <summary>A row: the paragraphs of its cells, and the edges that the end of the row states.</summary>
sealed record DocRow(IReadOnlyList<IReadOnlyList<DocParagraph>> Cells, IReadOnlyList<DocCell> Stated)
{
    public static IReadOnlyList<DocRow> Of(IReadOnlyList<DocParagraph> paragraphs, int depth)
    {
        var rows = new List<DocRow>();
        List<IReadOnlyList<DocParagraph>> cells = [];
        List<DocParagraph> cell = [];
        foreach (var paragraph in paragraphs)
            if (paragraph.Depth == depth && paragraph.EndsRow)
            {
                rows.Add(new DocRow(cells, paragraph.Cells));
                (cells, cell) = ([], []);
            }
            else
            {
                cell.Add(paragraph);
                if (paragraph.Depth != depth || !paragraph.EndsCell) continue;
                cells.Add(cell);
                cell = [];
            }
        // A row whose end is lost is still there.
        if (cell.Count > 0) cells.Add(cell);
        if (cells.Count > 0) rows.Add(new DocRow(cells, []));
        return rows;
    }
}
