using ReportHarvester.Publisher.Layouts;
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
    public void Text_cut_out_of_the_box_of_a_figure_is_its_text(string name) => HoldTheirText(Fixtures.Bytes(name));

    // Wrapped numbers, tables without rulings, turned pages, text in forms, notes beside numbers, rows that a page cuts.
    [Theory]
    [InlineData("borders=none,zeros=blank")]
    [InlineData("borders=horizontal,digits=padded,widths=narrow-figures")]
    [InlineData("borders=frame,digits=padded,widths=wide-labels,zeros=long-dash")]
    [InlineData("borders=zebra,remark=revised,units=all")]
    [InlineData("box=turned,page=a4-landscape")]
    [InlineData("operators=kerned,digits=apart")]
    [InlineData("fontKind=type3,placing=nested-form")]
    [InlineData("rowBreak=split,vertical=bottom")]
    public async Task Text_cut_out_of_the_box_of_a_printed_figure_is_its_text(string traits)
    {
        var drawing = Drawing.Free with { Given = PrintCommand.List(traits).Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]), OthersPlain = true };
        foreach (var (_, document) in await Format.All["drawn"].Print(Enumerable.Range(1, Seeds).Select(drawing.Of), null, default)) HoldTheirText(document);
    }

    const int Seeds = 3;

    static void HoldTheirText(byte[] bytes)
    {
        var figures = ReportReader.Read(bytes).Report.Figures;
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().Select(Letters).ToList();
        Assert.NotEmpty(figures);
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
