using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using UglyToad.PdfPig;

namespace ReportHarvester.Publisher.Print;

/// <summary>
/// What a print program left out of a report, labels of groups aside: LibreOffice loses rows, and tables that follow, at the ends of pages.
/// What is not on paper cannot be read from it.
/// </summary>
static class LostText
{
    /// <summary>The characters that stand on paper less often than in the report, in the order of the report.</summary>
    public static string Of(Printout printout, byte[] pdf)
    {
        var printed = Characters(Printed(pdf)).CountBy(c => c).ToDictionary();
        return string.Concat(Characters(Expected(printout)).Where(c => (printed[c] = printed.GetValueOrDefault(c) - 1) < 0));
    }

    static IEnumerable<string> Expected(Printout printout)
    {
        var (truth, tables, _) = printout;
        IEnumerable<Table> all = [.. tables.Two, .. tables.Three, .. tables.Four];
        return [truth.Title, .. Narrative.Of(truth).Blocks().Select(b => b.Text), .. all.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c.Kind != CellKind.Group).Select(c => c.Text), .. truth.Signature];
    }

    // Off the page is lost too.
    static IEnumerable<string> Printed(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        foreach (var page in document.GetPages())
            foreach (var letter in page.Letters)
                if (letter.StartBaseLine.X >= 0 && letter.StartBaseLine.X <= page.Width && letter.StartBaseLine.Y >= 0 && letter.StartBaseLine.Y <= page.Height)
                    yield return letter.Value;
    }

    static IEnumerable<char> Characters(IEnumerable<string> texts) =>
        texts.SelectMany(t => t).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Select(Radicals.Of);
}
