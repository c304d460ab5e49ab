using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>A page: what lies under the text, the text, and what lies over it.</summary>
sealed class Leaf(DrawnStyle style)
{
    public Layer Under { get; } = new(style.Sheet.Size.Height, Placing.Page);

    public Layer Rulings { get; } = new(style.Sheet.Size.Height, style.Rulings.Placing);

    public Layer Text { get; } = new(style.Sheet.Size.Height, style.Writing.Placing, style.Writing.Operators == TextOperators.Steps);

    public Layer Over { get; } = new(style.Sheet.Size.Height, Placing.Page);

    public string Content(PdfObjects objects, Dictionary<string, int> forms, int resources) =>
        string.Concat(new[] { Under, Rulings, Text, Over }.Select(l => l.Placed(objects, forms, resources)));
}
