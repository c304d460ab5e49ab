namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A cell of a table without rulings: the columns that it covers, from 0, what stands in it, and whether it may belong to another row.</summary>
sealed record UnruledCell(int Column, int ColumnSpan, IReadOnlyList<TextRun> Runs, bool Doubtful = false)
{
    /// <summary>Where an empty cell would be, from left to right.</summary>
    public (double Left, double Right) Room { get; init; }
}

/// <summary>A row of such a table, and where it stands on the strip.</summary>
sealed record UnruledRow(IReadOnlyList<UnruledCell> Cells)
{
    /// <summary>The rows of a piece: captions, heads over several columns, heads of columns, values.</summary>
    public static IReadOnlyList<UnruledRow> Of(PieceTable table) =>
        [.. table.Captions.Select(c => new UnruledRow([new(0, table.Width, c.Runs)])), .. table.GroupLines().Select(l => Groups(table, l)), .. Heads(table), .. table.Rows.Select(r => Values(table, r))];

    static UnruledRow Groups(PieceTable table, IReadOnlyList<(Head Head, HeadRange Range)> line) =>
        new([.. line.Select(g => new UnruledCell(table.LabelColumns + g.Range.First, g.Range.Last - g.Range.First, g.Head.Runs))]);

    static IEnumerable<UnruledRow> Heads(PieceTable table)
    {
        if (!table.Columns.Any(c => c.Head is not null)) yield break;
        var labels = table.LabelHeads.Count > 0 ? new[] { new UnruledCell(0, table.LabelColumns, table.LabelHeads) } : [];
        yield return new([.. labels, .. table.Columns.Select((c, i) => new UnruledCell(table.LabelColumns + i, 1, c.Head?.Runs ?? []) { Room = (c.Left, c.Right) })]);
    }

    static UnruledRow Values(PieceTable table, PieceRow row)
    {
        var cells = new List<UnruledCell>();
        if (table.LabelColumns > 0) cells.AddRange([new(0, 1, row.Group), new(1, 1, row.Label, row.Doubtful)]);
        cells.AddRange(table.Columns.Select((c, i) => new UnruledCell(table.LabelColumns + i, 1, [.. row.Values.Where(v => c.Touches(v) && (!c.IsEmpty || !table.Columns.Any(o => !o.IsEmpty && o.Touches(v))))]) { Room = (c.Left, c.Right) }));
        return new(cells);
    }
}
