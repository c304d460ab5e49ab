using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Layouts;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ReportHarvester.Publisher.Word;

/// <summary>Paper, margins, running head and foot. Lengths are in twentieths of a point.</summary>
static class WordPage
{
    static readonly Dictionary<string, (uint Width, uint Height)> papers = new()
    {
        ["a4"] = (11906, 16838), ["a3"] = (16838, 23811), ["letter"] = (12240, 15840), ["b5"] = (9979, 14173),
        ["a4-landscape"] = (16838, 11906), ["a3-landscape"] = (23811, 16838),
    };

    static uint Margin(Layout layout) => layout["margins"] switch { "narrow" => 600u, "wide" => 1800u, _ => 1200u };

    /// <summary>The width between the margins.</summary>
    public static int Width(Layout layout) => (int)(papers[layout["page"]].Width - 2 * Margin(layout));

    public static SectionProperties Section(MainDocumentPart main, Layout layout)
    {
        var section = new SectionProperties();
        if (layout.Is("running", "head", "both"))
        {
            var part = main.AddNewPart<HeaderPart>("head");
            part.Header = new Header(WordText.Paragraph("政府信息公开年报　仅供公示", layout, 18, JustificationValues.Center));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = "head" });
        }
        if (layout.Is("running", "foot", "both", "bare-number"))
        {
            var part = main.AddNewPart<FooterPart>("foot");
            part.Footer = new Footer(Numbered(layout));
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = "foot" });
        }
        var ((width, height), margin) = (papers[layout["page"]], Margin(layout));
        section.Append(new PageSize { Width = width, Height = height, Orient = width > height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait });
        section.Append(new PageMargin { Left = margin, Right = margin, Top = (int)margin, Bottom = (int)margin, Header = 500, Footer = 500 });
        return section;
    }

    static Paragraph Numbered(Layout layout)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        var number = new SimpleField(new Run(new Letters("1"))) { Instruction = " PAGE " };
        OpenXmlElement[] parts = layout.Is("running", "bare-number") ? [number] : [new Run(new Letters("— ") { Space = SpaceProcessingModeValues.Preserve }), number, new Run(new Letters(" —") { Space = SpaceProcessingModeValues.Preserve })];
        paragraph.Append(parts);
        return paragraph;
    }
}
