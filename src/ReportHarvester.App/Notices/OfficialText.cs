using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Store;

namespace ReportHarvester.App.Notices;

/// <summary>A fount of official documents and its size in half points.</summary>
readonly record struct Fount(string Name, int HalfPoints);

/// <summary>Paragraphs of official documents (GB/T 9704-2012, chapter 7): founts, indents and a line pitch of 22 lines a page.</summary>
static class OfficialText
{
    /// <summary>Twentieths of a point between lines: 225 mm for 22 lines.</summary>
    public const int LinePitch = 579;

    public static readonly Fount Body = new("仿宋_GB2312", 32), Head = new("黑体", 32), SecondHead = new("楷体_GB2312", 32), Heading = new("方正小标宋简体", 44),
        PageNumber = new("宋体", 28), Cell = new("仿宋_GB2312", 21), CellHead = new("黑体", 21);

    // Twentieths of a point; 28 characters of 16 points are drawn together by a quarter point to fill the 156 mm of a line.
    const int HalfCharacter = 160, TitlePitch = 640, Drawn = -5;

    /// <summary>In halves of a character: 28 of the body, 20 of the title.</summary>
    public const int LineWidth = 56, TitleWidth = 40;

    /// <param name="text">Line by line; one that is too long is parted evenly. Its lines are wider apart than those of the page's grid, which would double them.</param>
    public static Paragraph Title(string text) => new(
        Properties(TitlePitch, new Indentation(), JustificationValues.Center, onGrid: false),
        Run(Heading, [.. text.Split('\n').SelectMany(line => Lines(line, TitleWidth)).SelectMany((line, i) => i == 0 ? new OpenXmlElement[] { Text(line) } : [new Break(), Text(line)])]));

    public static Paragraph Paragraph(params IEnumerable<(Fount Fount, string Text)> runs) =>
        Of(Properties(LinePitch, new Indentation { FirstLine = $"{4 * HalfCharacter}", FirstLineChars = 200 }, JustificationValues.Both), [.. runs]);

    /// <summary>An indented paragraph whose further lines begin where the first one does behind so many characters, as the names of attachments do.</summary>
    public static Paragraph Hanging(int characters, string text) => Of(Properties(LinePitch, new Indentation
    {
        Left = $"{2 * (2 + characters) * HalfCharacter}", LeftChars = 100 * (2 + characters), Hanging = $"{2 * characters * HalfCharacter}", HangingChars = 100 * characters,
    }, JustificationValues.Both), (Body, text));

    public static Paragraph Flush(string text, Fount? fount = null, bool newPage = false) =>
        Of(Properties(LinePitch, new Indentation(), JustificationValues.Left, newPage), (fount ?? Body, text));

    /// <param name="halfCharacters">From the right edge.</param>
    public static Paragraph Right(string text, int halfCharacters) =>
        Of(Properties(LinePitch, new Indentation { Right = $"{halfCharacters * HalfCharacter}", RightChars = 50 * halfCharacters }, JustificationValues.Right), (Body, text));

    public static Paragraph Blank() => Of(Properties(LinePitch, new Indentation(), JustificationValues.Left), (Body, ""));

    public static Run Run(Fount fount, params OpenXmlElement[] content) => new(
        [
            new RunProperties(new RunFonts { Ascii = fount.Name, HighAnsi = fount.Name, EastAsia = fount.Name, Hint = FontTypeHintValues.EastAsia }, new Spacing { Val = fount.HalfPoints == Body.HalfPoints ? Drawn : 0 }, new FontSize { Val = $"{fount.HalfPoints}" }),
            .. content,
        ]);

    /// <summary>Words may be strangers': what XML cannot hold is left out.</summary>
    public static Text Text(string text) => new(PanelRows.PlainText(text)) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>In halves of a character.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.IsAscii ? 1 : 2);

    /// <summary>The text in as few lines of so many halves of a character as hold it, none much longer than another.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = (WidthOf(text) + width - 1) / width;
        if (count < 2) return [text];
        var runes = text.EnumerateRunes().ToList();
        return [.. runes.Chunk((runes.Count + count - 1) / count).Select(line => string.Concat(line))];
    }

    static Paragraph Of(ParagraphProperties properties, params (Fount Fount, string Text)[] runs) =>
        new([properties, .. runs.Where(r => r.Text.Length > 0).Select(r => Run(r.Fount, Text(r.Text)))]);

    /// <summary>Leaves a paragraph on the page of the next: a signature does not stand alone.</summary>
    public static Paragraph WithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.PrependChild(new KeepLines());
        paragraph.ParagraphProperties.PrependChild(new KeepNext());
        return paragraph;
    }

    static ParagraphProperties Properties(int pitch, Indentation indentation, JustificationValues justified, bool newPage = false, bool onGrid = true) => new(
        [
            .. newPage ? new OpenXmlElement[] { new PageBreakBefore() } : [],
            .. onGrid ? [] : new OpenXmlElement[] { new SnapToGrid { Val = false } },
            new SpacingBetweenLines { Before = "0", After = "0", Line = $"{pitch}", LineRule = LineSpacingRuleValues.Exact }, indentation, new Justification { Val = justified },
        ]);
}
