using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Whoever asks for a figure gets the same one: a comparison, what is kept of every report, the panel, and the view.</summary>
public sealed class ChosenFigureTests : IDisposable
{
    static readonly FigureKey New = new("requests.new", "total"), Closed = new("requests.closed", "total"), Fees = new("fees.collected"), Issued = new("rules.issued");

    readonly StoreFolder folder = new();
    readonly ReportStore store;

    public ChosenFigureTests() => store = folder.Open();

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("35", "万件", true)]
    [InlineData("35万件", "万件", true)]
    [InlineData("35", "千件", true)]
    [InlineData("35", "元", true)]
    [InlineData("5份", "份", false)]
    [InlineData("5件次", "件次", false)]
    [InlineData("5", null, false)]
    public void ACountThatIsNotOfOnesEntersNoSeriesWhoeverAsks(string raw, string? unit, bool other)
    {
        var value = decimal.Parse(raw.TrimEnd('万', '件', '份', '次'));
        Save("a", Cell(New, value) with { Raw = raw, Unit = unit }, Cell(Closed, 80));
        (decimal? Value, Missing? Missing) expected = other ? (null, Missing.OtherUnit) : (value, null);
        Assert.Equal(expected, Asked("received"));
        Assert.Equal(expected, Asked("received", "requests.new"));
        Assert.Equal(expected.Value, store.Read(connection => Dapper.SqlMapper.ExecuteScalar<decimal?>(connection, "SELECT received FROM measured")));
        using var panel = new Panel(store);
        var measure = panel.Read(default).Single().Measures.Single(m => m.Measure.Key.Indicator == "received");
        Assert.Equal(expected, (measure.Value, measure.Missing));
    }

    [Fact]
    public void WhatADatabaseIsAskedForAFigureIsWhatTheProgramAnswersWith()
    {
        var printed = new[]
        {
            Cell(New, 35) with { Unit = "万件" }, Cell(Closed, 80), Cell(Issued, null), Cell(new("rules.in_force"), null) with { State = CellState.Mark, Raw = "/" },
            Cell(new("rules.repealed"), null) with { State = CellState.Text, Raw = "见附件" }, Cell(Fees, 251000) with { Unit = "元" },
            Cell(new("normative_documents.issued"), 1.50m), Cell(new("normative_documents.repealed"), 7) with { Raw = "7件", Unit = "件" },
            Cell(new("normative_documents.in_force"), 9), Cell(new("requests.granted", "total"), 4), Cell(new("requests.granted", "business"), null), Cell(new("requests.partly_granted", "total"), 3),
        };
        var readings = new List<long> { Save("a", printed) };
        foreach (var (key, value) in new[] { (New, 36m), (Closed, 81m), (Issued, 5m), (new("requests.granted", "business"), 2m) }) Correct(key, value);
        Correct(new("normative_documents.in_force"), 10);
        Correct(new("normative_documents.in_force"), null);
        // Of what was put right, the next print has another number, no number where there was a blank, and a figure no more.
        readings.Add(Save("b", [.. printed.Where(f => f.Key != new FigureKey("requests.granted", "business")).Select(f => f.Key == Closed ? Cell(Closed, 82) : f)]));
        readings.AddRange(Enumerable.Range(1, 30).Select(seed => StoreFolder.Save(store, Readings.Random(seed), $"random {seed}").Id));

        var all = store.Read(connection => PanelFigure.Of(connection, JsonSerializer.Serialize(readings)));
        var keys = all.SelectMany(figures => figures).Select(f => f.Key).Append(new("requests.granted", "business")).Distinct().ToList();
        string Line(FigureKey key, string edition, decimal? value, CellState state, bool corrected) => FormattableString.Invariant($"{key} {edition} {value / 1.0000000000000000000000000000m} {state} {corrected}");
        foreach (var printedToo in new[] { false, true })
        {
            var found = store.Read(connection => FoundFigure.Of(connection, JsonSerializer.Serialize(readings), keys, printedToo));
            foreach (var reading in readings)
            {
                Assert.Equal(all[reading].Select(f => Line(f.Key, f.Edition, f.Value, f.State, f.Corrected)).Order(StringComparer.Ordinal), found[reading].Select(f => Line(f.Key, f.Edition, f.Value, f.State, f.Corrected)).Order(StringComparer.Ordinal));
                foreach (var (one, other) in from f in all[reading] join o in found[reading] on f.Key equals o.Key select (f, o))
                {
                    if (printedToo) Assert.Equal(one.PrintedUnit, other.Unit);
                    Assert.Equal(Codebook.IsSameUnit(one.PrintedUnit, Codebook.Find(one.Indicator)!.Unit), Codebook.IsSameUnit(other.Unit, Codebook.Find(one.Indicator)!.Unit));
                }
            }
        }
        Assert.Equal(all[readings[1]].Count(), int.Parse(folder.Ask($"SELECT count(*) FROM chosen_figure WHERE reading = {readings[1]}")));
        Assert.Equal(["2", "5", "36", "81"], all[readings[0]].Where(f => f.Corrected).Select(f => f.Value).Order().Select(v => v.ToString()));
        Assert.DoesNotContain(all[readings[1]], f => f.Key == new FigureKey("requests.granted", "business"));
    }

    long Save(string document, params Figure[] figures)
    {
        var reading = Readings.Of(2021, "2021");
        return StoreFolder.Save(store, reading with { Report = reading.Report with { Figures = figures } }, document, url: "https://www.dg.gov.cn/report").Id;
    }

    void Correct(FigureKey key, decimal? value) => store.SaveCorrection(new Correction("东莞市金融工作局", 2021, key, value, "letter", "reviewer", "misprint"), StoreFolder.Start);

    (decimal? Value, Missing? Missing) Asked(string measure, params string[] beside)
    {
        var answer = Comparison.Ask(store, new ComparisonQuestion { Figures = [.. beside.Prepend(measure).Select(m => ComparisonQuestion.KeyOf(m)!)] }).Figures.Single(f => f.Indicator == measure);
        return (answer.Value, answer.Missing);
    }

    static Figure Cell(FigureKey key, decimal? value) => Readings.Figure(key.ToString(), "2021", value);
}
