using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Two reports of an agency, one after the other, between which a measure is not the same. Of an indicator: the editions of the form differ
/// where it stands; OnlyIn is the one edition that has it, null where both print it or neither. Of a series or a metric: Comparability
/// and the reasons say what is lost.
/// </summary>
public sealed record EditionBreak(
    string Agency, FigureKey Figure, int FromYear, string FromEdition, int ToYear, string ToEdition, string? OnlyIn)
{
    /// <summary>Whether it is between reports of the whole region.</summary>
    public bool OfRegion { get; init; }

    /// <summary>Null for an indicator, whose definition an edition may change without a word.</summary>
    public Comparability? Comparability { get; init; }
    public IReadOnlyList<BreakReason> Reasons { get; init; } = [];

    // A report of which it is not known whether it speaks for one organ stands in the line of those that do.
    internal static IEnumerable<EditionBreak> In(IEnumerable<ComparedFigure> figures) =>
        from line in figures.Where(figure => figure is { Edition: not null, Aside: not Store.Aside.OwnBeside }).GroupBy(figure => (figure.Agency, figure.Key, figure.IsOfRegion))
        let years = line.OrderBy(figure => figure.Year).ToList()
        from pair in years.Zip(years.Skip(1))
        where pair.First.Edition != pair.Second.Edition
        let found = Codebook.Find(line.Key.Key.Indicator) is null ? OfSeries(pair.First, pair.Second) : OfIndicator(pair.First, pair.Second)
        where found is not null
        select found;

    static EditionBreak OfIndicator(ComparedFigure before, ComparedFigure after)
    {
        var only = Has(before) == Has(after) ? null : Has(before) ? before : after;
        return Between(before, after) with { OnlyIn = only?.Edition };
    }

    static EditionBreak? OfSeries(ComparedFigure before, ComparedFigure after)
    {
        var crossing = SeriesPart.Crossing(before.Parts, after.Parts);
        return crossing.Comparability == Reports.Comparability.Same ? null
            : Between(before, after) with { Comparability = crossing.Comparability, Reasons = crossing.Reasons };
    }

    static EditionBreak Between(ComparedFigure before, ComparedFigure after) =>
        new(before.Agency, before.Key, before.Year, before.Edition!, after.Year, after.Edition!, null) { OfRegion = after.IsOfRegion };

    static bool Has(ComparedFigure figure) => Codebook.Find(figure.Indicator, figure.Edition) is not null;
}
