namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// Parts tables that stand so close upon each other that their rulings touch: all rows of a table reach from the same left border to the same
/// right one.
/// </summary>
static class StackedTables
{
    // Points: borders no farther apart are one; a ruling ends no farther before or beyond the border that it meets.
    const double Same = 6, Reach = 4;

    // One row that is too long or too short is a slip in its table.
    const int FewestRows = 2;

    sealed record Band(double Top, double Bottom, double Left, double Right)
    {
        public int Rows { get; init; } = 1;

        public bool HasBorders(Band other) => Math.Abs(Left - other.Left) <= Same && Math.Abs(Right - other.Right) <= Same;

        public Band With(Band below) => this with { Bottom = below.Bottom, Rows = Rows + 1 };
    }

    /// <param name="rulings">Rulings that touch each other.</param>
    public static IEnumerable<List<Ruling>> Part(List<Ruling> rulings)
    {
        var down = rulings.FindAll(r => !r.Horizontal);
        var across = rulings.Where(r => r.Horizontal).OrderBy(r => r.At).ToList();
        if (down.Count == 0) return [rulings];
        // A page that cuts a row may leave it without its border.
        double[] ys = [down.Min(r => r.From), .. across.Select(r => r.At), down.Max(r => r.To)];
        var bands = new List<Band>();
        for (var i = 1; i < ys.Length; i++)
        {
            if (ys[i] - ys[i - 1] <= Reach || Between(ys[i - 1], ys[i], down) is not { } band) continue;
            if (bands.Count > 0 && bands[^1].HasBorders(band)) bands[^1] = bands[^1].With(band);
            else bands.Add(band);
        }
        return bands.Count < 2 || !bands.TrueForAll(b => b.Rows >= FewestRows && IsClosed(b, across)) ? [rulings] : bands.Select(b => Inside(b, rulings));
    }

    static Band? Between(double top, double bottom, List<Ruling> down)
    {
        var middle = (top + bottom) / 2;
        var here = down.FindAll(r => r.From <= middle && r.To >= middle);
        return here.Count < 2 ? null : new(top, bottom, here.Min(r => r.At), here.Max(r => r.At));
    }

    // Else the outer borders may only be left out.
    static bool IsClosed(Band band, List<Ruling> across) =>
        across.Exists(r => r.At >= band.Top && r.At <= band.Bottom && Math.Abs(r.From - band.Left) <= Reach && Math.Abs(r.To - band.Right) <= Reach);

    static List<Ruling> Inside(Band band, List<Ruling> rulings) =>
        [.. rulings.Select(r => r.Horizontal ? r with { From = Math.Max(r.From, band.Left), To = Math.Min(r.To, band.Right) } : r with { From = Math.Max(r.From, band.Top), To = Math.Min(r.To, band.Bottom) })
            .Where(r => r.Length > Reach && (!r.Horizontal || r.At >= band.Top && r.At <= band.Bottom))];
}
