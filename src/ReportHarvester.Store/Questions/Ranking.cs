namespace ReportHarvester.Store;

/// <summary>Sets aside what must not count beside the others, whatever form it is on.</summary>
static class Beside
{
    /// <summary>An agency counts once for itself in a year; and no report counts that may be another agency's, nor a number in another unit.</summary>
    public static List<ComparedFigure> In(IEnumerable<ComparedFigure> figures)
    {
        var all = figures.ToList();
        var own = all.Where(f => f is { Scope: Reports.Scope.Own, Outcome: not Reports.Outcome.Failed }).Select(f => (f.AgencyId, f.Year)).ToHashSet();
        var regions = all.Where(f => f.IsOfRegion).Select(f => f.AgencyId).Except(all.Where(f => f.Scope is not null && !f.IsOfRegion).Select(f => f.AgencyId)).ToHashSet();
        return all.ConvertAll(f => f.Scope is null && regions.Contains(f.AgencyId) ? f with { IsOfRegion = true } : f.Scope is Reports.Scope.Unknown && own.Contains((f.AgencyId, f.Year)) ? f with { Aside = Aside.OwnBeside }
            : f is { Value: not null, MayBeAnothers: true } ? f with { Aside = Aside.MayBeAnothers } : f is { Value: not null, IsInUnit: false } ? f with { Aside = Aside.OtherUnit } : f);
    }
}

/// <summary>Places figures among those of their measure, year and scope; none of what stands aside.</summary>
static class Ranking
{
    /// <summary>The greatest comes first; equals share the better place, and the next place counts them all (1, 2, 2, 4).</summary>
    public static List<ComparedFigure> In(IReadOnlyList<ComparedFigure> figures)
    {
        var ranked = figures.ToList();
        foreach (var group in figures.Index().Where(f => f.Item is { Value: not null, Aside: null }).GroupBy(f => (f.Item.Key, f.Item.Year, f.Item.IsOfRegion)))
        {
            var (place, seen, last) = (0, 0, (decimal?)null);
            var all = group.OrderByDescending(f => f.Item.Value).ToList();
            foreach (var (index, figure) in all)
            {
                seen++;
                if (figure.Value != last) (place, last) = (seen, figure.Value);
                ranked[index] = figure with { Rank = place, Ranked = all.Count };
            }
        }
        return ranked;
    }
}

/// <summary>Sets figures against those of the year before, as far as both are the agency's and in one unit.</summary>
static class YearOnYear
{
    public static List<ComparedFigure> In(IReadOnlyList<ComparedFigure> figures, IEnumerable<EditionBreak> breaks)
    {
        var broken = breaks.Where(b => b.OnlyIn is not null || b.Comparability == Reports.Comparability.Broken).Select(b => (b.Agency, b.Figure, b.ToYear, b.OfRegion)).ToHashSet();
        var before = figures.Where(f => f is { Value: not null, IsInLine: true }).GroupBy(f => (f.Agency, f.Key, f.Year, f.Scope)).ToDictionary(g => g.Key, g => g.First().Value);
        return [.. figures.Select(f => f is { Value: { } value, IsInLine: true } && !broken.Contains((f.Agency, f.Key, f.Year, f.IsOfRegion))
            && before.GetValueOrDefault((f.Agency, f.Key, f.Year - 1, f.Scope)) is { } last ? f with { Change = value - last } : f)];
    }
}
