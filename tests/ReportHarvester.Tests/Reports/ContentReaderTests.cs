using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;

namespace ReportHarvester.Tests.Reports;

/// <summary>Page content against the library's own interpretation, glyph by glyph.</summary>
public sealed class ContentReaderTests
{
    public static TheoryData<string> Pdfs => [.. Fixtures.Reports.Where(f => Fixtures.Source(f).EndsWith(".pdf", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Pdfs))]
    public void Glyphs_and_rulings_are_those_of_the_library(string name)
    {
        var bytes = Fixtures.Bytes(name);
        Assert.Empty(PdfPages.Read(bytes).Odd);
        Assert.Equal([], PageDifferences.Between(PdfReader.Pages(bytes), PdfReader.Pages(bytes, byLibrary: true)));
    }
}
