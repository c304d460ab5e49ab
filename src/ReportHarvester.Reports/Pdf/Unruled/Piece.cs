namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Lines of heads, and under them lines with rows. Either may be missing: a page may end between them.</summary>
sealed class Piece
{
    public List<TextLine> Heads { get; } = [];
    public List<TextLine> Body { get; private set; } = [];

    // In sizes of the font: lines of one cell lie no farther apart. Points: the same place.
    const double LineGap = 0.7, UnknownGap = 1.5, Uneven = 0.2;

    // Points by which words may run into the next cell.
    const double Overlap = 2;

    /// <summary>The piece that begins with other heads. What stands close under the last row, or at the end of its page, left of its values, is of that row; the rest is over the heads.</summary>
    public Piece Next(List<TextLine> between, TextLine head)
    {
        var left = Body.SelectMany(l => l.Values).Select(v => v.Box.Left).DefaultIfEmpty(double.MaxValue).Min();
        while (between.Count > 0 && between[0].Runs.All(r => r.Box.Left < left)
            && (between[0].Box.Top - Body[^1].Box.Bottom <= LineGap * between[0].Size || between[0].Page == Body[^1].Page && head.Page > between[0].Page))
        {
            Body.Add(between[0]);
            between.RemoveAt(0);
        }
        return new();
    }

    /// <summary>The pieces that it falls into where words stand over columns of values: they are heads, though the form does not know them.</summary>
    public IEnumerable<Piece> AtUnknownHeads()
    {
        var words = new StripWords([.. Heads, .. Body]);
        if (WithoutMarksAmong(words)) words = new StripWords([.. Heads, .. Body]);
        var values = Body.SelectMany(l => l.Values).ToList();
        var last = Body.FindLastIndex(l => words.IsRow(l));
        var piece = this;
        var rest = Body;
        if (values.Count == 0) { yield return this; yield break; }
        var left = values.Min(v => v.Box.Left);
        for (int i = 0, from = 0; i < last; i++)
        {
            if (words.IsRow(rest[i]) || !rest[i].Runs.Any(r => r.X > left)) continue;
            var next = new Piece { Cuts = Cuts };
            piece.Body = rest[from..i];
            yield return piece;
            while (!words.IsRow(rest[i])) next.Heads.Add(rest[i++]);
            (piece, from) = (next, i);
            piece.Body = rest[i..];
        }
        yield return piece;
    }

    /// <summary>What stands from the first line of heads down, and right above them; of heads that the form does not know, right above the rows.</summary>
    public IReadOnlyList<TextRun> HeadRuns(StripWords words)
    {
        var first = Heads.FindIndex(words.IsHead);
        var runs = first < 0 ? [] : Heads[first..].SelectMany(l => l.Runs).Where(r => !IsUnderHeads(r, words)).ToList();
        var below = first >= 0 ? Heads[first].Box.Top : Body.Count > 0 ? Body[0].Box.Top : double.MinValue;
        for (var i = (first < 0 ? Heads.Count : first) - 1; i >= 0 && below - Heads[i].Box.Bottom <= Math.Max(UnknownGap, words.LineGap + Uneven) * Heads[i].Size; i--)
        {
            runs.AddRange(Heads[i].Runs);
            below = Heads[i].Box.Top;
        }
        return runs;
    }

    /// <summary>What stands left of the values: in the lines of rows, and between them and the heads.</summary>
    public IReadOnlyList<TextRun> LabelRuns(StripWords words, double right) =>
        [.. Heads.SelectMany(l => l.Runs).Where(r => IsUnderHeads(r, words)).Concat(Body.SelectMany(l => l.Runs)).Where(r => !r.IsValue && r.Box.Right <= right + Overlap)];

    /// <summary>Words in and beside the lines of rows that are no part of labels, and over them what may be a part of a number.</summary>
    public IReadOnlyList<TextRun> Strays(StripWords words, HashSet<TextRun> labels)
    {
        var last = Body.FindLastIndex(words.IsRow);
        return [.. Heads.SelectMany(l => l.Runs).Where(r => IsUnderHeads(r, words) && (r.Text.Any(char.IsDigit) || r.AreMarks)).Concat(Body.Take(last + 1).SelectMany(l => l.Runs))
            .Concat(Body.Skip(last + 1).SelectMany(l => l.Runs).Where(r => last >= 0 && Body[last].Runs.Any(r.IsBeside))).Where(r => !r.IsValue && !labels.Contains(r))];
    }

    /// <summary>Takes marks for words where labels stand over or right of them; whether there are any.</summary>
    bool WithoutMarksAmong(StripWords words)
    {
        var right = words.Labels.Select(l => l.Box.Right).DefaultIfEmpty(double.MinValue).Max();
        bool IsWord(TextRun run) => run.IsLetterMark && run.Box.Left < right;
        if (!Body.Any(l => l.Runs.Any(IsWord))) return false;
        Body = Body.ConvertAll(l => l.With([.. l.Runs.Select(r => IsWord(r) ? r with { IsValue = false } : r)]));
        return true;
    }

    bool IsUnderHeads(TextRun run, StripWords words) => Heads.FindLast(words.IsHead) is { } last && run.Box.Top >= last.Box.Bottom;

    /// <summary>Whether a line of another page says nothing but heads again, all or in part; of each head all lines.</summary>
    public bool Repeats(TextLine line, StripWords words) =>
        Body.Count > 0 && line.Runs.SelectMany(words.Together).All(run => Heads.Concat(Repeated).Any(h => h.Page < run.Page && h.Runs.Any(run.Repeats)));

    /// <summary>Printed rulings across.</summary>
    public List<Ruling> Cuts { get; private init; } = [];

    /// <summary>Heads that pages say again.</summary>
    public List<TextLine> Repeated { get; } = [];
}
