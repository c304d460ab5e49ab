namespace ReportHarvester.Publisher.Pdf.Drawing;

enum Format { A4, A3, Letter }

/// <summary>Upright, wide, or wide by turning an upright page with /Rotate.</summary>
enum Orientation { Portrait, Landscape, Turned }

/// <summary>
/// The page. Offset: the visible box neither begins at 0, 0 nor fills the medium. Inherited: its entries stand at the node above.
/// </summary>
sealed record SheetStyle(
    Format Format = Format.A4, Orientation Orientation = Orientation.Portrait, bool Offset = false, bool Inherited = false)
{
    /// <summary>Width and height as seen, in points.</summary>
    public (double Width, double Height) Size
    {
        get
        {
            var (width, height) = Format switch { Format.A4 => (595.0, 842.0), Format.A3 => (842.0, 1191.0), _ => (612.0, 792.0) };
            return Orientation == Orientation.Portrait ? (width, height) : (height, width);
        }
    }
}
