using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Finds the straight lines of a page: stroked lines and boxes, filled bars as thin as lines, and the edges of shaded cells.</summary>
static class RulingReader
{
    // A bar no thicker is a line; a line that leans no more is straight.
    const double Thin = 3, Lean = 1;

    public static IReadOnlyList<Ruling> Read(IReadOnlyList<PdfPath> paths, PageFrame frame)
    {
        var rulings = new List<Ruling>();
        // White on the white page is no line.
        foreach (var path in paths)
        {
            if (path.IsStroked && !Ink.IsWhite(path.StrokeColor))
                foreach (var part in path) Stroked(part, frame, rulings);
            else if (path.IsFilled && !Ink.IsWhite(path.FillColor))
                foreach (var part in path) Filled(part, frame, rulings);
        }
        return RulingMerge.Merge(rulings);
    }

    static void Stroked(PdfSubpath part, PageFrame frame, List<Ruling> rulings)
    {
        foreach (var command in part.Commands)
            if (command is PdfSubpath.Line line) Add(line.From, line.To, frame, rulings);
        if (part.Commands.OfType<PdfSubpath.Close>().Any() && part.Commands.OfType<PdfSubpath.Line>().LastOrDefault() is { } last && part.Commands[0] is PdfSubpath.Move first)
            Add(last.To, first.Location, frame, rulings);
    }

    static void Filled(PdfSubpath part, PageFrame frame, List<Ruling> rulings)
    {
        if (part.Commands.Any(c => c is PdfSubpath.CubicBezierCurve or PdfSubpath.QuadraticBezierCurve) || part.GetBoundingRectangle() is not { } box) return;
        var ((xa, ya), (xb, yb)) = (frame.Place(box.BottomLeft), frame.Place(box.TopRight));
        double x1 = Math.Min(xa, xb), x2 = Math.Max(xa, xb), y1 = Math.Min(ya, yb), y2 = Math.Max(ya, yb);
        var flat = y2 - y1 <= Thin;
        var slim = x2 - x1 <= Thin;
        // A dot of a dotted border may be part of a line either way.
        if (flat) rulings.Add(new(true, (y1 + y2) / 2, x1, x2));
        if (slim) rulings.Add(new(false, (x1 + x2) / 2, y1, y2));
        if (flat || slim) return;
        Add(x1, y1, x2, y1, rulings);
        Add(x1, y2, x2, y2, rulings);
        Add(x1, y1, x1, y2, rulings);
        Add(x2, y1, x2, y2, rulings);
    }

    static void Add(PdfPoint from, PdfPoint to, PageFrame frame, List<Ruling> rulings)
    {
        var ((x1, y1), (x2, y2)) = (frame.Place(from), frame.Place(to));
        Add(x1, y1, x2, y2, rulings);
    }

    static void Add(double x1, double y1, double x2, double y2, List<Ruling> rulings)
    {
        if (Math.Abs(y1 - y2) <= Lean) rulings.Add(new(true, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
        else if (Math.Abs(x1 - x2) <= Lean) rulings.Add(new(false, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
    }
}
