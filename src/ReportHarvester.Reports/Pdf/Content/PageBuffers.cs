namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Where the marks of a page are collected, one page of a file after the other: how many there will be, nobody knows before.</summary>
sealed class PageBuffers
{
    public List<Letter> Letters { get; } = [];
    public List<Stroke> Strokes { get; } = [];
    public List<Area> Areas { get; } = [];
    public List<Cover> Covers { get; } = [];

    public void Clear()
    {
        Letters.Clear();
        Strokes.Clear();
        Areas.Clear();
        Covers.Clear();
    }
}
