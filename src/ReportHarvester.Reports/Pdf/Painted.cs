namespace ReportHarvester.Reports.Pdf;

/// <summary>What was painted on a page: white shows only where something else lies under it, and what is not painted may be shown by a picture.</summary>
sealed class Painted(PageMarks page, PageFrame frame)
{
    readonly Lazy<List<(Box Box, bool HasEdges)>> areas = new(() => [.. page.Areas.Select(area => (frame.Place(area), area.HasEdges))]);

    public bool Shows(Paint paint, Glyph glyph) => paint switch
    {
        Paint.Nothing or Paint.Faint => false,
        Paint.White => areas.Value.Exists(area => PageLayout.Contains(area.Box, glyph)),
        _ => true,
    };

    /// <summary>Whether the glyph may be there for a picture, or an outline, of it to be found by: else, unpainted, it is not printed at all.</summary>
    public bool StandsForPicture(Glyph glyph) => areas.Value.Exists(area => !area.HasEdges && PageLayout.Contains(area.Box, glyph) || IsAsSmall(area.Box, glyph));

    static bool IsAsSmall(Box area, Glyph glyph) =>
        area.Right - area.Left <= glyph.Size && area.Bottom - area.Top <= glyph.Size
        && area.Left < glyph.Box.Right && area.Right > glyph.Box.Left && area.Top < glyph.Box.Bottom && area.Bottom > glyph.Box.Top;
}
