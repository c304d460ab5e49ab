using ReportHarvester.Reports.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A page as the library interprets it: for what <see cref="ContentReader"/> does not know, and to compare it with.</summary>
static class LibraryPage
{
    // Points by which what is painted as large as the page may fall short of it; white patches of a page that is looked at.
    const double Margin = 1;
    const int MostPatches = 2000;

    /// <param name="page">The page.</param>
    /// <param name="unreadableFonts">Names of fonts whose characters the library only guesses.</param>
    public static PageMarks Read(Page page, IReadOnlySet<string> unreadableFonts)
    {
        var whole = new Area(0, 0, page.Width, page.Height, false);
        var strokes = new List<Stroke>();
        var (areas, patches) = (new List<Area>(), new List<Area>());
        foreach (var path in page.Paths)
        {
            var stroked = path.IsStroked && !IsWhite(path.StrokeColor);
            var patched = path.IsFilled && !path.IsStroked && IsWhite(path.FillColor);
            foreach (var part in path)
            {
                if (stroked) Lines(part, strokes);
                if (patched && !IsCurved(part) && IsUpright(part) && part.GetBoundingRectangle() is { } patch) patches.Add(Box(patch, false));
                if (path.IsFilled && !IsWhite(path.FillColor) && part.GetBoundingRectangle() is { } box) areas.Add(Box(box, !stroked && !IsCurved(part) && IsUpright(part)));
            }
        }
        foreach (var picture in page.GetImages()) areas.Add(Box(picture.BoundingBox, false));
        // The paper itself may be painted.
        patches.RemoveAll(patch => patch.Holds((Margin, Margin)) && patch.Holds((page.Width - Margin, page.Height - Margin)));
        var letters = new List<Letter>(page.Letters.Count);
        foreach (var letter in page.Letters)
            letters.Add(new Letter(Text(letter, unreadableFonts), letter.StartBaseLine.X, letter.StartBaseLine.Y, letter.EndBaseLine.X, letter.EndBaseLine.Y,
                Math.Abs(letter.PointSize), letter.TextSequence, PaintOf(letter, whole, patches)));
        return new PageMarks(page.Number, page.Width, page.Height, letters, strokes, areas);
    }

    // The library gives a code that it knows no character for out as the character of that number.
    static string Text(UglyToad.PdfPig.Content.Letter letter, IReadOnlySet<string> unreadableFonts)
    {
        if (letter.FontName is { } name && unreadableFonts.Contains(name)) return Characters.Unknown;
        return Characters.Trusted(letter.Value);
    }

    // Beyond the page nothing shows. The library does not say what was painted first: a digit may lie on a white patch, or under it.
    static Paint PaintOf(UglyToad.PdfPig.Content.Letter letter, Area whole, List<Area> patches)
    {
        var (paint, middle) = (PaintOf(letter), Middle(letter));
        if (paint != Paint.Nothing && !whole.Holds(middle)) return Paint.Faint;
        return paint == Paint.Ink && letter.Value.Any(char.IsDigit) && (patches.Count > MostPatches || patches.Exists(patch => patch.Holds(middle))) ? Paint.Doubt : paint;
    }

    static (double X, double Y) Middle(UglyToad.PdfPig.Content.Letter letter)
    {
        var (a, b) = (letter.StartBaseLine, letter.EndBaseLine);
        var up = Math.Sqrt((b.X - a.X) * (b.X - a.X) + (b.Y - a.Y) * (b.Y - a.Y)) is > 0 and var width ? TextPrinter.Middle * Math.Abs(letter.PointSize) / width : 0;
        return ((a.X + b.X) / 2 - up * (b.Y - a.Y), (a.Y + b.Y) / 2 + up * (b.X - a.X));
    }

    static Paint PaintOf(UglyToad.PdfPig.Content.Letter letter) => letter.RenderingMode switch
    {
        TextRenderingMode.Neither or TextRenderingMode.NeitherClip => Paint.Nothing,
        TextRenderingMode.Fill or TextRenderingMode.FillClip when IsWhite(letter.FillColor, ColourSpaces.Pale) => Paint.White,
        _ => Paint.Ink,
    };

    static bool IsWhite(IColor? color, double light = 0.99) =>
        color is not (null or PatternColor) && color.ToRGBValues() is var (red, green, blue) && red >= light && green >= light && blue >= light;

    static bool IsCurved(PdfSubpath part) => part.Commands.Any(c => c is PdfSubpath.CubicBezierCurve or PdfSubpath.QuadraticBezierCurve);

    // The edges of a star are none of a table.
    static bool IsUpright(PdfSubpath part)
    {
        var lines = part.Commands.OfType<PdfSubpath.Line>().ToList();
        return lines.Count == 0 || lines.TrueForAll(l => IsUpright(l.From, l.To)) && IsUpright(lines[^1].To, lines[0].From);
    }

    static bool IsUpright(PdfPoint a, PdfPoint b) => Math.Abs(a.X - b.X) <= PathPainter.Lean || Math.Abs(a.Y - b.Y) <= PathPainter.Lean;

    static void Lines(PdfSubpath part, List<Stroke> strokes)
    {
        PdfSubpath.Line? last = null;
        foreach (var line in part.Commands.OfType<PdfSubpath.Line>())
            strokes.Add(new(line.From.X, line.From.Y, (last = line).To.X, line.To.Y));
        if (last is not null && part.Commands[0] is PdfSubpath.Move first && part.Commands.Any(c => c is PdfSubpath.Close))
            strokes.Add(new(last.To.X, last.To.Y, first.Location.X, first.Location.Y));
    }

    static Area Box(PdfRectangle box, bool hasEdges)
    {
        double[] xs = [box.BottomLeft.X, box.TopRight.X, box.TopLeft.X, box.BottomRight.X], ys = [box.BottomLeft.Y, box.TopRight.Y, box.TopLeft.Y, box.BottomRight.Y];
        return new(xs.Min(), ys.Min(), xs.Max(), ys.Max(), hasEdges);
    }
}
