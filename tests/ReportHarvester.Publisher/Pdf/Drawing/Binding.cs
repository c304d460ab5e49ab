using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Makes a file of drawn pages.</summary>
static partial class Binding
{
    public static byte[] Of(IReadOnlyList<Leaf> leaves, Face face, DrawnStyle style)
    {
        var objects = new PdfObjects(style.File.Compressed);
        var (catalog, node, resources) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
        var pictures = new Dictionary<string, int>();
        if (style.Furniture.Stamp == Stamp.Picture)
            pictures[RedStamp.Name] = RedStamp.Picture(objects);
        var entries = $"{Boxes(style.Sheet)} /Resources {resources} 0 R";
        var (onPage, above) = style.Sheet.Inherited ? ("", entries) : (entries, "");
        var contents = leaves.Select(l => Contents(objects, l.Content(objects, pictures, resources), style)).ToList();
        var pages = contents.Select(c => objects.Add($"<< /Type /Page /Parent {node} 0 R {onPage} /Contents {c} >>")).ToList();
        objects.Set(resources, $"<< /Font << {References(face.Write(objects))} >> /XObject << {References(pictures)} >> "
            + "/ExtGState << /Pale << /ca 0.4 /CA 0.4 >> /Ink << /ca 0.7 /CA 0.7 >> >> >>");
        objects.Set(node, $"<< /Type /Pages {above} /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => $"{p} 0 R"))}] >>");
        objects.Set(catalog, $"<< /Type /Catalog /Pages {node} 0 R >>");
        return PdfFile.Of(objects, catalog, style.File);
    }

    static string References(IReadOnlyDictionary<string, int> numbers) => string.Join(' ', numbers.Select(n => $"/{n.Key} {n.Value} 0 R"));

    static (double X, double Y) Origin(SheetStyle sheet) => sheet.Offset ? (90, 120) : (0, 0);

    /// <summary>A turned page is upright by its boxes and is seen wide.</summary>
    static string Boxes(SheetStyle sheet)
    {
        var turned = sheet.Orientation == Orientation.Turned;
        var (width, height) = turned ? (sheet.Size.Height, sheet.Size.Width) : sheet.Size;
        var (x, y) = Origin(sheet);
        var visible = Digits.Of(x, y, x + width, y + height);
        var boxes = sheet.Offset
            ? $"/MediaBox [{Digits.Of(x - 40, y - 60, x + width + 35, y + height + 45)}] /CropBox [{visible}]" : $"/MediaBox [{visible}]";
        return turned ? $"{boxes} /Rotate 90" : boxes;
    }

    /// <summary>Brings points of the page as seen into the page's own space.</summary>
    static string Placed(SheetStyle sheet, string content)
    {
        var (x, y) = Origin(sheet);
        return sheet.Orientation == Orientation.Turned ? $"q 0 1 -1 0 {Digits.Of(sheet.Size.Height + x, y)} cm\n{content}Q\n"
            : sheet.Offset ? $"q 1 0 0 1 {Digits.Of(x, y)} cm\n{content}Q\n" : content;
    }

    static string Contents(PdfObjects objects, string content, DrawnStyle style)
    {
        var parts = style.File.SplitContents ? Parts(Placed(style.Sheet, content)) : [Placed(style.Sheet, content)];
        var streams = parts.Select(p => $"{objects.AddStream(Encoding.Latin1.GetBytes(p))} 0 R").ToList();
        return streams.Count == 1 ? streams[0] : $"[{string.Join(' ', streams)}]";
    }

    /// <summary>Parts that end between a number and its operator, with no blank at either side of the gap.</summary>
    static string[] Parts(string content) =>
        [.. Gap().Split(content).Chunk(40).Select(c => string.Join(' ', c))];

    [GeneratedRegex("(?<=[0-9]) (?=(?:Td|l|m|re|Tm|w|Tf)[ \\n])")]
    private static partial Regex Gap();
}
