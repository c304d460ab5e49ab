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

    /// <summary>Rows do not reach into each other, so values that overlap in height are of one.</summary>
    public static IReadOnlyList<ValueRow> Of(IEnumerable<TextRun> values)
    {
        var rows = new List<ValueRow>();
        foreach (var value in values.OrderBy(v => v.Box.Top))
            if (rows.Count > 0 && value.Box.Top < rows[^1].Box.Bottom - 0.1 * value.Size) rows[^1] = new([.. rows[^1].Values, value]);
            else rows.Add(new([value]));
        return rows;
    }

    public ValueRow With(ValueRow below) => new([.. Values, .. below.Values]);

    /// <summary>Whether the next line may hold the rest of this row's numbers: each value of one line stands under or over digits of the other.</summary>
    /// <param name="lineGap">How far lines of one cell lie apart at most, in sizes of the font.</param>
    public bool MayGoOn(ValueRow below, double lineGap) => below.Box.Top - Box.Bottom <= lineGap * Size && (below.IsPartOf(this) || IsPartOf(below));

    bool IsPartOf(ValueRow other) =>
        Values.All(part => part.Text.All(Numbers.IsPart) && other.Values.Any(v => v.IsInLineWith(part) && v.Text.All(Numbers.IsPart)));
}
