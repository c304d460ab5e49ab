namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Lines of heads, and under them lines with rows. Either may be missing: a page may end between them.</summary>
sealed class Piece
{
    public List<TextLine> Heads { get; } = [];
    public List<TextLine> Body { get; private set; } = [];

    // In sizes of the font: lines of one cell lie no farther apart. Points: the same place.
    const double LineGap = 0.7, UnknownGap = 1.5, Uneven = 0.2;

    // Points: the same place; by which words may run into the next cell.
    const double SamePlace = 2, Overlap = 2;

    /// <summary>Sorts lines into pieces: wherever heads come after rows, another piece begins.</summary>
    public static IReadOnlyList<Piece> Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> cuts)
    {
        var words = new StripWords(lines);
        var pieces = new List<Piece> { new() };
        var between = new List<TextLine>();
        foreach (var line in lines)
        {
            var piece = pieces[^1];
            if (words.IsRow(line))
            {
                (piece.Body.Count > 0 ? piece.Body : piece.Heads).AddRange(between);
                piece.Body.Add(line);
            }
            else if (words.IsHead(line))
            {
                if (piece.Body.Count > 0) pieces.Add(piece = piece.Next(between, line));
                piece.Heads.AddRange([.. between, line]);
            }
            else
            {
                between.Add(line);
                continue;
            }
            between.Clear();
        }
        (pieces[^1].Body.Count > 0 ? pieces[^1].Body : pieces[^1].Heads).AddRange(between);
        pieces = [.. pieces.SelectMany(p => p.AtUnknownHeads(words))];
        foreach (var piece in pieces) piece.Cuts = [.. cuts.Where(c => c.At >= piece.Top && c.At <= piece.Bottom)];
        return Joined(pieces, words);
    }

    // What stands close under the last row, or at the end of its page, left of its values, is of that row; the rest is over the next heads.
    Piece Next(List<TextLine> between, TextLine head)
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

    // Words over columns of values are heads, though the form does not know them.
    IEnumerable<Piece> AtUnknownHeads(StripWords words)
    {
        var values = Body.SelectMany(l => l.Values).ToList();
        var last = Body.FindLastIndex(l => words.IsRow(l));
        var piece = this;
        var rest = Body;
        if (values.Count == 0) { yield return this; yield break; }
        var left = values.Min(v => v.Box.Left);
        for (int i = 0, from = 0; i < last; i++)
        {
            if (words.IsRow(rest[i]) || !rest[i].Runs.Any(r => r.X > left)) continue;
            var next = new Piece();
            piece.Body = rest[from..i];
            yield return piece;
            while (!words.IsRow(rest[i])) next.Heads.Add(rest[i++]);
            (piece, from) = (next, i);
            piece.Body = rest[i..];
        }
        yield return piece;
    }

    // Heads that a page says again, all or in part, do not part rows.
    static List<Piece> Joined(List<Piece> pieces, StripWords words)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
            if (joined.Count > 0 && joined[^1].Repeats(piece, words)) joined[^1].GoOn(piece);
            else joined.Add(piece);
        return joined;
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

    /// <summary>Takes marks for words where labels stand over or right of them; whether there are any.</summary>
    public bool WithoutMarksAmong(StripWords words)
    {
        var right = words.Labels.Select(l => l.Box.Right).DefaultIfEmpty(double.MinValue).Max();
        bool IsWord(TextRun run) => run.IsLetterMark && run.Box.Left < right;
        if (!Body.Any(l => l.Runs.Any(IsWord))) return false;
        Body = Body.ConvertAll(l => l.With([.. l.Runs.Select(r => IsWord(r) ? r with { IsValue = false } : r)]));
        return true;
    }

    bool IsUnderHeads(TextRun run, StripWords words) => Heads.FindLast(words.IsHead) is { } last && run.Box.Top >= last.Box.Bottom;

    // On another page, with nothing else that is said above them.
    bool Repeats(Piece below, StripWords words) =>
        Body.Count > 0 && below.Body.Count > 0 && below.Heads.Find(words.IsHead) is { } first && first.Page > Body[^1].Page
        && below.Heads.SelectMany(l => l.Runs).All(r => IsSaid(r) || below.IsUnderHeads(r, words));

    bool IsSaid(TextRun run) => Heads.Any(l => l.Runs.Any(r => r.Text == run.Text && Math.Abs(r.X - run.X) <= SamePlace));

    void GoOn(Piece below)
    {
        // A part of a label may stand between the heads and the first values.
        var body = below.Body;
        if (IsNumbering(body[0]))
        {
            Repeated.Add(body[0]);
            body = body[1..];
        }
        var rest = below.Heads.Select(l => l.With([.. l.Runs.Where(r => !IsSaid(r))])).Where(l => l.Runs.Count > 0).Concat(body).ToList();
        if (rest.Count == 0) return;
        var up = Math.Max(0, rest[0].Box.Top - Body[^1].Box.Bottom - LineGap * rest[0].Size);
        Repeated.AddRange(below.Heads.Select(l => l.With([.. l.Runs.Where(IsSaid)])));
        Body.AddRange(rest.Select(l => l.Lower(-up)));
        Cuts = [.. Cuts, .. below.Cuts.Where(c => c.At >= rest[0].Box.Top).Select(c => c with { At = c.At - up })];
    }

    // Heads may end with a row that counts the columns.
    static bool IsNumbering(TextLine line) =>
        line.Values.ToList() is { Count: > 2 } counted && counted.Select((v, i) => v.Text == $"{i + 1}").All(same => same);

    IEnumerable<TextLine> Lines => Heads.Concat(Body);

    double Top => Lines.Select(l => l.Box.Top).DefaultIfEmpty().Min();

    double Bottom => Lines.Select(l => l.Box.Bottom).DefaultIfEmpty().Max();

    /// <summary>Printed rulings across.</summary>
    public IReadOnlyList<Ruling> Cuts { get; private set; } = [];

    /// <summary>Heads that pages say again.</summary>
    public List<TextLine> Repeated { get; } = [];
}
