using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The values of one row: on one line, or on several where a number was wrapped in a narrow column.</summary>
sealed record ValueRow(Box Box, double Size, IReadOnlyList<TextRun> Values)
{
    // In sizes of the font: lines nearer than this overlap and are of one row; lines of a wrapped number lie no farther apart.
    const double Overlapping = 0.9, Wrapped = 1.6;

    public double Y => (Box.Top + Box.Bottom) / 2;

    public static IReadOnlyList<ValueRow> Of(IEnumerable<TextLine> lines)
    {
        var rows = new List<ValueRow>();
        TextLine? above = null;
        foreach (var line in lines)
        {
            var row = Of([.. line.Values]);
            if (above is not null && row.Values[0].Y - above.Values.First().Y < Overlapping * row.Size) rows[^1] = rows[^1].With(row);
            else rows.Add(row);
            above = line;
        }
        return rows;
    }

    public ValueRow With(ValueRow other) => Of([.. Values, .. other.Values]);

    /// <summary>Whether the next line may hold the rest of this row's numbers: each value of one line stands under or over digits of the other.</summary>
    public bool MayGoOn(ValueRow below) =>
        below.Values[0].Box.Top - Box.Bottom <= (Wrapped - 1) * Size && (below.IsPartOf(this) || IsPartOf(below));

    bool IsPartOf(ValueRow other) =>
        Values.All(part => part.Text.All(Numbers.IsPart) && other.Values.Any(v => v.IsInLineWith(part) && v.Text.All(Numbers.IsPart)));

    static ValueRow Of(IReadOnlyList<TextRun> values) => new(
        new(values.Min(v => v.Box.Left), values.Min(v => v.Box.Top), values.Max(v => v.Box.Right), values.Max(v => v.Box.Bottom)), values.Max(v => v.Size), values);
}
