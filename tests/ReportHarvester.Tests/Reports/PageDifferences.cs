using ReportHarvester.Reports;
using ReportHarvester.Reports.Pdf;

namespace ReportHarvester.Tests.Reports;

/// <summary>What two interpretations of one file do not agree in, a sentence each.</summary>
static class PageDifferences
{
    // Points.
    const double Same = 0.05;

    public static IEnumerable<string> Between(IReadOnlyList<PageContent> ours, IReadOnlyList<PageContent> theirs)
    {
        if (ours.Count != theirs.Count) yield return $"{ours.Count} pages, not {theirs.Count}";
        foreach (var (a, b) in ours.Zip(theirs))
        {
            if (Math.Abs(a.Width - b.Width) > Same || Math.Abs(a.Height - b.Height) > Same) yield return $"page {a.Number}: {a.Width} x {a.Height}, not {b.Width} x {b.Height}";
            if (a.Glyphs.Count != b.Glyphs.Count) yield return $"page {a.Number}: {a.Glyphs.Count} glyphs, not {b.Glyphs.Count}";
            foreach (var (x, y) in a.Glyphs.Zip(b.Glyphs))
                if (!IsSame(x, y)) yield return $"page {a.Number}: {x}, not {y}";
            if (a.Rulings.Count != b.Rulings.Count) yield return $"page {a.Number}: {a.Rulings.Count} rulings, not {b.Rulings.Count}";
            foreach (var (x, y) in a.Rulings.Zip(b.Rulings))
                if (x.Horizontal != y.Horizontal || !IsNear(x.At, y.At) || !IsNear(x.From, y.From) || !IsNear(x.To, y.To)) yield return $"page {a.Number}: {x}, not {y}";
        }
    }

    static bool IsSame(Glyph a, Glyph b) =>
        (a.Text, a.Direction, a.Piece, a.AfterBlank, a.Unseen) == (b.Text, b.Direction, b.Piece, b.AfterBlank, b.Unseen)
        && IsNear(a.Size, b.Size) && IsSame(a.Box, b.Box);

    static bool IsSame(Box a, Box b) => IsNear(a.Left, b.Left) && IsNear(a.Top, b.Top) && IsNear(a.Right, b.Right) && IsNear(a.Bottom, b.Bottom);

    static bool IsNear(double a, double b) => Math.Abs(a - b) <= Same;
}
