using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>The data of series and metrics hang together, and what is no continuation is not taken for one.</summary>
public class MeasureTests
{
    static Series Of(string id) => Series.All.Single(s => s.Id == id);

    [Fact]
    public void EveryFormulaNamesWhatThereIs()
    {
        Assert.All(Series.All, series => Assert.All(series.Members, member => Assert.All(member.Terms, term =>
            Assert.All(member.Editions, edition => Assert.Contains(Codebook.Indicators, i => i.Id == term.Id && i.Edition == edition)))));
        Assert.All(Metric.All, metric => Assert.All(metric.Above.Concat(metric.Below), term => Assert.Contains(Series.All, s => s.Id == term.Id)));
        Assert.All(Metric.All, metric => Assert.Contains(metric.Base, Metric.Bases));
        Assert.All(Metric.All.Where(metric => metric.Denominator is not null), metric => Assert.True(metric.Guard > 0));
    }

    [Fact]
    public void NoTwoMeasuresHaveOneId()
    {
        var ids = Codebook.Indicators.Select(i => i.Id).Distinct().Concat(Series.All.Select(s => s.Id)).Concat(Metric.All.Select(m => m.Id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void WhatIsNotTheSameHasAReason() =>
        Assert.All(Series.All, series => Assert.All(series.Members.Skip(1), member => Assert.Equal(member.Comparability == Comparability.Same, member.Break is null)));

    [Fact]
    public void AnEditionWithoutAFormulaBreaksTheSeries() =>
        Assert.All(Series.All.SelectMany(s => s.Members.Skip(1)).Where(member => member.Formula is null), member => Assert.Equal(Comparability.Broken, member.Comparability));

    [Theory]
    [InlineData("rules_in_force"), InlineData("normative_in_force"), InlineData("fees_collected")]
    public void WhatIsDisclosedIsNotInForceAndItemsAreNoAmount(string id)
    {
        Assert.DoesNotContain(Of(id).Members.SelectMany(m => m.Terms), term => term.Id.EndsWith(".disclosed_total", StringComparison.Ordinal) || term.Id.StartsWith("fees.items", StringComparison.Ordinal));
        Assert.Equal(Comparability.Broken, Of(id).Between("2019", "2021").Comparability);
    }

    [Theory]
    [InlineData("received", "2019", "2021", Comparability.Same, 0)]
    [InlineData("received", "2014", "2021", Comparability.Close, 1)]
    [InlineData("received", "2019", "fujian", Comparability.Close, 1)]
    [InlineData("other_handling", "2019", "2021", Comparability.Same, 0)]
    [InlineData("denied", "2014", "2019", Comparability.Broken, 1)]
    [InlineData("normative_issued", "2014", "2019", Comparability.Close, 1)]
    [InlineData("normative_issued", "2014", "2021", Comparability.Close, 2)]
    [InlineData("licences", "2014", "2019", Comparability.Broken, 0)]
    [InlineData("received", "2021", "2021", Comparability.Same, 0)]
    public void ACrossingIsAsGoodAsTheWorstStepOfIt(string id, string one, string other, Comparability comparability, int reasons)
    {
        Assert.All([Of(id).Between(one, other), Of(id).Between(other, one)], crossing => Assert.Equal((comparability, reasons), (crossing.Comparability, crossing.Reasons.Count)));
    }

    [Theory]
    [InlineData("disclosure_rate", "disclosure_rate|total", MeasureKind.Metric)]
    [InlineData("received|business", "received|business", MeasureKind.Series)]
    [InlineData("reviews", "reviews", MeasureKind.Series)]
    [InlineData("natural_person_share", "natural_person_share", MeasureKind.Metric)]
    [InlineData("requests.new", "requests.new|total", MeasureKind.Indicator)]
    public void AMeasureIsNamedByItsIdAndApplicant(string text, string key, MeasureKind kind) =>
        Assert.Equal((key, kind), (Measure.Find(text)!.Key.ToString(), Measure.Find(text)!.Kind));

    [Theory]
    [InlineData("reviews|business"), InlineData("received|everybody"), InlineData("a|b|c"), InlineData("unknown")]
    public void WhatIsNoMeasureIsNotFound(string text) => Assert.Null(Measure.Find(text));
}
