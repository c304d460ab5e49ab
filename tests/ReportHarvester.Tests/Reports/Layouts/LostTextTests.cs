using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>A program that leaves rows out of a print must be noticed: readers would be blamed for it.</summary>
public sealed class LostTextTests
{
    static readonly Printout whole = Printout.Of(Layout.Plain(3).In("drawn"));

    [Fact]
    public void Nothing_is_missed_on_a_whole_print() => Assert.Equal("", LostText.Of(whole, DrawnLook.Print(whole)));

    [Fact]
    public void A_row_that_is_not_on_paper_is_missed()
    {
        var table = whole.Tables.Three[0];
        var cut = whole with { Tables = whole.Tables with { Three = [table with { Rows = [.. table.Rows.SkipLast(1)] }] } };
        Assert.Contains("继续", LostText.Of(whole, DrawnLook.Print(cut)), StringComparison.Ordinal);
    }
}
