using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>A report drawn stroke by stroke, for what print programs cannot be made to do.</summary>
static class DrawnReport
{
    const double Size = 12;
    const double Leading = 20;

    public static byte[] Of(Truth truth, ReportTables tables, DrawnStyle style)
    {
        using var paper = new Paper(style);
        Title(paper, truth.Title);
        foreach (var (text, heading, section) in Narrative.Of(truth).Blocks())
            if (section == 0)
                Paragraph(paper, heading ? text : "　　" + text);
            else
                foreach (var table in Article.TablesOf(tables, section))
                    new DrawnTable(paper, table).Draw();
        Paragraph(paper, Indented(truth.Agency));
        Paragraph(paper, Indented($"{truth.Dated:yyyy年M月d日}"));
        return paper.Finish();
    }

    static void Title(Paper paper, string title)
    {
        foreach (var line in Lettering.Lines(title, Paper.Right - Paper.Left, 18))
        {
            paper.Y += 28;
            paper.Centred(line, (Paper.Left + Paper.Right) / 2, paper.Y, 18);
        }
        paper.Y += 16;
    }

    static void Paragraph(Paper paper, string text)
    {
        foreach (var line in Lettering.Lines(text, Paper.Right - Paper.Left, Size))
        {
            if (paper.Y + Leading > Paper.Bottom)
                paper.Turn();
            paper.Y += Leading;
            paper.Text(line, Paper.Left, paper.Y - 5, Size);
        }
        paper.Y += 3;
    }

    /// <summary>Signatures stand at the right edge.</summary>
    static string Indented(string text) =>
        new string('　', (int)((Paper.Right - Paper.Left - Lettering.Width(text, Size)) / Size) - 1) + text;
}
