using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Pdf.Fonts;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Pages that fill from the top; y counts downward from the top edge, in points.</summary>
sealed class Paper
{
    public const double Left = 62;
    public const double Top = 70;

    readonly Face face;
    readonly Pen pen;
    readonly List<Leaf> leaves = [];
    readonly HashSet<Leaf> numbered = [];

    public Paper(DrawnStyle style)
    {
        Style = style;
        face = Face.Of(style.Font);
        Lettering = new Lettering(face, style.Writing);
        pen = new Pen(style.Writing, Lettering);
        leaves.Add(new Leaf(style));
    }

    public DrawnStyle Style { get; }

    public Lettering Lettering { get; }

    public double Right => Style.Sheet.Size.Width - Left;

    public double Bottom => Style.Sheet.Size.Height - 72;

    /// <summary>Where the next thing goes.</summary>
    public double Y { get; set; } = Top;

    public int Number => leaves.Count;

    public Leaf Leaf => leaves[^1];

    public void Text(string text, double x, double baseline, double size) => pen.Write(Leaf.Text, text, x, baseline, size);

    public void Centred(string text, double middle, double baseline, double size) =>
        Text(text, middle - Lettering.Width(text, size) / 2, baseline, size);

    /// <summary>Text that takes its place and shows nothing.</summary>
    public void Hidden(string text, double x, double baseline, double size) => pen.Hide(Leaf.Text, text, x, baseline, size);

    public void Cells(IReadOnlyList<Box> cells) => Ruler.Draw(Leaf.Rulings, Style.Rulings, cells);

    /// <summary>Ends the page; its number goes to the foot unless it was put elsewhere.</summary>
    public void Turn(bool alreadyNumbered = false)
    {
        if (alreadyNumbered)
            numbered.Add(Leaf);
        leaves.Add(new Leaf(Style));
        Y = Top;
    }

    /// <summary>Puts furniture on every page, and binds the pages into a file.</summary>
    public byte[] Finish(string title, string agency)
    {
        var furniture = new Furniture(Style, Lettering, pen);
        for (var i = 0; i < leaves.Count; i++)
        {
            furniture.Dress(leaves[i], title, agency, numbered.Contains(leaves[i]) ? "" : furniture.PageNumber(i + 1, leaves.Count));
            pen.Finish(leaves[i].Text);
        }
        return Binding.Of(leaves, face, Style);
    }
}
