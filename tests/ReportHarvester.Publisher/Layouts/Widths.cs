using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>How wide the columns of tables 2 and 3 are.</summary>
static class Widths
{
    public static IReadOnlyList<double> Two(Table table, Layout layout) => layout["widths"] switch
    {
        "wide-labels" => Labelled(table, 1, 0.7),
        "narrow-figures" => Labelled(table, 1, 0.85),
        _ => table.Widths,
    };

    public static IReadOnlyList<double> Three(Table table, Layout layout) => layout["widths"] switch
    {
        "narrow-groups" => [0.04, 0.05, 0.30, .. Enumerable.Repeat(0.61 / 7, 7)],
        "equal" => [.. table.Widths.Select(_ => 0.1)],
        "wide-labels" => [0.10, 0.15, 0.40, .. Enumerable.Repeat(0.05, 7)],
        "narrow-figures" => [0.15, 0.2, 0.37, .. Enumerable.Repeat(0.04, 7)],
        _ => table.Widths,
    };

    static IReadOnlyList<double> Labelled(Table table, int labels, double share) =>
        [.. table.Widths.Select((_, i) => i < labels ? share / labels : (1 - share) / (table.Widths.Count - labels))];
}
