using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Lines of words over columns that are one head; known, if the form has it.</summary>
sealed record Head(IReadOnlyList<TextRun> Runs, string Text, FormWords Words)
{
    // Points: middles of heads of one row.
    const double SameHeight = 2;

    public Box Box { get; } = TextRun.Around([.. Runs]);

    public double X => (Box.Left + Box.Right) / 2;

    public double Y => (Box.Top + Box.Bottom) / 2;

    public bool IsGroup => (Words & (FormWords.Head | FormWords.ColumnGroup)) == FormWords.ColumnGroup;

    public bool IsKnown => (Words & FormWords.Head) != 0;

    public bool IsInLineWith(Head other) => Box.Left < other.Box.Right && Box.Right > other.Box.Left;

    public bool IsBeside(Head other) => Math.Abs(Y - other.Y) <= SameHeight;

    /// <summary>All that stands in head lines: words of the form, and what else belongs together.</summary>
    public static IReadOnlyList<Head> Of(IReadOnlyList<TextRun> runs, IReadOnlyList<Phrase> phrases, double lineGap)
    {
        var own = new HashSet<TextRun>(runs, ReferenceEqualityComparer.Instance);
        var said = phrases.Where(p => p.IsHead && !p.IsNumbered && own.Contains(p.Runs[0])).ToList();
        own.ExceptWith(said.SelectMany(p => p.Runs));
        return [.. said.SelectMany(p => Groups(p, said)).Select(p => new Head(p.Runs, p.Text, p.Words)), .. Chains([.. own.OrderBy(r => r.Y)], lineGap).Select(c => new Head(c, string.Concat(c.Select(r => r.Text)), FormWords.None))];
    }

    // 行政诉讼 and under it 未经复议直接起诉 are two groups where the second is one of several side by side.
    static IEnumerable<Phrase> Groups(Phrase phrase, List<Phrase> said)
    {
        for (var i = 1; i < phrase.Runs.Count && (phrase.Words & FormWords.ColumnGroup) != 0; i++)
            if (Part(phrase.Runs.Take(i)) is { } above && Part(phrase.Runs.Skip(i)) is { } below && said.Exists(p => p != phrase && (p.Words & FormWords.ColumnGroup) != 0 && Math.Abs(p.Y - below.Y) <= SameHeight)) return [above, below];
        return [phrase];
    }

    static Phrase? Part(IEnumerable<TextRun> runs) =>
        new Phrase([.. runs], "", FormWords.None) is var part && string.Concat(part.Runs.Select(r => r.Text)) is var text && Vocabulary.Of(text) is var words && (words & FormWords.ColumnGroup) != 0
            ? part with { Text = text, Words = words } : null;

    static List<List<TextRun>> Chains(List<TextRun> runs, double lineGap)
    {
        var chains = new List<List<TextRun>>();
        foreach (var run in runs)
        {
            var above = chains.Find(c => c[^1].IsInLineWith(run) && run.Box.Top - c[^1].Box.Bottom is var gap && gap > -0.2 * run.Size && gap <= lineGap * run.Size);
            if (above is null) chains.Add([run]);
            else above.Add(run);
        }
        return chains;
    }

    /// <summary>The heads of single columns, from left to right: those of the form, and unknown ones that stand over no other.</summary>
    public static IReadOnlyList<Head> OfColumns(IReadOnlyList<Head> heads, double left)
    {
        var lowest = heads.Where(h => h.IsKnown).ToList();
        foreach (var head in heads.Where(h => h.Words == FormWords.None && h.Box.Right > left).OrderByDescending(h => h.Box.Bottom))
            if (!lowest.Exists(head.IsInLineWith)) lowest.Add(head);
        // Of two known ones over each other, the upper is a group's.
        lowest.RemoveAll(h => lowest.Exists(o => o != h && o.IsInLineWith(h) && o.Y > h.Y + SameHeight));
        return [.. lowest.OrderBy(h => h.X)];
    }
}
