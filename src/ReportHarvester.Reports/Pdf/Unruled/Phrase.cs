using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Lines one below the other that make words of the form together.</summary>
sealed record Phrase(IReadOnlyList<TextRun> Runs, string Text, FormWords Words)
{
    // In sizes of the font: how far lines of one phrase may lie apart. Words that are written over two cells have a border between; the first line may be indented.
    const double LineGap = 5, Indent = 1.3;

    // Signs of an upright head are a line each.
    const int MostLines = 24;

    public Box Box { get; } = TextRun.Around([.. Runs]);

    public double Y => (Box.Top + Box.Bottom) / 2;

    public bool IsHead => (Words & (FormWords.Head | FormWords.ColumnGroup | FormWords.Caption)) != 0;

    public bool IsLabel => (Words & FormWords.Label) != 0;

    /// <summary>Heads never are.</summary>
    public bool IsNumbered => Labels.NumberingOf(Text) != Numbering.None;

    /// <summary>How far its lines lie apart, in sizes of the font; null for one line.</summary>
    public double? Gap => Runs.Count < 2 ? null : Runs.Zip(Runs.Skip(1)).Max(p => (p.Second.Box.Top - p.First.Box.Bottom) / p.First.Size);

    /// <summary>The phrases among the lines, each line in one at most.</summary>
    /// <param name="lineGap">How far lines of one cell lie apart, in sizes of the font.</param>
    public static IReadOnlyList<Phrase> Of(IReadOnlyList<TextLine> lines, double lineGap)
    {
        var runs = lines.SelectMany(l => l.Runs).Where(r => !r.IsValue || r.IsLetterMark).OrderBy(r => r.Box.Top).ThenBy(r => r.Box.Left).ToList();
        var used = new HashSet<TextRun>(ReferenceEqualityComparer.Instance);
        var phrases = new List<Phrase>();
        for (var i = 0; i < runs.Count; i++)
        {
            if (used.Contains(runs[i]) || Longest(runs, i, used, lineGap) is not { } phrase) continue;
            phrases.Add(phrase);
            used.UnionWith(phrase.Runs);
        }
        return phrases;
    }

    static Phrase? Longest(List<TextRun> runs, int first, HashSet<TextRun> used, double lineGap)
    {
        List<TextRun> chain = [runs[first]];
        Phrase? longest = null;
        var text = runs[first].Text;
        while (Vocabulary.Begins(text))
        {
            // With a bracket something else begins.
            if (text[^1] is not ('(' or '（') && Vocabulary.Of(text) is not FormWords.None and var words) longest = new([.. chain], text, words);
            if (chain.Count == MostLines || Below(runs, first, chain[^1], used) is not { } next || Labels.NumberingOf(next.Text) != Numbering.None || longest?.Runs.Count == chain.Count && !IsNext(chain, next, lineGap)) break;
            chain.Add(next);
            text += next.Text;
        }
        return longest;
    }

    // What is whole goes on only in a line that is as near as its others are, or on the next page.
    static bool IsNext(List<TextRun> chain, TextRun next, double lineGap) =>
        next.IsRightAfterPage(chain[^1]) && next.Text[0] is not ('(' or '（') || next.Box.Top - chain[^1].Box.Bottom <= (chain.Count > 1 ? chain[^1].Box.Top - chain[^2].Box.Bottom + 0.1 * next.Size : lineGap * next.Size);

    // The nearest line under the last one; null where two stand side by side under it.
    static TextRun? Below(List<TextRun> runs, int first, TextRun last, HashSet<TextRun> used)
    {
        TextRun? below = null;
        for (var i = first + 1; i < runs.Count && runs[i].Box.Top <= last.Box.Bottom + LineGap * last.Size; i++)
        {
            var run = runs[i];
            if (run.Box.Top < last.Y || !IsUnder(run, last) || used.Contains(run)) continue;
            if (below is null) below = run;
            else if (run.IsBeside(below)) return null;
        }
        return below;
    }

    static bool IsUnder(TextRun run, TextRun last) =>
        Math.Min(run.Box.Right, last.Box.Right) - Math.Max(run.Box.Left, last.Box.Left) >= Math.Min(run.Width, last.Width) / 2
        || Math.Abs(run.Box.Left - last.Box.Left) <= Indent * run.Size;
}
