using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>How a drawn report looks and how its file is made; every part can be chosen apart from the others.</summary>
sealed record DrawnStyle
{
    public FontStyle Font { get; init; } = new();

    public WritingStyle Writing { get; init; } = new();

    public RulingStyle Rulings { get; init; } = new();

    public SheetStyle Sheet { get; init; } = new();

    public TableStyle Table { get; init; } = new();

    public FurnitureStyle Furniture { get; init; } = new();

    public FileStyle File { get; init; } = new();
}
