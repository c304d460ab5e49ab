using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Puts on a page what is not the report: running head, number, watermark.</summary>
sealed class Furniture(DrawnStyle style, Lettering lettering, Pen pen)
{
    const double Size = 9;

    readonly (double Width, double Height) sheet = style.Sheet.Size;

    public string PageNumber(int number, int total) => style.Furniture.Numbers switch
    {
        PageNumbers.Dashes => $"- {number} -",
        PageNumbers.OfTotal => $"第{number}页 共{total}页",
        PageNumbers.Plain => $"{number}",
        _ => "",
    };

    public void Dress(Leaf leaf, string title, string agency, string number)
    {
        Middle(leaf, number, sheet.Height - 37);
        if (style.Furniture.RunningHead)
        {
            Middle(leaf, title, 44);
            Ruler.Line(leaf.Under, Paper.Left, sheet.Width - Paper.Left, 50);
        }
        if (style.Furniture.Watermark == Watermark.Aslant)
            Aslant(leaf.Over, agency);
        else if (style.Furniture.Watermark == Watermark.Upright)
            for (var y = 130.0; y < sheet.Height - 60; y += 95)
                for (var x = 80.0; x < sheet.Width - 120; x += 190)
                    Pale(leaf.Under, agency, x, y, 13, 0);
    }

    void Middle(Leaf leaf, string text, double y)
    {
        if (text.Length > 0)
            pen.Write(leaf.Text, text, (sheet.Width - lettering.Width(text, Size)) / 2, y, Size);
    }

    void Aslant(Layer layer, string text)
    {
        var (angle, size) = (Math.PI / 4, 40);
        var half = text.Sum(c => lettering.Glyphs($"{c}")[0].Advance) * size / 2;
        Pale(layer, text, sheet.Width / 2 - half * Math.Cos(angle), sheet.Height / 2 + half * Math.Sin(angle), size, angle);
    }

    void Pale(Layer layer, string text, double x, double y, double size, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        layer.Add("q /Pale gs 0.6 g");
        foreach (var run in Lettering.Runs(lettering.Glyphs(text), _ => false))
        {
            var codes = Convert.ToHexString([.. run.SelectMany(g => g.Code)]);
            layer.Add($"BT /{run[0].Font} {layer.Long(size)} Tf {Digits.Of(cos, sin, -sin, cos)} {layer.At(x, y)} Tm <{codes}> Tj ET");
            var advance = run.Sum(g => g.Advance) * size;
            (x, y) = (x + advance * cos, y - advance * sin);
        }
        layer.Add("Q");
    }
}
