namespace ReportHarvester.Store;

/// <summary>Quantiles, interpolated between neighbours as R and NumPy do unless told otherwise.</summary>
static class Quantiles
{
    const int Digits = 6;

    /// <param name="count">How many values there are.</param>
    /// <param name="sorted">The values from the least up, by place.</param>
    /// <returns>Null of no values.</returns>
    public static decimal? Of(int count, decimal share, Func<int, decimal> sorted)
    {
        if (count == 0) return null;
        var place = (count - 1) * share;
        var (low, part) = ((int)place, place - (int)place);
        return part == 0 ? sorted(low) : decimal.Round(sorted(low) + part * (sorted(low + 1) - sorted(low)), Digits);
    }
}
