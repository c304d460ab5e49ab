using ReportHarvester.App.Pages;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

public class StatutoryTableTests
{
    [Theory]
    [InlineData("2021", "normative_documents.issued,normative_documents.repealed,normative_documents.in_force,rules.issued,rules.repealed,rules.in_force", "rules (ministry/local government rules)", "issued this year,repealed this year,in force at year end")]
    [InlineData("2021", "requests.new|business,requests.new|total", "new requests received this year", "businesses,total")]
    [InlineData("2021", "reconsideration.upheld,reconsideration.corrected", "administrative reconsideration", "upheld,corrected")]
    [InlineData("2021", "licences.decisions,penalties.decisions", "administrative licensing decisions this year", "")]
    public void Heads_and_labels_are_told_in_english_where_they_say_one_thing(string edition, string figures, string row, string heads)
    {
        var reading = Readings.Of(2021, edition, [.. figures.Split(',').Select(figure => (figure, (decimal?)1))]);

        var table = StatutoryTable.Of(reading.Report.Figures)[0];

        Assert.Equal(row, StatutoryTable.English(table.Rows[0]));
        Assert.Equal(heads, string.Join(',', table.Heads.Index().Select(head => table.English(head.Index))));
    }
}
