using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Tests.Reports;

public sealed class FormTests
{
    [Theory]
    [InlineData("2021", "2", 10)]
    [InlineData("2021", "3", 175)]
    [InlineData("2021", "4", 15)]
    [InlineData("2019", "2", 25)]
    [InlineData("2019", "3", 161)]
    [InlineData("2019", "4", 15)]
    [InlineData("2014", "stat", 58)]
    [InlineData("fujian", "stat", 16)]
    public void An_edition_has_the_figures_of_its_document(string edition, string table, int figures)
    {
        var blocks = Form.All.Single(f => f.Edition == edition).Tables.Single(t => t.Number == table).Blocks;
        // Each figure has one place, but in table 4, which some print in three rows instead of one.
        var keys = blocks.Select(b => b.Rows.SelectMany(r => Enumerable.Range(0, b.Columns.Count).Select(c => b.Key(r, c))).ToList()).ToList();
        Assert.All(keys, k => Assert.Distinct(k));
        Assert.Equal(figures, keys.SelectMany(k => k).Distinct().Count());
        Assert.Equal(table == "4" ? 2 * figures : figures, keys.Sum(k => k.Count));
    }

    [Fact]
    public void Every_indicator_of_a_table_is_described_and_the_other_way_round()
    {
        foreach (var form in Form.All)
        {
            var used = form.Tables.SelectMany(t => t.Blocks).SelectMany(b => b.Rows.SelectMany(r => Enumerable.Range(0, b.Columns.Count).Select(c => b.Key(r, c).Indicator)));
            Assert.Equal(used.Distinct().Order(), form.Indicators.Keys.Order());
        }
    }

    [Fact]
    public void Every_edition_cites_its_official_document() => Assert.All(Form.All, f => Assert.Matches("国办|地方表式", f.Document));

    [Fact]
    public void What_an_edition_adds_up_are_its_own_indicators() =>
        Assert.All(Form.All, f => Assert.Subset(f.Indicators.Keys.ToHashSet(), f.Sums.SelectMany(s => s.Parts.Append(s.Total)).ToHashSet()));

    // 其他 may only be the third row of 其他处理, 总计 only the sum of the outcomes: within a table every label must lead to one row.
    // A list may have the same label in several groups, which come one after the other.
    [Fact]
    public void Within_a_table_no_two_rows_share_a_label()
    {
        foreach (var table in Form.All.SelectMany(f => f.Tables))
        {
            var lists = table.Blocks.Any(b => b.IsList);
            var keys = table.Blocks.SelectMany(b => b.Rows).Where(r => r.Label.Length > 0)
                .SelectMany(r => ((string[])[r.Label, .. r.Aliases]).Select(l => (lists && r.Group.Count > 0 ? r.Group[0] : "") + Labels.Key(l)).Distinct()).ToList();
            Assert.Equal(keys.Distinct().Order(), keys.Order());
        }
    }
}
