using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ReportHarvester.Publisher.Print;

/// <summary>
/// What a print program printed over other text: LibreOffice begins a table at the top of a page on which the one before it has not ended.
/// Nobody can read that from paper.
/// </summary>
static class Overprint
{
    // In sizes of the font, how near baselines lie, and in widths, how far letters cover each other. What differs more in size is a note or a watermark.
    const double Near = 0.5, Covered = 0.5, Larger = 1.5;

    /// <summary>The level letters under which another one stands, page by page from the bottom.</summary>
    public static string Of(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(Of));
    }

    static IEnumerable<string> Of(Page page)
    {
        var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value) && l.TextOrientation == TextOrientation.Horizontal).OrderBy(l => l.StartBaseLine.Y).ToArray();
        for (var i = 0; i < letters.Length; i++)
            if (letters.Skip(i + 1).TakeWhile(above => above.StartBaseLine.Y - letters[i].StartBaseLine.Y < Near * letters[i].PointSize).Any(above => Cover(letters[i], above)))
                yield return letters[i].Value;
    }

    static bool Cover(Letter one, Letter other) =>
        Math.Max(one.PointSize, other.PointSize) < Larger * Math.Min(one.PointSize, other.PointSize)
        && Math.Abs(one.StartBaseLine.Y - other.StartBaseLine.Y) < Near * other.PointSize
        && Math.Min(one.EndBaseLine.X, other.EndBaseLine.X) - Math.Max(one.StartBaseLine.X, other.StartBaseLine.X) > Covered * Math.Min(Width(one), Width(other));

    static double Width(Letter letter) => letter.EndBaseLine.X - letter.StartBaseLine.X;
}
