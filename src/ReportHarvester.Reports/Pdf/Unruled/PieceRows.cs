namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A row of a piece: words that name its group, its label and its values; doubtful, if another label may be theirs.</summary>
sealed record PieceRow(double Y, IReadOnlyList<TextRun> Label, IReadOnlyList<TextRun> Values, bool Doubtful)
{
    public IReadOnlyList<TextRun> Group { get; init; } = [];

    /// <summary>Whether the form has its label.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>Makes rows of labels and values.</summary>
static class PieceRows
{
    /// <param name="right">Where values begin.</param>
    public static IReadOnlyList<PieceRow> Of(Piece piece, StripWords words, IReadOnlyList<ValueRow> values, double right)
    {
        var left = piece.LabelRuns(words, right);
        var own = new HashSet<TextRun>(left, ReferenceEqualityComparer.Instance);
        var labels = RowLabel.Of(left, [.. words.Phrases.Where(p => own.Contains(p.Runs[0]))], words.LineGap);
        var homes = RowAlignment.Of(labels, values, piece.Cuts, words.LineGap);
        var rows = new List<PieceRow>();
        for (var v = 0; v < values.Count; v++)
            if (homes[v].Label < 0) rows.Add(new(values[v].Y, [], values[v].Values, homes[v].Doubtful));
        for (var i = 0; i < labels.Count; i++)
            if (Labelled(labels, i, values, homes) is { } row) rows.Add(row);
        return WithGroups(WithStrays([.. rows.OrderBy(r => r.Y)], piece.Strays(words, own)), left);
    }

    static PieceRow? Labelled(IReadOnlyList<RowLabel> labels, int i, IReadOnlyList<ValueRow> values, IReadOnlyList<(int Label, bool Doubtful)> homes)
    {
        var own = Enumerable.Range(0, values.Count).Where(v => homes[v].Label == i).ToList();
        if (own.Count == 0 && !labels[i].Known) return null;
        // A row of blanks beside one that may be its own, or that has two, is in doubt, and so are these; words that are no label do not part them.
        int Rows(int label) => homes.Count(h => h.Label == label);
        bool IsBlank(int label) => labels[label].Known && Rows(label) == 0;
        int above = i - 1, below = i + 1;
        while (above >= 0 && !labels[above].Known) above--;
        while (below < labels.Count && !labels[below].Known) below++;
        var doubtful = own.Count > 0 ? own.Exists(v => homes[v].Doubtful) || own.Count > 1 && (above >= 0 && IsBlank(above) || below < labels.Count && IsBlank(below))
            : homes.Any(h => h.Doubtful && h.Label >= above && h.Label <= below) || Enumerable.Range(above, below - above + 1).Any(n => Rows(n) > 1);
        return new((labels[i].FirstY + labels[i].LastY) / 2, labels[i].Runs, [.. own.SelectMany(v => values[v].Values)], doubtful) { IsKnown = labels[i].Known };
    }

    // Words among values belong to some value of their row, whatever they mean.
    static List<PieceRow> WithStrays(List<PieceRow> rows, IReadOnlyList<TextRun> strays)
    {
        if (rows.Count == 0 || strays.Count == 0) return rows;
        var homes = strays.ToLookup(s => rows.MinBy(row => Math.Abs(row.Y - s.Y))!);
        return rows.ConvertAll(r => homes.Contains(r) ? r with { Values = [.. r.Values.Concat(homes[r]).OrderBy(v => v.Y)] } : r);
    }

    // What else stands at the left names groups of rows.
    static List<PieceRow> WithGroups(List<PieceRow> rows, IReadOnlyList<TextRun> left)
    {
        if (rows.Count == 0) return rows;
        var used = new HashSet<TextRun>(rows.SelectMany(r => r.Label), ReferenceEqualityComparer.Instance);
        var groups = left.Where(r => !used.Contains(r) && r.Y <= rows[^1].Y + r.Size).ToLookup(r => rows.MinBy(row => Math.Abs(row.Y - r.Y))!);
        return rows.ConvertAll(r => r with { Group = [.. groups[r].OrderBy(g => g.Y)] });
    }
}
