using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>A4 pages that fill from the top; y counts downward from the top edge, in points.</summary>
sealed class Paper : IDisposable
{
    public const double Left = 62;
    public const double Right = 533;
    public const double Top = 70;
    public const double Bottom = 770;
    const double Height = 842;
    const double Hairline = 0.5;

    readonly PdfDocumentBuilder builder = new() { IncludeDocumentInformation = true };
    readonly Typeface typeface;
    PdfPageBuilder page;

    public Paper(DrawnStyle style)
    {
        Style = style;
        typeface = new Typeface(builder);
        page = builder.AddPage(PageSize.A4);
    }

    public DrawnStyle Style { get; }

    /// <summary>Where the next thing goes.</summary>
    public double Y { get; set; } = Top;

    public int Number { get; private set; } = 1;

    public void Text(string text, double x, double baseline, double size)
    {
        foreach (var (run, font) in typeface.Runs(text))
        {
            page.AddText(run, size, new PdfPoint(x, Height - baseline), font);
            x += Lettering.Width(run, size);
        }
    }

    public void Centred(string text, double middle, double baseline, double size) =>
        Text(text, middle - Lettering.Width(text, size) / 2, baseline, size);

    /// <summary>A horizontal or vertical rule.</summary>
    public void Rule(double x1, double y1, double x2, double y2)
    {
        if (Style.Ruling == Ruling.Lines)
            page.DrawLine(new PdfPoint(x1, Height - y1), new PdfPoint(x2, Height - y2), Hairline);
        else
            page.DrawRectangle(
                new PdfPoint(x1, Height - y2 - Hairline / 2), Math.Max(x2 - x1, Hairline), Math.Max(y2 - y1, Hairline), 0, true);
    }

    /// <summary>Ends the page; the page number goes to the foot unless it was put elsewhere.</summary>
    public void Turn(bool numbered = false)
    {
        Foot(numbered);
        page = builder.AddPage(PageSize.A4);
        (Y, Number) = (Top, Number + 1);
    }

    public byte[] Finish()
    {
        Foot(false);
        return ConstantDates.In(builder.Build());
    }

    public void Dispose() => builder.Dispose();

    void Foot(bool numbered)
    {
        if (!numbered)
            Centred($"- {Number} -", (Left + Right) / 2, 805, 9);
    }
}
