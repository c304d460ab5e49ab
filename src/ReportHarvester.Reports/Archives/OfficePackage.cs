using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ReportHarvester.Reports.Archives;

/// <summary>
/// The parts of an office document (ECMA-376 part 2): XML in an archive, found by the relations between them. Read by ourselves: a typed tree of
/// the schema drops what stands where the schema has no place for it (smart tags of older programs), and takes ten times as long to start.
/// Relations that lead out of the file are not followed; DTDs are refused.
/// </summary>
sealed class OfficePackage(byte[] bytes) : IDisposable
{
    // Unpacked. The markup of a report with all its tables has a quarter of a million bytes.
    const int LargestPart = 16 << 20;

    // Trees are walked by recursion; real documents do not come near this.
    const int Deepest = 256;

    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    readonly ZipArchive archive = ZipListing.Open(bytes);

    /// <summary>The part that the package begins with: its path, and what it holds.</summary>
    public (string Path, XElement Root) Main =>
        Related("", "officeDocument") ?? throw new UnreadableDocumentException("DAMAGED", "文件损坏，没有正文。The file is damaged: it has no document in it.");

    /// <summary>The parts that a part names under a kind of relation.</summary>
    public (string Path, XElement Root)? Related(string path, string kind) =>
        Relations(path).Where(r => r.Kind == kind).Select(r => (r.Target, Part(r.Target))).FirstOrDefault(p => p.Item2 is not null) is ({ } target, { } root) ? (target, root) : null;

    /// <summary>The relations of a part to others in the package: what each is called, its kind, the other part's path.</summary>
    public IEnumerable<(string Id, string Kind, string Target)> Relations(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var relations = Part($"{folder}_rels/{path[folder.Length..]}.rels");
        foreach (var relation in relations?.Elements() ?? [])
            if (relation.Value("TargetMode") != "External" && relation.Value("Target") is { } target && relation.Value("Type") is { } type)
                yield return (relation.Value("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target));
    }

    /// <summary>A part as its bytes, still packed; null where there is none of the path.</summary>
    public Stream? Open(string path)
    {
        if (archive.Entries.Where(e => e.FullName.Equals(path, StringComparison.OrdinalIgnoreCase)).ToList() is not { Count: > 0 } entries) return null;
        return entries.Count == 1 ? entries[0].Open() : throw new UnreadableDocumentException("DAMAGED", $"文件损坏，{path}不止一份。The file is damaged: a part of it is there twice.");
    }

    public void Dispose() => archive.Dispose();

    XElement? Part(string path)
    {
        using var packed = Open(path);
        if (packed is null) return null;
        var unpacked = Unpacking.All(packed, LargestPart);
        using (var check = XmlReader.Create(new MemoryStream(unpacked), Settings))
            while (check.Read())
                if (check.Depth > Deepest) throw Unpacking.TooLarge($"嵌套超过{Deepest}层。Its elements are nested too deeply.");
        using var reader = XmlReader.Create(new MemoryStream(unpacked), Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    static string Resolved(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == "..") steps = [.. steps.SkipLast(1)];
            else if (step != ".") steps.Add(step);
        return string.Join('/', steps);
    }
}

/// <summary>Office markup by the local names of its elements: the same document may be written in the transitional or the strict namespace.</summary>
static class OfficeMarkup
{
    // Of each colour, from which on nothing is seen of it.
    const int White = 0xF0;

    public static string Name(this XElement element) => element.Name.LocalName;

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static string? Value(this XElement? element, string attribute = "val") => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") => int.TryParse(element.Value(attribute), out var number) ? number : null;

    /// <summary>Whether a colour, as its red, green and blue in hexadecimal digits, is so light that nothing is seen of it on paper.</summary>
    public static bool IsWhite(this string? colour) =>
        colour is { Length: 6 } && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && IsWhite(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);

    public static bool IsWhite(int red, int green, int blue) => red >= White && green >= White && blue >= White;

    /// <summary>Whether a property is there and not switched off.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Value() is not ("0" or "false" or "off");
}
