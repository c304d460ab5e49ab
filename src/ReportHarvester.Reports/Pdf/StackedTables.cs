namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// Parts tables that stand so close upon each other that their rulings touch: all rows of a table reach from the same left border to the same
/// right one, and its columns do not all go on a little beside where they were.
/// </summary>
static class StackedTables
{
    // Points: borders no farther apart are one; a ruling ends no farther before or beyond the border that it meets.
    const double Same = 6, Reach = 4;

    // Points: rulings of one column lie no farther apart; what lies farther, but so near that it would be taken for the same, is another column.
    const double SameColumn = 2, NearColumn = SquareJoin.Near;

    // One row that is too long or too short is a slip in its table; so is one column that is moved.
    const int FewestRows = 2, FewestMoved = 2;

    /// <summary>Rows with the same borders, and the places of the lowest one's vertical rulings.</summary>
    sealed record Band(double Top, double Bottom, IReadOnlyList<double> Down)
    {
        public double Left => Down[0];
        public double Right => Down[^1];
        public int Rows { get; init; } = 1;

        /// <summary>Where the columns are those of the rows above, but for their places.</summary>
        public bool IsMoved { get; init; }

        public bool HasBorders(Band other) => Math.Abs(Left - other.Left) <= Same && Math.Abs(Right - other.Right) <= Same;

        public bool MovesColumns(Band below) =>
            below.Down.Count(d => Down.Min(x => Math.Abs(x - d)) is > SameColumn and <= NearColumn) >= FewestMoved;

        public Band With(Band below) => this with { Bottom = below.Bottom, Down = below.Down, Rows = Rows + 1 };
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
            var moved = bands.Count > 0 && bands[^1].HasBorders(band) && bands[^1].MovesColumns(band);
            if (bands.Count > 0 && !moved && bands[^1].HasBorders(band)) bands[^1] = bands[^1].With(band);
            else bands.Add(band with { IsMoved = moved });
        }
        return bands.Count < 2 || !Enumerable.Range(1, bands.Count - 1).All(i => bands[i].IsMoved || IsTable(bands[i - 1], across) && IsTable(bands[i], across)) ? [rulings]
            : bands.Select(b => Inside(b, rulings));
    }

    static bool IsTable(Band band, List<Ruling> across) => band.Rows >= FewestRows && IsClosed(band, across);

    static Band? Between(double top, double bottom, List<Ruling> down)
    {
        var middle = (top + bottom) / 2;
        double[] here = [.. down.Where(r => r.From <= middle && r.To >= middle).Select(r => r.At).Order()];
        return here.Length < 2 ? null : new(top, bottom, here);
    }

    // Else the outer borders may only be left out.
    static bool IsClosed(Band band, List<Ruling> across) =>
        across.Exists(r => r.At >= band.Top && r.At <= band.Bottom && Math.Abs(r.From - band.Left) <= Reach && Math.Abs(r.To - band.Right) <= Reach);

    static List<Ruling> Inside(Band band, List<Ruling> rulings) =>
        [.. rulings.Select(r => r.Horizontal ? r with { From = Math.Max(r.From, band.Left), To = Math.Min(r.To, band.Right) } : r with { From = Math.Max(r.From, band.Top), To = Math.Min(r.To, band.Bottom) })
            .Where(r => r.Length > Reach && (!r.Horizontal || r.At >= band.Top && r.At <= band.Bottom))];
}
