namespace ReportHarvester.Reports.Pdf;

/// <summary>What was painted on a page: white shows only where something else lies under it.</summary>
sealed class Painted(PageMarks page, PageFrame frame)
{
    readonly Lazy<List<Box>> boxes = new(() => [.. page.Areas.Select(area => frame.Place(area))]);

    public bool Shows(Paint paint, Glyph glyph) => paint switch
    {
        Paint.Nothing => false,
        Paint.White => boxes.Value.Exists(box => PageLayout.Contains(box, glyph)),
        _ => true,
    };
}
