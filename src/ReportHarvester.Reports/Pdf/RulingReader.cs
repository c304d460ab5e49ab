using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Finds the straight lines of a page: stroked lines and boxes, filled bars as thin as lines, and the edges of shaded cells.</summary>
static class RulingReader
{
    // A bar no thicker is a line; a line that leans no more is straight.
    const double Thin = 3, Lean = 1;

    public static IReadOnlyList<Ruling> Read(IReadOnlyList<PdfPath> paths, double left, double top)
    {
        var rulings = new List<Ruling>();
        foreach (var path in paths)
        {
            if (path.IsStroked && IsVisible(path.StrokeColor))
                foreach (var part in path) Stroked(part, left, top, rulings);
            else if (path.IsFilled && IsVisible(path.FillColor))
                foreach (var part in path) Filled(part, left, top, rulings);
        }
        return RulingMerge.Merge(rulings);
    }

    static void Stroked(PdfSubpath part, double left, double top, List<Ruling> rulings)
    {
        foreach (var command in part.Commands)
            if (command is PdfSubpath.Line line) Add(line.From.X - left, top - line.From.Y, line.To.X - left, top - line.To.Y, rulings);
        if (part.Commands.OfType<PdfSubpath.Close>().Any() && part.Commands.OfType<PdfSubpath.Line>().LastOrDefault() is { } last && part.Commands[0] is PdfSubpath.Move first)
            Add(last.To.X - left, top - last.To.Y, first.Location.X - left, top - first.Location.Y, rulings);
    }

    static void Filled(PdfSubpath part, double left, double top, List<Ruling> rulings)
    {
        if (part.Commands.Any(c => c is PdfSubpath.CubicBezierCurve or PdfSubpath.QuadraticBezierCurve) || part.GetBoundingRectangle() is not { } box) return;
        double x1 = box.Left - left, x2 = box.Right - left, y1 = top - box.Top, y2 = top - box.Bottom;
        var flat = y2 - y1 <= Thin;
        var slim = x2 - x1 <= Thin;
        if (flat) Add(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, rulings);
        if (slim) Add((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, rulings);
        if (flat || slim) return;
        Add(x1, y1, x2, y1, rulings);
        Add(x1, y2, x2, y2, rulings);
        Add(x1, y1, x1, y2, rulings);
        Add(x2, y1, x2, y2, rulings);
    }

    static void Add(double x1, double y1, double x2, double y2, List<Ruling> rulings)
    {
        if (Math.Abs(y1 - y2) <= Lean) rulings.Add(new(true, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
        else if (Math.Abs(x1 - x2) <= Lean) rulings.Add(new(false, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
    }

    // White on the white page is no line.
    static bool IsVisible(IColor? color) => color is null || color.ToRGBValues() is var (r, g, b) && (r < 0.99 || g < 0.99 || b < 0.99);
}
