using System.Diagnostics;
using System.Globalization;

namespace ReportHarvester.Tests.App.Export;

/// <summary>The panel loads unchanged in the programs that researchers use: each tells how many figures it has and what they add up to.</summary>
[Collection(SharedExport.Name)]
public sealed class ReaderTests(OneExport export)
{
    readonly ExportedPanel panel = export.Panel;

    [ReaderFact("/usr/lib/python3/dist-packages/pandas")]
    public async Task Pandas()
    {
        var sums = Sums();
        Assert.Equal(sums, await Run("/usr/bin/python3", "-B", "-c", "import load as p; f = p.figures; print(len(f), f.value.count(), round(f.value[f.value.abs() < 1e6].sum(), 3), (f.agency == \"＝1+1局\").sum(), len(p.panel), len(p.measures), len(p.reports))"));
    }

    [ReaderFact("/usr/bin/Rscript")]
    public async Task R()
    {
        var sums = Sums();
        Assert.Equal(sums, await Run("/usr/bin/Rscript", "-e", """
            source("load.R"); v <- figures$value; cat(nrow(figures), sum(!is.na(v)), format(round(sum(v[!is.na(v) & abs(v) < 1e6]), 3), digits = 15), sum(figures$agency == "\uff1d1+1\u5c40", na.rm = TRUE), nrow(panel), nrow(measures), nrow(reports))
            """));
    }

    [ReaderFact("/usr/bin/sqlite3")]
    public async Task SqlitesShell()
    {
        var sums = Sums();
        var answer = await Run("/usr/bin/sqlite3", "panel.db", "SELECT (SELECT count(*) FROM figures), (SELECT count(value) FROM figures), (SELECT round(sum(value), 3) FROM figures WHERE abs(value) < 1e6), (SELECT count(*) FROM figures_with_report WHERE agency = '＝1+1局'), (SELECT count(*) FROM panel), (SELECT count(*) FROM measures), (SELECT count(*) FROM reports)");
        Assert.Equal(sums, answer.Replace('|', ' '));
    }

    [ReaderFact("/usr/bin/soffice")]
    public async Task LibreOffice()
    {
        await Run("/usr/bin/soffice", "--headless", $"-env:UserInstallation=file://{panel.At("profile")}", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "--outdir", panel.At("calc"), "panel.xlsx");
        var read = await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(panel.At("calc"))));
        // What the readings by lot bring has more digits than a spreadsheet keeps.
        IEnumerable<string> Known(IEnumerable<string> lines) => lines.Where(line => line.StartsWith('a')).Select(line => line.Replace("'", "", StringComparison.Ordinal));
        Assert.Equal(Known(panel.Lines("out", "panel.csv")), Known(read));
    }

    /// <summary>Reads every table by its description, with types, keys and references, and the Parquet files with DuckDB.</summary>
    [ReaderFact("node_modules/datapackage", "node_modules/@duckdb/node-api")]
    public async Task TheDataPackageIsValidAndDuckDbReadsParquetAndCsv()
    {
        var sums = Sums().Split(' ');
        var answer = (await Run("node", Path.Combine(ReaderFactAttribute.Readers, "check.js"), ".")).Split('\n');
        Assert.Equal($"reports {sums[6]}, figures {sums[0]}, measures {sums[5]}, panel {sums[4]}, changes 0", answer[0][..answer[0].IndexOf(", codebook", StringComparison.Ordinal)]);
        Assert.All(answer[1..3], line => Assert.Equal(string.Join(' ', sums[..3]), line));
    }

    // Rows, values, their sum (without the hugest, which no two programs add up alike), rows of one name, and rows of the other tables.
    string Sums()
    {
        var rows = panel.Lines("out", "figures.csv").Skip(1).ToList();
        var head = panel.Lines("out", "figures.csv")[0].Split(',');
        // Every field before the value is a name or a key; the one with a comma in it is quoted.
        var values = rows.Select(row => System.Text.RegularExpressions.Regex.Replace(row, "\"([^\"]|\"\")*\"", "q").Split(',')[Array.IndexOf(head, "value")]).Where(value => value.Length > 0)
            .Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToList();
        var sum = Math.Round(values.Where(value => Math.Abs(value) < 1e6).Sum(), 3);
        return FormattableString.Invariant($"{rows.Count} {values.Count} {sum} {rows.Count(row => row.Contains(",'＝1+1局,", StringComparison.Ordinal))} {Count("panel")} {Count("measures")} {Count("reports")}");
    }

    int Count(string table) => panel.Lines("out", table + ".csv").Count - 1;

    Task<string> Run(params string[] command) => ReaderFactAttribute.Run(panel.At("out"), command);
}

/// <summary>A test with another program; skipped, with that word, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ReaderFactAttribute : FactAttribute
{
    public static string Readers { get; } = Path.Combine(Repository.Root, "tests", "ReportHarvester.Tests", "App", "Export", "Readers");

    public ReaderFactAttribute(params string[] programs)
    {
        if (programs.FirstOrDefault(program => !Path.Exists(Path.Combine(Readers, program))) is { } missing) Skip = $"{missing} is not installed here: nothing is read by it.";
    }

    /// <summary>What the program prints; it has to end well.</summary>
    public static async Task<string> Run(string folder, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return (await output).Trim();
    }
}
