using System.Text;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>A trait that does not show would be counted as read while nothing was tried.</summary>
public sealed class TraitTests
{
    const int Seeds = 12;

    /// <summary>Some traits show only beside others: signs where there are changes, the row of a cut where there is one.</summary>
    static readonly Dictionary<string, string>[] grounds =
    [
        [],
        new() { ["rowHeight"] = "tall", ["widths"] = "equal", ["fontKind"] = "simple-true-type" },
        new() { ["form"] = "2019", ["cut"] = "repeat", ["repeat"] = "heads", ["rowHeight"] = "tall", ["fontKind"] = "gbk-euc", ["page"] = "a4-landscape" },
    ];

    /// <summary>Formats by what their programs are given to print.</summary>
    static readonly Dictionary<string, Func<Printout, byte[]>> sources = new()
    {
        ["html"] = WebPage.Of, ["docx"] = WordReport.Of, ["drawn"] = DrawnLook.Print, ["xlsx"] = Workbook.Of,
        ["chromium"] = p => Encoding.UTF8.GetBytes(Sheet.Document(p)), ["writer-html"] = p => Encoding.UTF8.GetBytes(Sheet.Document(p)),
    };

    public static TheoryData<string> Formats => [.. sources.Keys];

    [Theory, MemberData(nameof(Formats))]
    public void Every_value_of_every_trait_shows(string format)
    {
        var hidden = from trait in Traits.Catalogue.All
                     from value in trait.Value.Values.Skip(1)
                     where Traits.Catalogue.Shows(format, trait.Key, value) && !Shows(format, trait.Key, value)
                     select $"{trait.Key}={value}";
        Assert.Equal("", string.Join(", ", hidden));
    }

    [Fact]
    public void A_seed_prints_the_same_bytes_again()
    {
        foreach (var (format, source) in sources)
            Assert.Equal(source(Format.All[format].Shown(Drawing.Free.Of(7))), source(Format.All[format].Shown(Drawing.Free.Of(7))));
    }

    static bool Shows(string format, string trait, string value) => grounds.Any(ground => Enumerable.Range(1, Seeds).Any(seed =>
        !Excluded(ground, trait, value) && !Printed(format, new Layout(seed, ground)).SequenceEqual(
            Printed(format, new Layout(seed, new Dictionary<string, string>(ground) { [trait] = value })))));

    static bool Excluded(Dictionary<string, string> ground, string trait, string value)
    {
        var all = new Layout(0, new Dictionary<string, string>(ground) { [trait] = value });
        return Traits.Catalogue.Excluded.Any(e => e.Traits.All(t => all[t.Key] == t.Value));
    }

    static byte[] Printed(string format, Layout layout) => sources[format](Format.All[format].Shown(layout));
}
