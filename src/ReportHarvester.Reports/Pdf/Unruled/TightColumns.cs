namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Parts two numbers, or words of two heads, that stand so close on their line that they look like one, where numbers of other lines show that they stand in two columns.</summary>
static class TightColumns
{
    public static IReadOnlyList<TextLine> Part(IReadOnlyList<TextLine> lines) =>
        lines.Any(l => l.Runs.Any(r => r.Parted().Any())) ? [.. lines.Select(l => Part(l, lines))] : lines;

    static TextLine Part(TextLine line, IReadOnlyList<TextLine> lines)
    {
        var runs = line.Runs.SelectMany(r => Part(r, line, lines)).ToList();
        return runs.Count == line.Runs.Count ? line : line with { Runs = runs };
    }

    static IEnumerable<TextRun> Part(TextRun run, TextLine line, IReadOnlyList<TextLine> lines)
    {
        foreach (var (left, right) in run.Parted())
            if (lines.Any(l => l != line && HoldsApart(l, left, right))) return [.. Part(left, line, lines), .. Part(right, line, lines)];
        return [run];
    }

    static bool HoldsApart(TextLine line, TextRun left, TextRun right)
    {
        var (above, beside) = (Touching(line, left), Touching(line, right));
        return above is not null && beside is not null && above != beside;
    }

    static TextRun? Touching(TextLine line, TextRun run) => line.Values.FirstOrDefault(run.IsInLineWith);
}
