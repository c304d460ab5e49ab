using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Tells whether a report adds up a region or speaks for one organ; unknown where its words do not say.</summary>
static class ReportScope
{
    public static Scope Of(string? agency, IReadOnlyList<Section> sections)
    {
        if (agency is null) return Scope.Unknown;
        var bare = agency.Split('(', '（')[0];
        if (Wording.Current.OrganEndings.Any(e => bare.EndsWith(e, StringComparison.Ordinal))) return Scope.Own;
        var region = Wording.Current.RegionEndings.Any(e => bare.EndsWith(e, StringComparison.Ordinal));
        var whole = sections.FirstOrDefault(s => s.Number == 1)?.Text is { } text && Wording.Current.WholeRegion.Any(Documents.Folding.Simplify(text).Contains);
        return region && whole ? Scope.Aggregate : Scope.Unknown;
    }
}
