using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The values of one row: what stands at one height, or overlaps it where a number was wrapped in a narrow column.</summary>
sealed record ValueRow(IReadOnlyList<TextRun> Values)
{
    public Box Box { get; } = TextRun.Around([.. Values]);

    public double Size => Values[0].Size;

    public double Y => (Box.Top + Box.Bottom) / 2;

    public double FirstY => Box.Top + Size / 2;

    public double LastY => Box.Bottom - Size / 2;

    /// <summary>Rows reach into each other hardly ever, so values that overlap in height are of one, unless one stands over another that is no part of it.</summary>
    public static IReadOnlyList<ValueRow> Of(IEnumerable<TextRun> values)
    {
        var rows = new List<ValueRow>();
        foreach (var value in values.OrderBy(v => v.Box.Top))
            if (rows.Count == 0 || value.Box.Top >= rows[^1].Box.Bottom - 0.1 * value.Size) rows.Add(new([value]));
            else if (rows[^1].Values.FirstOrDefault(v => v.IsInLineWith(value) && !v.MayBeOver(value)) is { } other)
            {
                // What came to the row above because it is high stands beside this value.
                var beside = rows[^1].Values.ToLookup(v => v.Y > other.Box.Bottom);
                rows[^1] = new([.. beside[false]]);
                rows.Add(new([.. beside[true], value]));
            }
            else rows[^1] = new([.. rows[^1].Values, value]);
        return rows;
    }

    public ValueRow With(ValueRow below) => new([.. Values, .. below.Values]);

    /// <summary>
    /// Whether the next line may hold the rest of this row: each value of one line stands under or over digits of the other, and makes a number with them; or
    /// none does, for of some cells only the last line is blank, but that dashes go on in dashes.
    /// </summary>
    /// <param name="lineGap">How far lines of one cell lie apart at most, in sizes of the font.</param>
    public bool MayGoOn(ValueRow below, double lineGap)
    {
        if (below.Box.Top - Box.Bottom > lineGap * Size) return false;
        var inLine = (from v in Values from b in below.Values where b.IsInLineWith(v) select (Upper: v, Lower: b)).ToList();
        return inLine.TrueForAll(p => p.Upper.IsDash && p.Lower.IsDash)
            || inLine.TrueForAll(p => p.Upper.MayGoOnIn(p.Lower)) && (inLine.DistinctBy(p => p.Upper).Count() == Values.Count || inLine.DistinctBy(p => p.Lower).Count() == below.Values.Count);
    }
}
