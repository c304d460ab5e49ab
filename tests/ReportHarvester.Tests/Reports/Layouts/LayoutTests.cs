using System.Diagnostics;
using ReportHarvester.Publisher.Layouts;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>
/// Any report in any layout: every figure is right or flagged, none is silently wrong and none invented.
/// REPORTHARVESTER_LAYOUTS makes it a long run of so many reports a format, REPORTHARVESTER_SEED sets the first one's seed,
/// REPORTHARVESTER_FORMATS the formats, REPORTHARVESTER_WITHOUT the trait values never drawn (name=value,… or @FILE), REPORTHARVESTER_AMONG those of which each report has one,
/// REPORTHARVESTER_TABLES a folder for a table of how each trait did, a file a format.
/// </summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    const int MostShrunk = 6;

    [Theory]
    [InlineData("html", 200, 400)]
    [InlineData("docx", 20, 400)]
    [InlineData("zip", 4, 60)]
    [InlineData("statistics-html", 60, 200)]
    [InlineData("statistics-docx", 20, 200)]
    [InlineData("statistics-xlsx", 20, 200)]
    [InlineData("xlsx", 20, 200)]
    [InlineData("drawn", 60, 150)]
    public Task Every_figure_is_right_or_flagged(string format, int reports, int attempts) => Hold(format, reports, attempts);

    [EngineFact("chromium")]
    public Task Every_figure_printed_by_a_browser_is_right_or_flagged() => Hold("chromium", 20, 60);

    [EngineFact("chromium")]
    public Task Every_figure_of_an_old_table_printed_by_a_browser_is_right_or_flagged() => Hold("statistics-pdf", 10, 60);

    [EngineFact("soffice")]
    public Task Every_figure_printed_by_an_office_program_is_right_or_flagged() => Hold("libreoffice", 20, 60);

    [EngineFact("soffice")]
    public Task Every_figure_of_a_page_printed_by_an_office_program_is_right_or_flagged() => Hold("writer-html", 10, 60);

    [EngineFact("soffice")]
    public Task Every_figure_of_a_workbook_saved_by_an_office_program_is_right_or_flagged() => Hold("xls", 10, 60);

    [EngineFact("soffice")]
    public Task Every_figure_of_an_old_document_saved_by_an_office_program_is_right_or_flagged() => Hold("doc", 20, 60);

    [EngineFact("soffice")]
    public Task Every_figure_of_a_document_saved_by_an_office_program_is_right_or_flagged() => Hold("writer-docx", 20, 60);

    // A start of the program each, to be converted back.
    [EngineTheory("soffice")]
    [InlineData("rtf")]
    [InlineData("odt")]
    [InlineData("ods")]
    public Task Every_figure_of_a_document_that_has_to_be_converted_is_right_or_flagged(string format) => Hold(format, 3, 6);

    async Task Hold(string format, int reports, int attempts)
    {
        if (List("REPORTHARVESTER_FORMATS") is { Length: > 0 } formats && !formats.Contains(format)) return;
        var count = Number("REPORTHARVESTER_LAYOUTS");
        var without = List("REPORTHARVESTER_WITHOUT").ToHashSet();
        var layouts = Enumerable.Range(Number("REPORTHARVESTER_SEED") ?? 1, count ?? reports).Select((Drawing.Free with { Without = without, Among = List("REPORTHARVESTER_AMONG") }).Of);
        var watch = Stopwatch.StartNew();
        var results = await LayoutRun.Of(layouts, Format.All[format]);
        if (count is not null) await Tell(format, results, watch.Elapsed);
        var failed = results.Where(r => r.Score.Fails).ToList();
        Assert.True(failed.Count == 0, await Shrunk(failed, attempts));
    }

    async Task Tell(string format, IReadOnlyList<LayoutResult> results, TimeSpan taken)
    {
        var table = $"{format}: {results.Count} reports printed and read in {taken.TotalSeconds:0} s\n{LayoutTable.Short(results)}";
        output.WriteLine(table);
        Console.WriteLine(table);
        if (Environment.GetEnvironmentVariable("REPORTHARVESTER_TABLES") is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, format + ".md"), LayoutTable.Whole(results));
    }

    /// <summary>All failing seeds, and the first of them as small as they get, with the commands that print them.</summary>
    static async Task<string> Shrunk(List<LayoutResult> failed, int attempts)
    {
        var text = $"{failed.Count} reports fail: seeds {string.Join(", ", failed.Select(f => f.Layout.Seed))}\n";
        foreach (var result in failed.Take(MostShrunk))
            text += await new Shrinking(result.Format, attempts).Of(result);
        return text;
    }

    static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    static string[] List(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? PrintCommand.List(text) : [];
}
