using System.Xml.Linq;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>Walks a document in reading order and gathers its blocks. Tables that only arrange the page are walked through.</summary>
sealed class WordWalk(WordParagraphs paragraphs)
{
    readonly List<Block> blocks = [];
    int grids;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Whether parts of another document are embedded, which are not read.</summary>
    public bool HasUnread { get; private set; }

    public void Visit(XElement container)
    {
        foreach (var child in WordElements.Of(container))
            if (child.Name() == "p") Add(child);
            else if (child.Name() == "altChunk") HasUnread = true;
            else if (child.Name() == "tbl" && !WordTable.IsLayout(child)) AddGrid(child);
            else if (!WordElements.IsGone(child)) Visit(child);
    }

    void Add(XElement paragraph)
    {
        var text = paragraphs.Read(paragraph);
        foreach (var line in text.Prose.Split('\n'))
            if (Blanks.Collapse(Folding.FoldProse(line)) is { Length: > 0 } shown) blocks.Add(new TextBlock(shown, new Origin()));
        foreach (var box in text.Boxes) Visit(box);
    }

    void AddGrid(XElement table)
    {
        if (new WordTable(paragraphs, grids + 1).Read(table) is not { Cells.Count: > 0 } grid) return;
        grids++;
        blocks.Add(grid);
    }
}
