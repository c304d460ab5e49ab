using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.App.Export;

namespace ReportHarvester.Tests.Store;

/// <summary>The database in the SQLite shell of the machine, which may be years older than the library of the program.</summary>
public sealed class ShellTests : IDisposable
{
    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ReaderFact("/usr/bin/sqlite3")]
    public async Task TheViewsOfFiguresShowTheShellWhatTheyShowTheProgram()
    {
        using (var store = folder.Open())
        {
            var reading = Readings.Of(2021, "2021", ("requests.new|total", 12), ("requests.new|business", null), ("fees.collected", 190.457379m), ("rules.issued", 3));
            var odd = reading.Report.Figures.Select((figure, i) => i switch { 1 => figure with { State = CellState.Mark, Raw = "/" }, 2 => figure with { Unit = "万元", Proven = true }, 3 => figure with { Raw = "3件", Value = 693665.25m }, _ => figure });
            StoreFolder.Save(store, reading with { Report = reading.Report with { Figures = [.. odd] } }, "a");
            store.SaveCorrection(new Correction("东莞市金融工作局", 2021, new FigureKey("requests.new", "total"), 13, "letter", "reviewer", "misprint"), StoreFolder.Start);
        }
        string[] questions =
        [
            "SELECT group_concat(line, ';') FROM (SELECT json_array(reading, indicator, applicant, edition, value, exact, state, raw, unit, proven, page, grid, \"row\", \"column\", line, \"left\", bottom, position) AS line FROM figure ORDER BY 1)",
            "SELECT group_concat(line, ';') FROM (SELECT json_array(reading, indicator, applicant, edition, value, cell, exact, state, raw, unit) AS line FROM chosen_figure ORDER BY 1)",
        ];
        foreach (var question in questions)
        {
            var expected = folder.Ask(question);
            Assert.Contains("万元", expected);
            Assert.Equal(expected, await ReaderFactAttribute.Run(folder.Path, "/usr/bin/sqlite3", "-readonly", "reports.db", question));
        }
    }
}
