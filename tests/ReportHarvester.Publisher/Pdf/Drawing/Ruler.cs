using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Shows the cells of a part of a table by rulings or shades.</summary>
static class Ruler
{
    const double Apart = 1;

    public static void Draw(Layer layer, RulingStyle style, IReadOnlyList<Box> cells)
    {
        if (cells.Count == 0 || style.Kind == Ruling.None)
            return;
        if (style.Kind is Ruling.Zebra or Ruling.ShadedCells)
            Shade(layer, style.Kind == Ruling.Zebra ? Stripes(cells) : cells.Select(c => c.Smaller(Apart)));
        else if (style is { Kind: Ruling.Boxes, Drawn: not Rules.Across })
            foreach (var box in style.Drawn == Rules.Frame ? [Box.Around(cells)] : cells)
                layer.Add($"{layer.Long(style.Thickness)} w {Rectangle(layer, box)} S");
        else
            foreach (var segment in Segments(style, cells))
                Stroke(layer, style, segment);
    }

    /// <summary>A line of its own, as under words.</summary>
    public static void Line(Layer layer, double x1, double x2, double y) =>
        Stroke(layer, new RulingStyle(), new Segment(true, y, x1, x2));

    static IEnumerable<Segment> Segments(RulingStyle style, IReadOnlyList<Box> cells)
    {
        var sides = style.Drawn == Rules.Frame ? Segment.Of(Box.Around(cells)) : cells.SelectMany(Segment.Of);
        var drawn = sides.Where(s => s.Across || style.Drawn != Rules.Across).Distinct();
        return style.InPieces ? drawn : Segment.Joined(drawn);
    }

    static void Stroke(Layer layer, RulingStyle style, Segment segment)
    {
        if (style.Kind == Ruling.ThinRectangles)
            layer.Add($"{Rectangle(layer, Thin(segment, style.Thickness))} f");
        else
            foreach (var line in style.Kind == Ruling.Double
                ? [segment with { At = segment.At - Apart }, segment with { At = segment.At + Apart }] : new[] { segment })
            {
                layer.Add($"{Dashes(layer, style.Kind)}{layer.Long(style.Thickness)} w {Point(layer, line, line.From)} m {Point(layer, line, line.To)} l S");
            }
    }

    static string Dashes(Layer layer, Ruling kind) => kind switch
    {
        Ruling.Dashed => $"[{layer.Long(3)} {layer.Long(2)}] 0 d ",
        Ruling.Dotted => $"[{layer.Long(0.8)} {layer.Long(1.6)}] 0 d ",
        _ => "",
    };

    static string Point(Layer layer, Segment line, double along) => line.Across ? layer.At(along, line.At) : layer.At(line.At, along);

    static Box Thin(Segment s, double thickness)
    {
        var (from, to) = (s.At - thickness / 2, s.At + thickness / 2);
        return s.Across ? new Box(s.From, from, s.To, to) : new Box(from, s.From, to, s.To);
    }

    static string Rectangle(Layer layer, Box box) =>
        $"{layer.At(box.Left, box.Bottom)} {layer.Long(box.Right - box.Left)} {layer.Long(box.Bottom - box.Top)} re";

    static void Shade(Layer layer, IEnumerable<Box> boxes)
    {
        foreach (var box in boxes)
            layer.Add($"{Digits.Of(0.88)} g {Rectangle(layer, box)} f");
    }

    /// <summary>Every second row from edge to edge.</summary>
    static IEnumerable<Box> Stripes(IReadOnlyList<Box> cells)
    {
        var all = Box.Around(cells);
        return cells.Where(c => c.Rows == 1 && c.Row % 2 == 1).DistinctBy(c => c.Row)
            .Select(c => c with { Left = all.Left, Right = all.Right });
    }
}
