using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>What a layout means for a report that is drawn.</summary>
static class DrawnLook
{
    public static byte[] Print(Printout printout) => DrawnReport.Of(printout.Truth, printout.Tables.Changing(Standing), Of(printout.Layout));

    /// <summary>Drawn text is not turned: upright is one character a line.</summary>
    static Cell Standing(Cell cell) => cell.Setting == Setting.Upright ? cell with { Text = string.Join('\n', cell.Text.AsEnumerable()) } : cell;

    static DrawnStyle Of(Layout layout) => new()
    {
        Font = Font(layout),
        Writing = new(Value<TextOperators>(layout, "operators"), layout.Is("writing", "brackets"), layout.Is("writing", "actual-text"),
            layout.Is("writing", "stray-invisible") ? Invisible.StrayNumbers : Invisible.Nothing, Value<Placing>(layout, "placing")),
        Rulings = Rulings(layout),
        Sheet = Sheet(layout),
        Table = new(layout.Is("headTurn", "last-row") ? RepeatedHead.LastRow : layout.Is("repeat", "heads") ? RepeatedHead.All : RepeatedHead.None,
            layout.Is("rowBreak", "split"), Value<GroupLabel>(layout, "groupLabel"), Value<Vertical>(layout, "vertical"),
            layout.Is("running", "bare-number"), layout["rowHeight"] switch { "tall" => 8, "low" => 1, _ => 3 }),
        Furniture = Furniture(layout),
        File = new(layout["file"] switch { "streams" => CrossReference.Streams, "missing" => CrossReference.Missing, _ => CrossReference.Table },
            !layout.Is("file", "uncompressed"), layout.Is("file", "junk"), layout.Is("file", "split-contents")),
    };

    static FontStyle Font(Layout layout) => new(Value<FontKind>(layout, "fontKind"), Value<UnicodeMap>(layout, "fontMap"),
        layout["fontMarks"] switch { "radicals" => UnicodeAs.Radicals, "wide-digits" => UnicodeAs.WideDigits, _ => UnicodeAs.Same },
        layout.Is("font", "zenhei", "noto-sans") ? FontFile.Hei : FontFile.Song,
        layout.Is("fontMarks", "whole"), layout.Is("fontMarks", "helvetica"), layout.Is("fontMarks", "codes-downward"));

    static RulingStyle Rulings(Layout layout)
    {
        var (kind, drawn, thickness) = layout["borders"] switch
        {
            "hairline" => (Ruling.Lines, Rules.All, 0.1),
            "horizontal" => (Ruling.Lines, Rules.Across, 0.5),
            "frame" => (Ruling.Lines, Rules.Frame, 0.5),
            "double" => (Ruling.Double, Rules.All, 0.5),
            "dotted" => (Ruling.Dotted, Rules.All, 0.5),
            "dashed" => (Ruling.Dashed, Rules.All, 0.5),
            "zebra" => (Ruling.Zebra, Rules.All, 0.5),
            "shaded" => (Ruling.ShadedCells, Rules.All, 0.5),
            "none" => (Ruling.None, Rules.All, 0.5),
            _ => (layout["strokes"] switch { "boxes" => Ruling.Boxes, "thin-rectangles" => Ruling.ThinRectangles, _ => Ruling.Lines }, Rules.All, 0.5),
        };
        return new RulingStyle(kind, drawn, thickness, !layout.Is("strokes", "long"), Value<Placing>(layout, "placing"));
    }

    static SheetStyle Sheet(Layout layout)
    {
        var format = layout["page"] switch { "a3" or "a3-landscape" => Pdf.Drawing.Format.A3, "letter" => Pdf.Drawing.Format.Letter, _ => Pdf.Drawing.Format.A4 };
        var wide = layout.Is("page", "a4-landscape", "a3-landscape");
        return new SheetStyle(format, !wide ? Orientation.Portrait : layout.Is("box", "turned", "offset-turned") ? Orientation.Turned : Orientation.Landscape,
            layout.Is("box", "offset", "offset-turned"), layout.Is("box", "inherited"));
    }

    static FurnitureStyle Furniture(Layout layout) => new(
        layout["running"] switch { "foot" => PageNumbers.OfTotal, "both" => PageNumbers.Dashes, "bare-number" => PageNumbers.Plain, _ => PageNumbers.None },
        layout.Is("running", "head", "both"),
        layout["watermark"] switch { "text" => Watermark.Aslant, "picture" => Watermark.Upright, _ => Watermark.None },
        layout.Is("stamp", "none") ? Stamp.None : layout.Chance("stamp").Next(2) == 0 ? Stamp.Curves : Stamp.Picture, layout.Is("stamp", "table"),
        layout.Is("emphasis", "underlined") ? ProseMark.Underlined : ProseMark.None);

    /// <summary>A value as the writer names it: thin-rectangles is ThinRectangles.</summary>
    static T Value<T>(Layout layout, string trait) where T : struct, Enum => Enum.Parse<T>(layout[trait].Replace("-", ""), ignoreCase: true);
}
