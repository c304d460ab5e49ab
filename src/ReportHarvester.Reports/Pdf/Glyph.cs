namespace ReportHarvester.Reports.Pdf;

/// <summary>Which way a glyph's line runs on the page.</summary>
enum Direction { Right, Down, Up, Left, Slanted }

/// <summary>A printed character: its advance box in points from the page's top left, the size of its font and its direction. Shared by all lists that it is sorted into.</summary>
sealed record Glyph(string Text, Box Box, double Size, Direction Direction)
{
    public double X => (Box.Left + Box.Right) / 2;
    public double Y => (Box.Top + Box.Bottom) / 2;

    /// <summary>Which of the file's pieces of text it was written in.</summary>
    public int Piece { get; init; }

    /// <summary>True where a blank was written before it.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>True where it does not show: white on the white page, or written to be found and not to be seen.</summary>
    public bool Unseen { get; init; }

    /// <summary>True where it is not painted at all, on no ground.</summary>
    public bool Unpainted { get; init; }

    /// <summary>True where part of it is covered.</summary>
    public bool Unsure { get; init; }

    public bool IsDigit => Text is [var c] && char.IsAsciiDigit(c);
}

/// <summary>A straight line on the page. Horizontal: <see cref="At"/> is its y and From, To are x; vertical: the other way round.</summary>
readonly record struct Ruling(bool Horizontal, double At, double From, double To)
{
    public double Length => To - From;

    /// <summary>True where nothing but the edge of a shaded area makes it.</summary>
    public bool IsShade { get; init; }
}

/// <summary>All that matters of one page, y downward.</summary>
sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Ruling> Rulings)
{
    /// <summary>Areas whose edges are rulings.</summary>
    public IReadOnlyList<Box> Shades { get; init; } = [];

    /// <summary>What of the page could not be read; null for a whole page.</summary>
    public string? Damage { get; init; }
}
