using System.Text.Json;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.App.Export;

/// <summary>What stands in the files of an export.</summary>
[Collection(SharedExport.Name)]
public sealed class ExportedFilesTests(OneExport export)
{
    readonly ExportedPanel panel = export.Panel;

    [Fact]
    public void FiguresAreAsPrintedWithTheirPlaceAndAbsenceIsARow()
    {
        var report = panel.Lines("out", "reports.csv").Single(line => line.StartsWith("a2:2021:own,", StringComparison.Ordinal));
        Assert.StartsWith("a2:2021:own,a2,'+1局,county,321302,2021,own,false,complete,2021,https://www.dg.gov.cn/+1局,", report);
        var figures = panel.Lines("out", "figures.csv").Where(line => line.StartsWith("a2:2021:own,", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(",https", StringComparison.Ordinal)]).ToList();
        Assert.Contains("a2:2021:own,rules.issued,a2,'+1局,county,321302,2021,own,false,rules.issued,,2021,3,number,3,,false,false,,,1,1,2,", figures);
        Assert.Contains("a2:2021:own,rules.repealed,a2,'+1局,county,321302,2021,own,false,rules.repealed,,2021,,blank,,,false,false,,,1,2,2,", figures);
        Assert.Contains("a2:2021:own,fees.collected,a2,'+1局,county,321302,2021,own,false,fees.collected,,2021,12.345,number,12.345,,false,false,,,1,3,2,", figures);
        Assert.Contains("silent:2021,silent,未报局,,,2021,,,no_report,,,,,,,,,,,", panel.Lines("out", "reports.csv"));
        Assert.DoesNotContain(panel.Lines("out", "reports.csv"), line => line.StartsWith("silent:2022,", StringComparison.Ordinal));
        Assert.DoesNotContain("silent", panel.Text("out", "figures.csv"));
        Assert.Contains(panel.Lines("out", "measures.csv"), line => line == "a2:2021:own,disclosure_rate,a2,'+1局,county,321302,2021,own,false,metric,62.5,50,80,%,,false,2021,same,,");
        Assert.Contains(panel.Lines("out", "measures.csv"), line => line == "a2:2021:own,denial_rate,a2,'+1局,county,321302,2021,own,false,metric,,,80,%,not_placed,false,2021,same,,");
        Assert.Contains(panel.Lines("out", "measures.csv"), line => line.Contains(",reviews,", StringComparison.Ordinal) && line.Contains(",2014,broken,2019,", StringComparison.Ordinal));
        // From the form of 2014 on, what is issued breaks twice; it is told when first.
        Assert.Contains(panel.Lines("out", "measures.csv"), line => line.StartsWith("a1:2018:own,normative_issued,", StringComparison.Ordinal) && line.Contains(",2014,close,2019,", StringComparison.Ordinal));
        var heads = panel.Lines("out", "panel.csv")[0].Split(',');
        Assert.Equal("80", panel.Lines("out", "panel.csv").Single(line => line.StartsWith("a2:2021:own,", StringComparison.Ordinal)).Split(',')[Array.IndexOf(heads, "req_new_tot")]);
    }

    [Fact]
    public void NoTextBecomesAFormulaAndNoLineIsBroken()
    {
        foreach (var file in Directory.GetFiles(panel.At("out"), "*.csv"))
        {
            var lines = File.ReadAllText(file).TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.Matches("""^("([^"]|"")*"|[^",\r]*)(,("([^"]|"")*"|[^",\r]*))*$""", line));
            // A number may be negative; a text that begins so has an apostrophe before it.
            Assert.All(lines, line => Assert.DoesNotMatch("""(^|,)"?([=+@＝＋－＠\t]|-(?![0-9]))""", line));
        }
        Assert.Empty(Spreadsheets.Faults(Path.Combine(panel.At("out"), "panel.xlsx")));
        Assert.Equal(0, Spreadsheets.Formulas(Path.Combine(panel.At("out"), "panel.xlsx")));
        Assert.Contains("＝1+1局", Spreadsheets.Texts(Path.Combine(panel.At("out"), "panel.xlsx")));
    }

    [Fact]
    public async Task NoWordsOfADocumentAndNobodyInThemArePublished()
    {
        Assert.All(panel.Bytes("out"), file => Assert.All([ExportedPanel.Official, ExportedPanel.Phone, ExportedPanel.Mail, "联系人"], word => Assert.False(file.Bytes.Contains(word, StringComparison.Ordinal), $"{word} in {file.File}")));
        foreach (var file in Directory.GetFiles(panel.At("out"), "*.parquet", SearchOption.AllDirectories))
            Assert.All(await Columns.Texts(file), text => Assert.DoesNotContain(ExportedPanel.Official, text));
        Assert.Contains(panel.Lines("out", "figures.csv"), line => line.StartsWith("a0:2022:own,rules.repealed,", StringComparison.Ordinal) && line.Contains(",text,,,false,false,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ParquetAndSqliteHoldWhatTheCsvHolds()
    {
        var rows = panel.Lines("out", "figures.csv").Count - 1;
        var parquet = new List<(string?, double?)>();
        foreach (var file in Directory.GetFiles(panel.At("out"), "*.parquet", SearchOption.AllDirectories)) parquet.AddRange(await Columns.Figures(file));
        using var database = Sqlite.Open(Path.Combine(panel.At("out"), "panel.db"));
        Assert.Equal(rows, parquet.Count);
        Assert.Equal($"{rows}", Sqlite.Ask(database, "SELECT count(*) FROM figures_with_report"));
        Assert.Equal("", Sqlite.Ask(database, "PRAGMA foreign_key_check"));
        Assert.Equal(Sqlite.Ask(database, "SELECT count(value) || ' ' || round(total(value), 3) FROM figures WHERE abs(value) < 1000000"),
            FormattableString.Invariant($"{parquet.Count(f => Math.Abs(f.Item2 ?? 1e9) < 1000000)} {Math.Round(parquet.Where(f => Math.Abs(f.Item2 ?? 1e9) < 1000000).Sum(f => f.Item2!.Value), 3)}"));
    }

    [Fact]
    public void EveryVariableOfTheWidePanelHasANameOfItsOwnThatStataTakes()
    {
        var names = WidePanel.Table.Columns.Select(column => column.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]{0,31}$", name));
        // Without, numbers are read as floats, which have seven digits.
        Assert.Contains(" asdouble ", panel.Lines("out", "load.do")[1]);
    }

    [Fact]
    public void TheDescriptionNamesEveryFileWithItsColumns()
    {
        using var package = JsonDocument.Parse(panel.Text("out", "datapackage.json"));
        Assert.Equal("v1", package.RootElement.GetProperty("version").GetString());
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(panel.Files("out").Except(["datapackage.json", "SHA256SUMS"]), resources.Select(r => r.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        foreach (var table in resources.Where(r => r.TryGetProperty("schema", out _)))
            Assert.Equal(panel.Lines("out", table.GetProperty("path").GetString()!)[0], string.Join(',', table.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString())));
        Assert.Contains("某\\u0022大学", panel.Text("out", "CITATION.cff"));
        Assert.All(Series.All.Select(s => s.Id).Concat(Metric.All.Select(m => m.Id)), id => Assert.Contains($"| {id} |", panel.Text("out", "codebook.md")));
    }
}
