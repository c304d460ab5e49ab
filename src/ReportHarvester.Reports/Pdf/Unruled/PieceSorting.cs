namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// Sorts the lines of a strip into pieces: wherever heads come after rows, another piece begins. Heads that a page says again part no rows; they are left
/// out, and what follows moves up in their place.
/// </summary>
sealed class PieceSorting
{
    // In sizes of the font: how far the first line after heads that are left out is put below the last one before them.
    const double Gap = 0.8;

    readonly StripWords words;
    readonly Queue<Ruling> cuts;
    readonly List<Piece> pieces = [new()];
    readonly List<TextLine> between = [];
    TextLine? last;
    double up;
    bool leftOut;

    PieceSorting(IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> cuts) =>
        (words, this.cuts) = (new(lines), new(cuts.OrderBy(c => c.At)));

    public static IReadOnlyList<Piece> Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> cuts)
    {
        var sorting = new PieceSorting(lines, cuts);
        foreach (var line in lines) sorting.Add(line);
        sorting.End();
        return [.. sorting.pieces.SelectMany(p => p.AtUnknownHeads())];
    }

    void Add(TextLine line)
    {
        if (!words.IsRow(line) && pieces[^1].Repeats(line, words))
        {
            pieces[^1].Repeated.Add(line);
            leftOut = true;
            return;
        }
        MoveUp(line);
        var placed = line.Lower(-up);
        if (words.IsRow(line)) AddRow(placed);
        else if (words.IsHead(line)) AddHead(placed);
        else between.Add(placed);
        AddCuts(line);
        (last, leftOut) = (line, false);
    }

    void MoveUp(TextLine line)
    {
        if (leftOut && last is not null) up = Math.Max(up, line.Box.Top - (last.Box.Bottom - up) - Gap * line.Size);
    }

    // A ruling beside heads that are left out is theirs.
    void AddCuts(TextLine line)
    {
        while (cuts.TryPeek(out var cut) && cut.At < line.Y)
        {
            cuts.Dequeue();
            if (!leftOut && last is not null) pieces[^1].Cuts.Add(cut with { At = cut.At - up });
        }
    }

    void AddRow(TextLine line)
    {
        var piece = pieces[^1];
        (piece.Body.Count > 0 ? piece.Body : piece.Heads).AddRange(between);
        piece.Body.Add(line);
        between.Clear();
    }

    void AddHead(TextLine line)
    {
        if (pieces[^1].Body.Count > 0) pieces.Add(pieces[^1].Next(between, line));
        pieces[^1].Heads.AddRange([.. between, line]);
        between.Clear();
    }

    void End() => (pieces[^1].Body.Count > 0 ? pieces[^1].Body : pieces[^1].Heads).AddRange(between);
}
