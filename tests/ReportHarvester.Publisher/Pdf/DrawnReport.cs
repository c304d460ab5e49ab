using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>A report drawn stroke by stroke, for what print programs cannot be made to do.</summary>
sealed class DrawnReport
{
    const double Size = 12;
    const double Leading = 20;

    readonly Paper paper;

    DrawnReport(DrawnStyle style) => paper = new Paper(style);

    public static byte[] Of(Truth truth, ReportTables tables, DrawnStyle style) => new DrawnReport(style).Draw(truth, tables);

    byte[] Draw(Truth truth, ReportTables tables)
    {
        Title(truth.Title);
        foreach (var (text, heading, section) in Narrative.Of(truth).Blocks())
            if (section == 0)
                Paragraph(heading ? text : "　　" + text);
            else
                Tables(Article.TablesOf(tables, section), section);
        Paragraph(Indented(truth.Agency));
        Paragraph(Indented($"{truth.Dated:yyyy年M月d日}"));
        if (!paper.Style.Furniture.StampOnTable)
            Stamp(paper.Y - 20);
        return paper.Finish(truth.Title, truth.Agency);
    }

    void Tables(IReadOnlyList<Table> tables, int section)
    {
        foreach (var table in tables)
            new DrawnTable(paper, table).Draw();
        if (section == 3 && paper.Style.Furniture.StampOnTable)
            Stamp(paper.Y - 50);
    }

    void Stamp(double y) => RedStamp.Put(paper.Leaf.Over, paper.Style.Furniture.Stamp, paper.Right - 80, y);

    void Title(string title)
    {
        foreach (var line in paper.Lettering.Lines(title, paper.Right - Paper.Left, 18))
        {
            paper.Y += 28;
            paper.Centred(line, (Paper.Left + paper.Right) / 2, paper.Y, 18);
        }
        paper.Y += 16;
    }

    void Paragraph(string text)
    {
        foreach (var line in paper.Lettering.Lines(text, paper.Right - Paper.Left, Size))
        {
            if (paper.Y + Leading > paper.Bottom)
                paper.Turn();
            paper.Y += Leading;
            paper.Text(line, Paper.Left, paper.Y - 5, Size);
            Mark(Paper.Left + paper.Lettering.Width(line, Size));
        }
        paper.Y += 3;
    }

    void Mark(double right)
    {
        if (paper.Style.Furniture.Prose is var mark and not ProseMark.None)
            Ruler.Line(paper.Leaf.Under, Paper.Left, right, paper.Y - (mark == ProseMark.Underlined ? 2.5 : 9));
    }

    /// <summary>Signatures stand at the right edge.</summary>
    string Indented(string text)
    {
        var room = paper.Right - Paper.Left - paper.Lettering.Width(text, Size);
        return new string('　', (int)(room / paper.Lettering.Width("　", Size)) - 1) + text;
    }
}
