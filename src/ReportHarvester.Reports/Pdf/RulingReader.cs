namespace ReportHarvester.Reports.Pdf;

/// <summary>Finds the straight lines of a page: stroked lines and boxes, filled bars as thin as lines, and the edges of shaded cells.</summary>
static class RulingReader
{
    // A bar no thicker is a line; a line that leans no more is straight.
    const double Thin = 3, Lean = 1;

    // Lines of one page, pieces put together: the fullest tables have some hundred, and each is held against each.
    const int MostRulings = 10_000;

    public static IReadOnlyList<Ruling> Read(PageMarks page, PageFrame frame)
    {
        var rulings = new List<Ruling>(page.Strokes.Count + page.Areas.Count);
        foreach (ref readonly var stroke in page.Strokes.AsSpan())
        {
            var ((x1, y1), (x2, y2)) = (frame.Place(stroke.X1, stroke.Y1), frame.Place(stroke.X2, stroke.Y2));
            Add(x1, y1, x2, y2, rulings);
        }
        foreach (ref readonly var area in page.Areas.AsSpan())
            if (area.HasEdges) Edges(frame.Place(area), rulings);
        return RulingMerge.Merge(rulings) is { Count: <= MostRulings } merged ? merged
            : throw new UnreadableDocumentException("TOO-LARGE", $"一页超过{MostRulings}条线，未读取。A page has more lines than the limit and was not read.");
    }

    static void Edges(Box box, List<Ruling> rulings)
    {
        var (x1, y1, x2, y2) = box;
        var flat = y2 - y1 <= Thin;
        var slim = x2 - x1 <= Thin;
        // A dot of a dotted border may be part of a line either way.
        if (flat) rulings.Add(new(true, (y1 + y2) / 2, x1, x2));
        if (slim) rulings.Add(new(false, (x1 + x2) / 2, y1, y2));
        if (flat || slim) return;
        rulings.AddRange([new(true, y1, x1, x2) { IsShade = true }, new(true, y2, x1, x2) { IsShade = true }, new(false, x1, y1, y2) { IsShade = true }, new(false, x2, y1, y2) { IsShade = true }]);
    }

    /// <summary>The areas that are wide and high enough for words, and whose edges are rulings.</summary>
    public static IReadOnlyList<Box> Shades(PageMarks page, PageFrame frame)
    {
        var shades = new List<Box>();
        foreach (ref readonly var area in page.Areas.AsSpan())
            if (area.HasEdges && frame.Place(area) is var box && box.Right - box.Left > Thin && box.Bottom - box.Top > Thin) shades.Add(box);
        return shades;
    }

    static void Add(double x1, double y1, double x2, double y2, List<Ruling> rulings)
    {
        if (Math.Abs(y1 - y2) <= Lean) rulings.Add(new(true, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
        else if (Math.Abs(x1 - x2) <= Lean) rulings.Add(new(false, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
    }
}
