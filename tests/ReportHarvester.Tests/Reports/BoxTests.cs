using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ReportHarvester.Tests.Reports;

/// <summary>The box of a figure holds its printed characters and no others: what the library finds inside it, by outline, is the figure's text.</summary>
public sealed class BoxTests
{
    public static TheoryData<string> Pdfs => ContentReaderTests.Pdfs;

    [Theory, MemberData(nameof(Pdfs))]
    public void Text_cut_out_of_the_box_of_a_figure_is_its_text(string name)
    {
        var bytes = Fixtures.Bytes(name);
        var figures = ReportReader.Read(bytes).Report.Figures;
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().Select(Letters).ToList();
        Assert.All(figures, figure => Assert.NotNull(figure.Origin.Box));
        foreach (var figure in figures)
            Assert.Equal((figure.Key, Folding.WithoutBlanks(figure.Raw)), (figure.Key, Inside(figure.Origin.Box!.Value, pages[figure.Origin.Page!.Value - 1])));
    }

    static string Inside(Box box, IEnumerable<(double X, double Y, string Text)> letters) =>
        Folding.WithoutBlanks(Folding.Fold(string.Concat(letters.Where(l => l.X >= box.Left && l.X <= box.Right && l.Y >= box.Top && l.Y <= box.Bottom).Select(l => l.Text))));

    // Outlines' middles, on the page as it is held.
    static List<(double X, double Y, string Text)> Letters(Page page)
    {
        var frame = PageFrame.Of(LibraryPage.Read(page, new HashSet<string>()));
        return [.. page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => (l.BoundingBox.Centroid, l.Value))
            .Select(l => (At: frame.Place(l.Centroid.X, l.Centroid.Y), l.Value)).Select(l => (l.At.X, l.At.Y, l.Value))];
    }
}
