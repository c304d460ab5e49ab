using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ReportHarvester.Publisher.Word;

/// <summary>Paragraphs and runs; sizes are in half points, as Word counts them.</summary>
static class WordText
{
    public static Paragraph Paragraph(
        string text, Layout layout, int size, JustificationValues? align = null, bool indented = false, bool bold = false, string? colour = null, bool underlined = false)
    {
        var properties = new ParagraphProperties();
        if (indented)
            properties.Append(new Indentation { FirstLineChars = 200, FirstLine = $"{size * 20}" });
        properties.Append(new Justification { Val = align ?? JustificationValues.Left });
        var run = new Run(Properties(layout, size, bold, colour, underlined));
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
                run.Append(new Break());
            run.Append(new Letters(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new Paragraph(properties, run);
    }

    static RunProperties Properties(Layout layout, int size, bool bold, string? colour, bool underlined)
    {
        var font = Sheet.Font(layout);
        var properties = new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font });
        if (bold)
            properties.Append(new Bold());
        if (colour is not null)
            properties.Append(new Color { Val = colour });
        properties.Append(new FontSize { Val = $"{size}" });
        if (underlined)
            properties.Append(new Underline { Val = UnderlineValues.Single });
        return properties;
    }
}
