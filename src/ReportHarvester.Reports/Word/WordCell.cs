using System.Xml.Linq;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>Gathers what a cell says, and whether anything else stands in it that may be part of its number or not.</summary>
sealed class WordCell(WordParagraphs paragraphs)
{
    // A cell that only a picture fills is not blank.
    const string Picture = "［图］";

    readonly List<string> lines = [], beside = [];
    bool doubtful, hasPicture;

    public static (string Text, bool Doubtful) Read(XElement cell, WordParagraphs paragraphs)
    {
        var reader = new WordCell(paragraphs);
        reader.Gather(cell);
        return reader.Result();
    }

    (string Text, bool Doubtful) Result()
    {
        if (lines.Count > 0) return (string.Join('\n', lines), doubtful || beside.Count > 0 || hasPicture);
        if (beside.Count > 0) return (string.Join('\n', beside), true);
        return (hasPicture ? Picture : "", false);
    }

    void Gather(XElement container)
    {
        foreach (var child in WordElements.Of(container))
            if (child.Name() == "p") Add(child);
            else if (!WordElements.IsGone(child)) Gather(child);
    }

    // A text box floats: what it says may stand in this cell or over another.
    void Add(XElement paragraph)
    {
        var text = paragraphs.Read(paragraph);
        lines.AddRange(Lines(text.Line));
        beside.AddRange(Lines(text.Beside));
        doubtful |= text.Doubtful || text.Boxes.Count > 0;
        hasPicture |= text.HasPicture;
        foreach (var box in text.Boxes) Gather(box);
    }

    static IEnumerable<string> Lines(string text) => Folding.Fold(text).Split('\n').Select(Blanks.Collapse).Where(line => line.Length > 0);
}
