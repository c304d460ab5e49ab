using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>What a piece holds: heads over columns, and rows.</summary>
sealed class PieceTable
{
    // A table of which nothing but so many heads is printed has one row of blanks.
    const int FewestHeads = 5;

    const int FewestRows = 2;

    readonly IReadOnlyList<Head> heads;

    PieceTable(Piece piece, IReadOnlyList<Head> heads, IReadOnlyList<Column> columns, IReadOnlyList<PieceRow> rows)
    {
        (this.heads, Columns, Rows) = (heads, columns, rows);
        Others = [.. heads.SelectMany(h => h.Runs), .. piece.Repeated.SelectMany(l => l.Runs)];
        LabelColumns = rows.Any(r => r.Label.Count > 0) ? 2 : 0;
        if (rows.Count == 0 && columns.Count >= FewestHeads) Rows = [new(0, [], [], false)];
    }

    /// <summary>Whether words of the form show that it is one, or more values than text has.</summary>
    public bool IsEvident => heads.Any(h => h.Words != FormWords.None) || Rows.Any(r => r.IsKnown)
        || Rows.Count(r => r.Values.Count > 1 || r.Values.Count > 0 && r.Label.Count > 0) >= FewestRows;

    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<PieceRow> Rows { get; }
    public int LabelColumns { get; }
    public int Width => LabelColumns + Columns.Count;
    /// <summary>What belongs to the table beside its cells: heads that say nothing of their own.</summary>
    public IReadOnlyList<TextRun> Others { get; }

    public IEnumerable<Head> Captions => heads.Where(h => h.Words == FormWords.Caption);

    /// <summary>Words over the labels.</summary>
    public IReadOnlyList<TextRun> LabelHeads =>
        LabelColumns == 0 ? [] : [.. heads.Where(h => h.Words == FormWords.None && h.Box.Right <= Columns[0].Left && !Columns.Any(c => c.Head == h)).SelectMany(h => h.Runs).OrderBy(r => r.Y)];

    /// <summary>Lines of heads over several columns, from the top.</summary>
    public IEnumerable<IReadOnlyList<(Head Head, HeadRange Range)>> GroupLines()
    {
        var groups = heads.Where(h => h.IsGroup).OrderBy(h => h.Y).ToList();
        if (groups.Count == 0 || Columns.Count < 2) yield break;
        var ranges = new HeadRanges(heads, Columns);
        var apart = ranges.IsTakenApart(groups);
        while (groups.Count > 0)
        {
            var line = groups.FindAll(groups[0].IsBeside).OrderBy(h => h.X).ToList();
            groups.RemoveAll(line.Contains);
            yield return [.. line.Zip(ranges.Of(line, apart))];
        }
    }

    /// <summary>Null where the values make up no columns.</summary>
    public static PieceTable? Of(Piece piece)
    {
        var words = new StripWords([.. piece.Heads, .. piece.Body]);
        // What counts the columns need not stand where their values do.
        var values = ValueRow.Of(piece.Body.Where(l => !words.IsCount(l)).SelectMany(l => l.Values));
        var columns = Column.Of(values);
        var heads = Head.Of(piece.HeadRuns(words), words.Phrases, words.LineGap);
        var left = columns is [var first, ..] ? first.Left : heads.Where(h => h.IsKnown).Select(h => h.Box.Left).DefaultIfEmpty(double.MinValue).Min();
        var over = Head.OfColumns(heads, left);
        var ragged = columns is not null && over.Count < columns.Count && Column.AreRagged(columns, values);
        if ((ragged || columns is null) && Column.Under(over, values) is { } under) (columns, ragged) = (under, false);
        if (columns is null || HeadColumns.Of(columns, over) is not { Count: > 0 } withHeads) return null;
        var rows = PieceRows.Of(piece, words, values, left);
        var table = new PieceTable(piece, heads, withHeads, ragged ? [.. rows.Select(r => r with { Doubtful = true })] : rows);
        return table.IsEvident ? table : null;
    }
}
