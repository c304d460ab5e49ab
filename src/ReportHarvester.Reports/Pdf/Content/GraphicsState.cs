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
    public bool FillsWhite, StrokesWhite;

    // Table 106: 0 fills, 3 paints nothing, 4 fills and clips, 7 clips only.
    public readonly Paint TextPaint => RenderingMode switch
    {
        3 or 7 => Paint.Nothing,
        0 or 4 when FillsWhite => Paint.White,
        _ => Paint.Ink,
    };
}
