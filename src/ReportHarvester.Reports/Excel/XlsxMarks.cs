using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Excel;

/// <summary>Finds the cells of an XLSX workbook that do not show as the library tells them: parts of a text raised or struck out, styles that do so, errors, formulas without a value.</summary>
sealed class XlsxMarks
{
    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    readonly CellMarks marks = new();
    readonly OfficePackage package;
    readonly HashSet<int> markedStyles;

    // Of the styles that come with a condition.
    readonly HashSet<int> markedConditions;
    readonly Dictionary<int, CellMark> markedTexts = [];
    readonly bool worksOutAnew;
    long looks;

    XlsxMarks(OfficePackage package)
    {
        this.package = package;
        var (path, workbook) = package.Main;
        // Whoever wrote it had not worked its formulas out.
        worksOutAnew = workbook.Child("calcPr").Value("fullCalcOnLoad") is "1" or "true";
        var styles = package.Related(path, "styles")?.Root;
        markedStyles = Styles(styles);
        markedConditions = [.. styles.Child("dxfs").Children("dxf").Index().Where(x => Hides(x.Item)).Select(x => x.Index)];
        var parts = package.Relations(path).ToList();
        if (parts.Find(p => p.Kind == "sharedStrings").Target is { } texts) ReadTexts(texts);
        foreach (var sheet in workbook.Child("sheets").Children("sheet"))
            if (sheet.Value("name") is { } name && parts.Find(p => p.Kind == "worksheet" && p.Id == sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value).Target is { } part) ReadSheet(name, part);
    }

    public static CellMarks Of(byte[] bytes)
    {
        using var package = new OfficePackage(bytes);
        return new XlsxMarks(package).marks;
    }

    static HashSet<int> Styles(XElement? styles)
    {
        var fonts = styles.Child("fonts").Children("font").ToList();
        var fills = styles.Child("fills").Children("fill").Select(f => f.Child("patternFill")).ToList();
        return [.. styles.Child("cellXfs").Children("xf").Index().Where(x => IsMarked(x.Item)).Select(x => x.Index)];

        bool IsMarked(XElement style) => style.Number("fontId") is { } font && font >= 0 && font < fonts.Count
            && RichText.Show(fonts[font]) switch
            {
                FontShow.Apart => true,
                FontShow.White => !HasGround(style, out var ground) || RichText.IsWhite(ground),
                _ => HasGround(style, out var ground) && ground.Value("rgb") is { } own && own == fonts[font].Child("color").Value("rgb"),
            };

        bool HasGround(XElement style, out XElement? colour)
        {
            var fill = style.Number("fillId") is { } number && number >= 0 && number < fills.Count ? fills[number] : null;
            colour = fill.Child("fgColor");
            return fill is not null && fill.Value("patternType") is not (null or "none");
        }
    }

    // Such a style says only what it changes; its ground is the pattern's other colour.
    static bool Hides(XElement style) => style.Child("numFmt") is not null || RichText.Show(style.Child("font")) switch
    {
        FontShow.Apart => true,
        FontShow.White => style.Child("fill").Child("patternFill").Child("bgColor") is not { } ground || RichText.IsWhite(ground),
        _ => false,
    };

    void ReadTexts(string part)
    {
        using var stream = package.Open(part);
        if (stream is null) return;
        using var xml = XmlReader.Create(stream, Settings);
        xml.MoveToContent();
        for (var index = 0; Next(xml, "si"); index++)
            if (RichText.Mark((XElement)XNode.ReadFrom(xml)) is { } mark) markedTexts[index] = mark;
    }

    void ReadSheet(string sheet, string part)
    {
        using var stream = package.Open(part);
        if (stream is null) return;
        using var xml = XmlReader.Create(stream, Settings);
        int row = -1, column = -1;
        var showsZeros = true;
        var cells = new List<(int Row, int Column)>();
        xml.MoveToContent();
        while (!xml.EOF)
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "c")
            {
                (row, column) = Place(xml.GetAttribute("r")) ?? (row, column + 1);
                var cell = (XElement)XNode.ReadFrom(xml);
                if (cell.HasElements) cells.Add((row, column));
                if (Mark(cell, showsZeros) is { } mark) marks.Add(sheet, row, column, mark);
            }
            else if (xml.LocalName == "conditionalFormatting") ReadConditions(sheet, (XElement)XNode.ReadFrom(xml), cells);
            else
            {
                if (xml.LocalName == "sheetView") showsZeros = xml.GetAttribute("showZeros") is not ("0" or "false");
                if (xml.LocalName == "row")
                {
                    (row, column) = (int.TryParse(xml.GetAttribute("r"), out var number) ? number - 1 : row + 1, -1);
                    if (xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute("ht") is "0") marks.Hide(sheet, row);
                }
                xml.Read();
            }
    }

    // Whether a condition holds is not worked out: where it may hide a number, or show another, that is in doubt.
    void ReadConditions(string sheet, XElement conditions, List<(int Row, int Column)> cells)
    {
        if (!conditions.Children("cfRule").Any(r => r.Number("dxfId") is { } style && markedConditions.Contains(style) || r.Child("dxf") is { } own && Hides(own) || r.Elements().Any(e => e.Value("showValue") is "0" or "false"))) return;
        foreach (var range in (conditions.Value("sqref") ?? conditions.Child("sqref")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((looks += cells.Count) > CellMarks.MostLooks) throw CellMarks.TooManyConditions();
            var (first, last) = range.Split(':') is [var from, var to] ? (Place(from), Place(to)) : (Place(range), Place(range));
            foreach (var (row, column) in cells)
                if (first is not var (top, left) || last is not var (bottom, right) || row >= top && row <= bottom && column >= left && column <= right) marks.Doubt(sheet, row, column);
        }
    }

    CellMark? Mark(XElement cell, bool showsZeros)
    {
        var kind = cell.Value("t");
        var value = cell.Child("v")?.Value;
        if (kind == "e") return new CellMark(value);
        var isZero = kind is null or "n" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;
        // A text that a formula came to may be empty.
        if (cell.Child("f") is not null && (value is null && kind != "inlineStr" || string.IsNullOrEmpty(value) && kind is not ("str" or "inlineStr") || worksOutAnew && isZero)) return new CellMark(CellMarks.Unworked);
        if (isZero && !showsZeros) return CellMark.Blank;
        if (cell.Child("f") is not null && worksOutAnew) return new CellMark(null);
        var text = kind == "s" ? int.TryParse(cell.Child("v")?.Value, out var index) ? markedTexts.GetValueOrDefault(index) : null : RichText.Mark(cell.Child("is"));
        return text ?? (markedStyles.Contains(cell.Number("s") ?? 0) && cell.HasElements ? new CellMark(null) : null);
    }

    static bool Next(XmlReader xml, string name)
    {
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.Element && xml.LocalName == name)) xml.Read();
        return !xml.EOF;
    }

    // B12
    static (int Row, int Column)? Place(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
        foreach (var c in reference.AsSpan(0, Math.Min(letters, 4))) column = column * 26 + (c & 0x1F);
        return int.TryParse(reference.AsSpan(letters), out var row) ? (row - 1, column - 1) : null;
    }
}
