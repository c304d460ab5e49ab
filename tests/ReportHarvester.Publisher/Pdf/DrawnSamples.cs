using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>One report in every way there is to draw it, each as name.pdf beside name.truth.json.</summary>
static class DrawnSamples
{
    static readonly UnicodeMap none = UnicodeMap.None;

    /// <summary>Whoever reads these must say that they cannot be read.</summary>
    static readonly Dictionary<string, DrawnStyle> unreadable = new()
    {
        ["font-identity-without-map"] = Font(new(Map: none)),
        ["font-simple-truetype-without-map"] = Font(new(FontKind.SimpleTrueType, none)),
        ["font-identity-hei-without-map"] = Font(new(Map: none, File: FontFile.Hei)),
        ["font-type3-without-map"] = Font(new(FontKind.Type3, none)),
        ["text-invisible"] = Writing(new(Invisible: Invisible.Everything)),
    };

    public static async Task Write(string directory, CancellationToken cancel)
    {
        foreach (var styles in new[] { Fonts(), Writings(), RulingsOfAllKinds(), Sheets(), Furnitures(), Files() })
            await Write(directory, styles, c => c, cancel);
        await Write(directory, Tables(), Wording.Upright, cancel);
        await Write(Path.Combine(directory, "unreadable"), unreadable, c => c, cancel);
    }

    static async Task Write(string directory, Dictionary<string, DrawnStyle> styles, Func<Cell, Cell> wording, CancellationToken cancel)
    {
        var truth = TruthFile.Read("donghu-construction-2022");
        var tables = OfficialTables.Of(truth).Changing(wording);
        foreach (var (name, style) in styles)
        {
            var path = Path.Combine(Directory.CreateDirectory(directory).FullName, name);
            await File.WriteAllBytesAsync(path + ".pdf", DrawnReport.Of(truth, tables, style), cancel);
            await File.WriteAllTextAsync(path + ".truth.json", TruthJson.Of(truth), cancel);
        }
    }

    static Dictionary<string, DrawnStyle> Fonts() => new()
    {
        ["font-identity"] = Font(new()),
        ["font-identity-hei"] = Font(new(File: FontFile.Hei)),
        ["font-identity-whole"] = Font(new(Whole: true)),
        ["font-identity-ranges"] = Font(new(Map: UnicodeMap.Ranges)),
        ["font-identity-lists"] = Font(new(Map: UnicodeMap.Lists)),
        ["font-identity-radicals"] = Font(new(As: UnicodeAs.Radicals)),
        ["font-identity-wide-digits"] = Font(new(As: UnicodeAs.WideDigits)),
        ["font-identity-helvetica"] = Font(new(LatinInHelvetica: true)),
        ["font-simple-truetype"] = Font(new(FontKind.SimpleTrueType)),
        ["font-simple-truetype-hei"] = Font(new(FontKind.SimpleTrueType, File: FontFile.Hei)),
        ["font-simple-truetype-ranges"] = Font(new(FontKind.SimpleTrueType, UnicodeMap.Ranges)),
        ["font-simple-truetype-lists"] = Font(new(FontKind.SimpleTrueType, UnicodeMap.Lists)),
        ["font-simple-truetype-byte-order-mark"] = Font(new(FontKind.SimpleTrueType, CodesDownward: true)) with { Writing = new(Brackets: true) },
        ["font-collection"] = Font(new(FontKind.Collection)),
        ["font-collection-without-map"] = Font(new(FontKind.Collection, none)),
        ["font-gbk-euc"] = Font(new(FontKind.GbkEuc, none)),
        ["font-gbk-euc-map"] = Font(new(FontKind.GbkEuc)),
        ["font-gbk-euc-helvetica"] = Font(new(FontKind.GbkEuc, none, LatinInHelvetica: true)),
        ["font-gb-euc"] = Font(new(FontKind.GbEuc, none)),
        ["font-unigb-ucs2"] = Font(new(FontKind.UniGbUcs2, none)),
        ["font-unigb-utf16"] = Font(new(FontKind.UniGbUtf16, none)),
        ["font-type3"] = Font(new(FontKind.Type3)),
        ["font-type3-helvetica"] = Font(new(FontKind.Type3, LatinInHelvetica: true)),
    };

    static Dictionary<string, DrawnStyle> Writings() => new(
        Enum.GetValues<TextOperators>().Select(o => KeyValuePair.Create($"text-{Name(o)}", Writing(new(o)))))
    {
        ["text-brackets"] = Writing(new(Brackets: true)),
        ["text-actual-text"] = Writing(new(ActualText: true)),
        ["text-stray-invisible"] = Writing(new(Invisible: Invisible.StrayNumbers)),
        ["text-scaled-page"] = Writing(new(Placing: Placing.Scaled)),
        ["text-form"] = Writing(new(Placing: Placing.Form)),
        ["text-nested-form"] = Writing(new(Placing: Placing.NestedForm)),
        ["text-spaced-helvetica"] = Writing(new(TextOperators.Spaced)) with { Font = new(LatinInHelvetica: true) },
        ["text-quotation-mark-gbk-euc"] = Writing(new(TextOperators.QuotationMark)) with { Font = new(FontKind.GbkEuc, none) },
        ["text-whole-rows-simple-truetype"] = Writing(new(TextOperators.WholeRows)) with { Font = new(FontKind.SimpleTrueType) },
        ["text-whole-rows-none"] = Writing(new(TextOperators.WholeRows)) with { Rulings = new(Ruling.None) },
        ["text-steps-simple-truetype"] = Writing(new(TextOperators.Steps)) with { Font = new(FontKind.SimpleTrueType) },
    };

    static Dictionary<string, DrawnStyle> RulingsOfAllKinds() => new(
        Enum.GetValues<Ruling>().Select(r => KeyValuePair.Create($"rulings-{Name(r)}", Rulings(new(r)))))
    {
        ["rulings-hairline"] = Rulings(new(Thickness: 0.1)),
        ["rulings-long"] = Rulings(new(InPieces: false)),
        ["rulings-long-thin-rectangles"] = Rulings(new(Ruling.ThinRectangles, InPieces: false)),
        ["rulings-long-dashed"] = Rulings(new(Ruling.Dashed, InPieces: false)),
        ["rulings-long-double"] = Rulings(new(Ruling.Double, InPieces: false)),
        ["rulings-across"] = Rulings(new(Drawn: Rules.Across)),
        ["rulings-frame"] = Rulings(new(Drawn: Rules.Frame)),
        ["rulings-scaled-page"] = Rulings(new(Placing: Placing.Scaled)),
        ["rulings-form"] = Rulings(new(Placing: Placing.Form)),
        ["rulings-nested-form"] = Rulings(new(Placing: Placing.NestedForm)),
    };

    static Dictionary<string, DrawnStyle> Sheets() => new()
    {
        ["sheet-a3"] = Sheet(new(Format.A3)),
        ["sheet-letter"] = Sheet(new(Format.Letter)),
        ["sheet-landscape"] = Sheet(new(Orientation: Orientation.Landscape)),
        ["sheet-turned"] = Sheet(new(Orientation: Orientation.Turned)),
        ["sheet-offset"] = Sheet(new(Offset: true)),
        ["sheet-offset-turned"] = Sheet(new(Orientation: Orientation.Turned, Offset: true)),
        ["sheet-inherited"] = Sheet(new(Inherited: true)),
        ["sheet-inherited-turned"] = Sheet(new(Orientation: Orientation.Turned, Offset: true, Inherited: true)),
    };

    static Dictionary<string, DrawnStyle> Tables() => new()
    {
        ["table-head-none"] = Table(new(RepeatedHead.None)),
        ["table-head-last-row"] = Table(new(RepeatedHead.LastRow)),
        ["table-number-inside"] = Table(new(RepeatedHead.None, NumberInside: true)),
        ["table-cut-rows"] = Table(new(RepeatedHead.None, true, GroupLabel.Cut)),
        ["table-cut-rows-head"] = Table(new(CutsRows: true)),
        ["table-groups-cut"] = Table(new(Groups: GroupLabel.Cut)),
        ["table-groups-each-page"] = Table(new(Groups: GroupLabel.EachPage)),
        ["table-figures-top"] = Table(new(Figures: Vertical.Top)),
        ["table-figures-bottom"] = Table(new(Figures: Vertical.Bottom)),
        ["table-cut-rows-figures-top"] = Table(new(RepeatedHead.None, true, Figures: Vertical.Top)),
        ["table-cut-rows-figures-bottom"] = Table(new(RepeatedHead.None, true, Figures: Vertical.Bottom)),
        ["table-cut-rows-groups-each-page"] = Table(new(RepeatedHead.None, true, GroupLabel.EachPage, NumberInside: true)),
        ["table-cut-rows-groups-each-page-landscape"] = Table(new(RepeatedHead.None, true, GroupLabel.EachPage, NumberInside: true)) with
        {
            Sheet = new(Orientation: Orientation.Landscape),
        },
        ["table-stray-invisible-number-inside"] = Table(new(RepeatedHead.None, NumberInside: true)) with
        {
            Writing = new(Invisible: Invisible.StrayNumbers),
        },
        ["table-cut-rows-across"] = Table(new(RepeatedHead.None, true)) with { Rulings = new(Drawn: Rules.Across) },
    };

    static Dictionary<string, DrawnStyle> Furnitures() => new()
    {
        ["furniture-running-head"] = Furniture(new(RunningHead: true)),
        ["furniture-number-of-total"] = Furniture(new(PageNumbers.OfTotal)),
        ["furniture-number-plain"] = Furniture(new(PageNumbers.Plain)),
        ["furniture-no-number"] = Furniture(new(PageNumbers.None)),
        ["furniture-watermark-aslant"] = Furniture(new(Watermark: Watermark.Aslant)),
        ["furniture-watermark-upright"] = Furniture(new(Watermark: Watermark.Upright)),
        ["furniture-stamp-curves"] = Furniture(new(Stamp: Stamp.Curves)),
        ["furniture-stamp-picture"] = Furniture(new(Stamp: Stamp.Picture)),
        ["furniture-stamp-curves-on-table"] = Furniture(new(Stamp: Stamp.Curves, StampOnTable: true)),
        ["furniture-stamp-picture-on-table"] = Furniture(new(Stamp: Stamp.Picture, StampOnTable: true)),
        ["furniture-underlined"] = Furniture(new(Prose: ProseMark.Underlined)),
        ["furniture-struck-through"] = Furniture(new(Prose: ProseMark.StruckThrough)),
    };

    static Dictionary<string, DrawnStyle> Files() => new()
    {
        ["file-streams"] = Filed(new(CrossReference.Streams)),
        ["file-missing-references"] = Filed(new(CrossReference.Missing)),
        ["file-uncompressed"] = Filed(new(Compressed: false)),
        ["file-junk-before"] = Filed(new(JunkBefore: true)),
        ["file-junk-before-streams"] = Filed(new(CrossReference.Streams, JunkBefore: true)),
        ["file-split-contents"] = Filed(new(SplitContents: true)),
    };

    static DrawnStyle Font(FontStyle font) => new() { Font = font };

    static DrawnStyle Writing(WritingStyle writing) => new() { Writing = writing };

    static DrawnStyle Rulings(RulingStyle rulings) => new() { Rulings = rulings };

    static DrawnStyle Sheet(SheetStyle sheet) => new() { Sheet = sheet };

    /// <summary>High rows, so that table 3 goes over two pages.</summary>
    static DrawnStyle Table(TableStyle table) => new() { Table = table with { Padding = 6 } };

    static DrawnStyle Furniture(FurnitureStyle furniture) => new() { Furniture = furniture };

    static DrawnStyle Filed(FileStyle file) => new() { File = file };

    /// <summary>ThinRectangles as thin-rectangles.</summary>
    static string Name(Enum value) =>
        string.Concat($"{value}".Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
