using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class CodebookTests
{
    [Fact]
    public void ItHasEveryIndicatorOfEveryForm()
    {
        var inForms = from form in Form.All
                      from table in form.Tables
                      from block in table.Blocks
                      from row in block.Rows
                      from column in Enumerable.Range(0, block.Columns.Count)
                      select (form.Edition, table.Number, block.Key(row, column).Indicator);
        var inCodebook = Codebook.Indicators.Select(i => (i.Edition, i.Table, i.Id)).ToHashSet();
        Assert.Equal([], inForms.Distinct().Except(inCodebook));
    }
}
