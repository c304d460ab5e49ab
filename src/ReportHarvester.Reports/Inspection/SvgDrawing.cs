using System.Text;
using ReportHarvester.Reports.Pdf;

namespace ReportHarvester.Reports.Inspection;

/// <summary>Writes an SVG, sizes in points, with a legend below the page.</summary>
sealed class SvgDrawing
{
    const int Legend = 24;

    static readonly (string Color, string Text)[] Colors =
    [
        ("#9ad29a", "数值，勾稽证实 proven"), ("#d8ecb0", "数值 number"), ("#cfe0f5", "空或标记 blank or mark"), ("#eeeeee", "表头栏目 head, label"), ("#f6b5ae", "未归入 not placed"),
    ];

    readonly StringBuilder svg = new();
    readonly double height;

    public SvgDrawing(double width, double height)
    {
        this.height = height;
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(width)} {N(height + Legend)}" preserveAspectRatio="xMidYMin" width="{N(width)}" height="{N(height + Legend)}" font-family="Noto Sans CJK SC, WenQuanYi Zen Hei, sans-serif">""").Append('\n');
        svg.Append($"""<rect width="{N(width)}" height="{N(height + Legend)}" fill="#ffffff"/>""").Append('\n');
        svg.Append("<style>rect:target{stroke:#c00000;stroke-width:2.5}</style>\n");
    }

    /// <summary>A cell has an id of grid, row and column, so that an address can point at it.</summary>
    public void Cell(Box box, CellFate fate) =>
        svg.Append($"""<rect id="c{fate.Cell.Origin.Grid}-{fate.Cell.Row}-{fate.Cell.Column}" x="{N(box.Left)}" y="{N(box.Top)}" width="{N(box.Right - box.Left)}" height="{N(box.Bottom - box.Top)}" fill="{fate.Color}" stroke="#8888cc" stroke-width="0.3"><title>{Escape(fate.Title)}</title></rect>""").Append('\n');

    public void Line(Ruling ruling)
    {
        var (x1, y1, x2, y2) = ruling.Horizontal ? (ruling.From, ruling.At, ruling.To, ruling.At) : (ruling.At, ruling.From, ruling.At, ruling.To);
        svg.Append($"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}" stroke="#d03030" stroke-width="0.7"/>""").Append('\n');
    }

    public void Glyph(Glyph glyph) => Text(glyph.Box.Left, glyph.Box.Bottom - glyph.Size * 0.2, glyph.Size, glyph.Text);

    public void Text(double x, double y, double size, string text) =>
        svg.Append($"""<text x="{N(x)}" y="{N(y)}" font-size="{N(size)}" pointer-events="none">{Escape(text)}</text>""").Append('\n');

    public string End()
    {
        var x = 8.0;
        foreach (var (color, text) in Colors)
        {
            svg.Append($"""<rect x="{N(x)}" y="{N(height + 8)}" width="10" height="10" fill="{color}" stroke="#888888" stroke-width="0.3"/>""").Append('\n');
            Text(x + 13, height + 16.5, 8, text);
            x += 20 + 8 * text.Sum(c => c > 0xFF ? 1 : 0.55);
        }
        return svg.Append("</svg>\n").ToString();
    }

    static string N(double number) => number.ToString("0.##");

    static string Escape(string text) => System.Security.SecurityElement.Escape(string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar)))!;
}
