namespace ReportHarvester.Reports.Pdf;

/// <summary>What a letter is painted with: white shows only where something lies under it, what lets nearly all light through shows nowhere, what belongs to some layers, or has a colour nobody looked up, may show or not, and some letters are not painted at all.</summary>
enum Paint { Ink, White, Faint, Doubt, Nothing }

/// <summary>A printed character with the two ends of its baseline. A blank is one blank, what has no Unicode is U+FFFD.</summary>
readonly record struct Letter(string Text, double X1, double Y1, double X2, double Y2, double Size, int Piece, Paint Paint)
{
    public bool IsBlank => Text is " " || string.IsNullOrWhiteSpace(Text);
}

/// <summary>A straight line that was stroked, not in white.</summary>
readonly record struct Stroke(double X1, double Y1, double X2, double Y2);

/// <summary>A painted area, not white: the box around it, and whether its edges may be lines of a table.</summary>
readonly record struct Area(double Left, double Bottom, double Right, double Top, bool HasEdges)
{
    public bool Holds((double X, double Y) at) => at.X >= Left && at.X <= Right && at.Y >= Bottom && at.Y <= Top;
}

/// <summary>An opaque area of any colour, white too: it hides those of the page's first letters, so many as were painted before, that lie under it.</summary>
readonly record struct Cover(double Left, double Bottom, double Right, double Top, int Letters)
{
    public Area Area => new(Left, Bottom, Right, Top, false);

    /// <summary>Whether it may show or not.</summary>
    public bool Unsure { get; init; }
}

/// <summary>The marks of one page as the file draws them: in points from its bottom left, y upward, turned by its /Rotate.</summary>
sealed record PageMarks(int Number, double Width, double Height, IReadOnlyList<Letter> Letters, IReadOnlyList<Stroke> Strokes, IReadOnlyList<Area> Areas)
{
    /// <summary>What hides letters; none where the order of painting is not known.</summary>
    public IReadOnlyList<Cover> Covers { get; init; } = [];

    /// <summary>What of the page could not be read; null for a whole page.</summary>
    public string? Damage { get; init; }
}
