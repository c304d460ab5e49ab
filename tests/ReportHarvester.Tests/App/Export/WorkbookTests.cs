using System.IO.Compression;
using System.Xml.Linq;
using ReportHarvester.App.Export;

namespace ReportHarvester.Tests.App.Export;

public sealed class WorkbookTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ATextThatNoWorkbookTakesIsTakenWithoutWhatItCannotHoldAndOneThatIsTooLongSaysSo(bool printed)
    {
        using var file = new MemoryStream();
        using (var book = new Workbook(file, printed)) book.Add("a", ["head\u0001"], [["x\u0001y\uD800z\uFFFF"], [string.Concat(Enumerable.Repeat("😀", 20_000))]]);
        using var zip = new ZipArchive(file);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var texts = XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ToList();
        Assert.Equal(["head ", "x y\uFFFDz "], texts[..2]);
        Assert.InRange(texts[2].Length, 32_700, 32_767);
        Assert.EndsWith("😀……（下略 cut off here）", texts[2]);
    }
}
