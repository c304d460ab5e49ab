namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>What q keeps and Q brings back (ISO 32000-1, 8.4.1): as much of it as bears on text and lines.</summary>
struct GraphicsState
{
    public GraphicsState() { }

    public Matrix Ctm = Matrix.Identity;
    public Font? Font;
    public double Size, CharacterSpace, WordSpace, Leading, Rise, Scale = 1;
    public int RenderingMode;
    public ColourSpace FillSpace, StrokeSpace;
    public Operands[]? FillTable, StrokeTable;
    public bool FillsWhite, FillsPale, StrokesWhite;

    // How much of what is filled shows, and of what stands in a group with it (11.6.4.4); whether it mixes with what is under it, or only parts of it show.
    public double Alpha = 1, GroupAlpha = 1;
    public bool Mixes, GroupMixes;

    /// <summary>Where anything shows; null for the whole page. Rough: only within it, who knows where.</summary>
    public Area? Clip;
    public bool HasRoughClip;

    /// <summary>Whether what is painted at a place may show: not outside of what is known to be cut away.</summary>
    public readonly bool Shows((double X, double Y) at) => Clip is not { } clip || clip.Holds(at);

    // What is as faint as this, nobody sees.
    const double Opaque = 0.99, Faint = 0.1;

    /// <summary>Whether a picture hides what is under it, if it is whole itself.</summary>
    public readonly bool IsOpaque => Alpha * GroupAlpha >= Opaque && !Mixes && !GroupMixes && !HasRoughClip;

    /// <summary>Whether what is filled hides what is under it.</summary>
    public readonly bool Hides => IsOpaque && FillSpace != ColourSpace.Pattern;

    // Table 106: 0 fills, 1 strokes, 2 does both, 3 paints nothing; 4 to 7 do the same and clip.
    public readonly Paint TextPaint => RenderingMode switch
    {
        3 or 7 => Paint.Nothing,
        0 or 4 when Alpha * GroupAlpha < Faint => Paint.Faint,
        0 or 4 when FillSpace == ColourSpace.Table => Paint.Doubt,
        1 or 5 when StrokeSpace == ColourSpace.Table => Paint.Doubt,
        0 or 4 when FillsPale => Paint.White,
        1 or 5 when StrokesWhite => Paint.White,
        2 or 6 when FillsPale && StrokesWhite => Paint.White,
        _ => Paint.Ink,
    };
}
