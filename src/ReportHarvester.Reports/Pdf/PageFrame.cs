namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// Where a page's points lie for a reader who holds it so that most of its text runs from left to right: from the top left, y downward.
/// Pages lie on their side whether their own /Rotate says so or their text is written that way.
/// </summary>
sealed record PageFrame(double Width, double Height, Direction Text)
{
    // A line of text that leans no more, as a part of its length, is straight.
    const double Lean = 0.1;

    public static PageFrame Of(PageMarks page)
    {
        var shown = new PageFrame(page.Width, page.Height, Direction.Right);
        Span<int> counts = stackalloc int[(int)Direction.Slanted];
        var most = Direction.Right;
        foreach (ref readonly var letter in page.Letters.AsSpan())
        {
            // Before the page is turned, only up and down change places.
            if (letter.IsBlank || DirectionOf(letter.X2 - letter.X1, letter.Y1 - letter.Y2) is var direction && direction == Direction.Slanted) continue;
            if (++counts[(int)direction] > counts[(int)most]) most = direction;
        }
        return shown with { Text = most };
    }

    /// <summary>The page's size as it is held.</summary>
    public (double Width, double Height) Size => Text is Direction.Right or Direction.Left ? (Width, Height) : (Height, Width);

    public (double X, double Y) Place(double x, double upward)
    {
        var y = Height - upward;
        return Text switch
        {
            Direction.Down => (y, Width - x),
            Direction.Up => (Height - y, x),
            Direction.Left => (Width - x, Height - y),
            _ => (x, y),
        };
    }

    public Box Place(in Area area)
    {
        var ((x1, y1), (x2, y2)) = (Place(area.Left, area.Bottom), Place(area.Right, area.Top));
        return new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    /// <summary>The way of a line that goes so far to the right and down.</summary>
    public static Direction DirectionOf(double across, double down)
    {
        if (Math.Abs(down) <= Lean * Math.Abs(across)) return across >= 0 ? Direction.Right : Direction.Left;
        if (Math.Abs(across) <= Lean * Math.Abs(down)) return down > 0 ? Direction.Down : Direction.Up;
        return Direction.Slanted;
    }
}
