using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportHarvester.App.Notices;

/// <summary>
/// The page of official documents (GB/T 9704-2012, 5.2): A4 with 37 mm above and 28 mm left of a type area of 156 by 225 mm, 22 lines of 28 characters.
/// The page's number stands 7 mm under the type area between dashes, on odd pages at the right, on even ones at the left, a character from the edge.
/// </summary>
static class OfficialPage
{
    const int Width = 11906, Height = 16838, Top = 2098, Left = 1587, TypeWidth = 8845, TypeHeight = 12756, NumberUnder = 397, Character = 280;

    // The founts that are prescribed are those of government machines; what others have in their place.
    static readonly (string Prescribed, string Common)[] Elsewhere = [(OfficialText.Body.Name, "仿宋"), (OfficialText.SecondHead.Name, "楷体"), (OfficialText.Heading.Name, "华文中宋")];

    public static void Lay(MainDocumentPart main)
    {
        main.AddNewPart<DocumentSettingsPart>().Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings(new EvenAndOddHeaders());
        main.AddNewPart<FontTablePart>().Fonts = new Fonts(Elsewhere.Select(font => new Font(new AltName { Val = font.Common }, new FontCharSet { Val = "86" }) { Name = font.Prescribed }));
        var bottom = Height - Top - TypeHeight;
        main.Document!.Body!.Append(new SectionProperties(
            Foot(main, HeaderFooterValues.Default, JustificationValues.Right, new Indentation { Right = $"{Character}" }),
            Foot(main, HeaderFooterValues.Even, JustificationValues.Left, new Indentation { Left = $"{Character}" }),
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = Top, Bottom = bottom, Left = Left, Right = Width - Left - TypeWidth, Header = Top / 2, Footer = (uint)(bottom - NumberUnder - Character), Gutter = 0 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = OfficialText.LinePitch }));
    }

    static FooterReference Foot(MainDocumentPart main, HeaderFooterValues pages, JustificationValues side, Indentation indentation)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(indentation, new Justification { Val = side }),
            OfficialText.Run(OfficialText.PageNumber, OfficialText.Text("— ")),
            new SimpleField(OfficialText.Run(OfficialText.PageNumber, OfficialText.Text("1"))) { Instruction = "PAGE" },
            OfficialText.Run(OfficialText.PageNumber, OfficialText.Text(" —"))));
        return new FooterReference { Type = pages, Id = main.GetIdOfPart(part) };
    }
}
