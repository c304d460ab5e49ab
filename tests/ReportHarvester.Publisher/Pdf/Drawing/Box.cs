namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>A cell, or the part of one that is on a page; y counts downward.</summary>
sealed record Box(double Left, double Top, double Right, double Bottom, int Row = 0, int Rows = 1)
{
    public Box Within(double top, double bottom) => this with { Top = Math.Max(Top, top), Bottom = Math.Min(Bottom, bottom) };

    public Box Lower(double by) => this with { Top = Top + by, Bottom = Bottom + by };

    public Box Smaller(double by) => this with { Left = Left + by, Top = Top + by, Right = Right - by, Bottom = Bottom - by };

    public static Box Around(IReadOnlyList<Box> boxes) =>
        new(boxes.Min(b => b.Left), boxes.Min(b => b.Top), boxes.Max(b => b.Right), boxes.Max(b => b.Bottom));
}

/// <summary>A straight line across or down.</summary>
readonly record struct Segment(bool Across, double At, double From, double To)
{
    public static IEnumerable<Segment> Of(Box box) =>
    [
        new(true, box.Top, box.Left, box.Right), new(true, box.Bottom, box.Left, box.Right),
        new(false, box.Left, box.Top, box.Bottom), new(false, box.Right, box.Top, box.Bottom),
    ];

    /// <summary>Pieces that touch or lie over each other as one.</summary>
    public static IEnumerable<Segment> Joined(IEnumerable<Segment> pieces)
    {
        foreach (var line in pieces.GroupBy(p => (p.Across, At: Math.Round(p.At, 2))))
        {
            var (open, sorted) = (line.MinBy(p => p.From), line.OrderBy(p => p.From));
            foreach (var piece in sorted)
                if (piece.From <= open.To + 0.01)
                    open = open with { To = Math.Max(open.To, piece.To) };
                else
                {
                    yield return open;
                    open = piece;
                }
            yield return open;
        }
    }
}
