namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Puts the lines of a value together where they make one only together: 22（其中修订 over 16件）, 251000 over 元.</summary>
static class ValueStacks
{
    // In sizes of the font: how far lines of one cell lie apart, and their middles or edges beside each other.
    const double LineGap = 0.7, Aligned = 0.8;

    const int MostLines = 8;

    public static IReadOnlyList<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        var runs = lines.SelectMany(l => l.Runs).OrderBy(r => r.Box.Top).ToList();
        var joined = new Dictionary<TextRun, TextRun?>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs)
            if (!joined.ContainsKey(run) && MayGoOn(run) && Whole(run, runs) is { } stack)
            {
                foreach (var part in stack.Skip(1)) joined[part] = null;
                joined[run] = stack.Aggregate((a, b) => a.With(b));
            }
        return joined.Count == 0 ? lines
            : [.. lines.Select(l => l.With([.. l.Runs.Select(r => joined.GetValueOrDefault(r, r)).OfType<TextRun>()])).Where(l => l.Runs.Count > 0)];
    }

    // A value, or the beginning of one.
    static bool MayGoOn(TextRun run) => run.IsValue || char.IsDigit(run.Text[0]);

    static List<TextRun>? Whole(TextRun first, List<TextRun> runs)
    {
        List<TextRun> stack = [first];
        List<TextRun>? whole = null;
        for (var all = first; stack.Count < MostLines && Below(all, runs) is { } next && !(all.IsValue && next.IsValue);)
        {
            stack.Add(next);
            all = all.With(next);
            if (all.IsValue) whole = [.. stack];
        }
        // A value over lines that are one without it: lines are filled, so no number goes on that way.
        return whole is not null && first.IsValue && whole.Skip(1).Aggregate((a, b) => a.With(b)).IsValue ? null : whole;
    }

    static TextRun? Below(TextRun above, List<TextRun> runs) =>
        runs.Find(r => r.Box.Top - above.Box.Bottom is var gap && gap > -0.2 * above.Size && gap <= LineGap * above.Size && IsAligned(above, r));

    static bool IsAligned(TextRun a, TextRun b) =>
        Math.Min(Math.Abs(a.X - b.X), Math.Min(Math.Abs(a.Box.Left - b.Box.Left), Math.Abs(a.Box.Right - b.Box.Right))) <= Aligned * a.Size;
}
