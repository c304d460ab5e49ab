namespace ReportHarvester.Reports;

/// <summary>A rectangle in points, measured from the page's top left corner.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>To a tenth of a point, which is what origins keep.</summary>
    public Box Round() => new(Math.Round(Left, 1), Math.Round(Top, 1), Math.Round(Right, 1), Math.Round(Bottom, 1));
}

/// <summary>
/// Where something stood in the document. Everything counts from 1. <see cref="Grid"/> is the n-th table of the document,
/// <see cref="Row"/> and <see cref="Column"/> count in the grid joined over pages. HTML has no page and no box, text has a line.
/// </summary>
public sealed record Origin
{
    public int? Page { get; init; }
    public int? Grid { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }
    public int? Line { get; init; }
    public Box? Box { get; init; }
}
