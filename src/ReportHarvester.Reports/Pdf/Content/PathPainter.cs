namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Builds paths and keeps of those that are painted the straight lines and the areas (ISO 32000-1, 8.5).</summary>
sealed class PathPainter(List<Stroke> strokes, List<Area> areas)
{
    /// <summary>A part of a path: its points from First to the next part's.</summary>
    record struct Part(int First, bool Closed, bool Curved);

    // Points by which an edge may lean.
    public const double Lean = 1;

    readonly List<(double X, double Y, bool Bent)> points = [];
    readonly List<Part> parts = [];

    /// <summary>Nothing is kept of what a hidden layer paints.</summary>
    public LayerShow Layer { get; set; }

    public void Move((double X, double Y) to)
    {
        parts.Add(new(points.Count, false, false));
        points.Add((to.X, to.Y, false));
    }

    public void Line((double X, double Y) to) => Add(to, bent: false);

    /// <summary>A curve by the points that it leans to and ends in.</summary>
    public void Curve(ReadOnlySpan<(double X, double Y)> to)
    {
        foreach (var point in to) Add(point, bent: true);
        if (parts.Count > 0) parts[^1] = parts[^1] with { Curved = true };
    }

    public void Close()
    {
        if (parts.Count > 0) parts[^1] = parts[^1] with { Closed = true };
    }

    public void Rectangle(in Matrix ctm, double x, double y, double width, double height)
    {
        Move(ctm.Apply(x, y));
        Line(ctm.Apply(x + width, y));
        Line(ctm.Apply(x + width, y + height));
        Line(ctm.Apply(x, y + height));
        Close();
    }

    /// <param name="stroke">Its lines are painted, and not in white.</param>
    /// <param name="fill">Its inside is painted, and not in white.</param>
    public void Paint(bool stroke, bool fill)
    {
        for (var i = 0; i < parts.Count && (stroke || fill) && Layer != LayerShow.Hidden; i++)
        {
            var end = End(i);
            if (end - parts[i].First < 2) continue;
            if (stroke) AddLines(parts[i], end);
            if (fill) areas.Add(Around(parts[i].First, end, !stroke && !parts[i].Curved && IsUpright(parts[i].First, end)));
        }
        points.Clear();
        parts.Clear();
    }

    /// <summary>The path as a box, if it is one and nothing else.</summary>
    public Area? Box => parts is [var only] && IsBox(only, points.Count) ? Around(0, points.Count, false) : null;

    /// <summary>What the path covers where it is filled: its boxes, and unsurely the boxes around its other parts. Nothing is known to be covered where parts may leave holes in each other.</summary>
    /// <param name="evenOdd">What lies within two parts is left out.</param>
    public List<(Area Box, bool Unsure)> Filled(bool evenOdd)
    {
        var filled = new List<(Area, bool)>(parts.Count);
        int right = 0, left = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var end = End(i);
            if (end - parts[i].First < 3) continue;
            if (Turn(parts[i].First, end) > 0) left++;
            else right++;
            filled.Add((Around(parts[i].First, end, false), !IsBox(parts[i], end)));
        }
        return filled.Count > 1 && (evenOdd || right > 0 && left > 0) ? [] : filled;
    }

    /// <summary>A picture covers the unit square of its coordinates: the box, if it stands upright.</summary>
    public Area? Picture(in Matrix ctm)
    {
        points.Clear();
        parts.Clear();
        Rectangle(ctm, 0, 0, 1, 1);
        var box = Box;
        if (Layer != LayerShow.Hidden) areas.Add(Around(0, points.Count, false));
        points.Clear();
        parts.Clear();
        return box;
    }

    int End(int part) => part + 1 < parts.Count ? parts[part + 1].First : points.Count;

    bool IsBox(Part part, int end) => !part.Curved && (end - part.First == 4 || end - part.First == 5 && points[part.First] == points[end - 1]) && IsUpright(part.First, end);

    // Twice the area that the points go around: above zero to the left.
    double Turn(int first, int end)
    {
        var turn = 0.0;
        for (var i = first; i < end; i++)
        {
            var (a, b) = (points[i], points[i + 1 < end ? i + 1 : first]);
            turn += a.X * b.Y - b.X * a.Y;
        }
        return turn;
    }

    void Add((double X, double Y) to, bool bent)
    {
        if (parts.Count == 0) return;
        // After a part was closed, drawing goes on where it began.
        if (parts[^1].Closed) Move((points[parts[^1].First].X, points[parts[^1].First].Y));
        points.Add((to.X, to.Y, bent));
    }

    // A curve is no line, however flat.
    void AddLines(Part part, int end)
    {
        for (var i = part.First + 1; i < end; i++)
            if (!points[i].Bent) strokes.Add(new(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y));
        if (part.Closed) strokes.Add(new(points[end - 1].X, points[end - 1].Y, points[part.First].X, points[part.First].Y));
    }

    // The edges of a star are none of a table.
    bool IsUpright(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var (a, b) = (points[i], points[i + 1 < end ? i + 1 : first]);
            if (Math.Abs(a.X - b.X) > Lean && Math.Abs(a.Y - b.Y) > Lean) return false;
        }
        return true;
    }

    Area Around(int first, int end, bool hasEdges)
    {
        double left = points[first].X, right = left, bottom = points[first].Y, top = bottom;
        for (var i = first + 1; i < end; i++)
        {
            (left, right) = (Math.Min(left, points[i].X), Math.Max(right, points[i].X));
            (bottom, top) = (Math.Min(bottom, points[i].Y), Math.Max(top, points[i].Y));
        }
        return new(left, bottom, right, top, hasEdges);
    }
}
