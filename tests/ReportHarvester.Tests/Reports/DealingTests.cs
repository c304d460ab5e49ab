using ReportHarvester.Reports.Pdf.Unruled;

namespace ReportHarvester.Tests.Reports;

/// <summary>Lines of values and the labels they belong to.</summary>
public sealed class DealingTests
{
    const double Never = Dealing.Never;

    [Theory]
    [InlineData(true, new[] { 0, 0, 0, 1 })]
    [InlineData(false, new[] { -1, -1, 0, 1 })]
    public void Lines_of_one_number_have_one_label_however_many_they_are(bool mayGoOn, int[] labels)
    {
        double[,] pairs = { { 2, 1, 0, Never }, { Never, Never, Never, 0 } };
        Assert.Equal(labels, new Dealing(pairs, _ => 1, line => mayGoOn && line < 2).Trace());
    }
}
