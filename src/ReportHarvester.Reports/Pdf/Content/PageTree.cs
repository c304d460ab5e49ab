using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A page's dictionary with what it inherits; nothing of it where the file has lost the page.</summary>
sealed record PageEntry(int Number, DictionaryToken? Dictionary, DictionaryToken? Resources, double[]? MediaBox, double[]? CropBox, int Rotate)
{
    // US Letter, as the library takes it where no page size is given.
    static readonly double[] Letter = [0, 0, 612, 792];

    /// <summary>What of the page is shown, in its own coordinates (ISO 32000-1, 14.11.2: the crop box cut to the media box); a box without room says nothing.</summary>
    public (double Left, double Bottom, double Width, double Height) Shown
    {
        get
        {
            var media = MediaBox is { } given && Upright(given) is var whole && whole[2] > whole[0] && whole[3] > whole[1] ? whole : Letter;
            var crop = Upright(CropBox ?? media);
            double left = Math.Max(media[0], crop[0]), bottom = Math.Max(media[1], crop[1]), right = Math.Min(media[2], crop[2]), top = Math.Min(media[3], crop[3]);
            return right > left && top > bottom ? (left, bottom, right - left, top - bottom) : (media[0], media[1], media[2] - media[0], media[3] - media[1]);
        }
    }

    static double[] Upright(double[] box) => [Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])];
}

/// <summary>Lists the pages of a document in order (ISO 32000-1, 7.7.3); a tree that turns back on itself is cut there.</summary>
sealed class PageTree
{
    // A document of more pages is no report; trees deeper than this are broken.
    const int MostPages = 10_000, DeepestTree = 64, MostNodes = 4 * MostPages;

    readonly PdfObjects file;
    readonly List<PageEntry> pages = [];
    readonly HashSet<DictionaryToken> above = new(ReferenceEqualityComparer.Instance);
    int nodes;

    PageTree(PdfObjects file) => this.file = file;

    public static IReadOnlyList<PageEntry> Pages(PdfObjects file)
    {
        var tree = new PageTree(file);
        if (file.Get<DictionaryToken>(file.Catalog, "Pages") is { } root) tree.Walk(root, new PageEntry(0, null, null, null, null, 0));
        return tree.pages;
    }

    /// <summary>The resources of a page, its own or those of a node above it.</summary>
    public static DictionaryToken? Resources(PdfObjects file, DictionaryToken? page)
    {
        for (var depth = 0; depth < DeepestTree && page is not null; depth++, page = file.Get<DictionaryToken>(page, "Parent"))
            if (file.Get<DictionaryToken>(page, "Resources") is { } found) return found;
        return null;
    }

    void Walk(DictionaryToken node, PageEntry parent)
    {
        if (above.Count >= DeepestTree || ++nodes > MostNodes || !above.Add(node)) return;
        var here = Inherit(node, parent);
        if (!IsPage(node))
            foreach (var kid in file.Get<ArrayToken>(node, "Kids")?.Data ?? [])
            {
                // What is not there may have been a page.
                if (file.Resolve(kid) is DictionaryToken child) Walk(child, here);
                else Add(here with { Dictionary = null });
            }
        else Add(here);
        above.Remove(node);
    }

    void Add(PageEntry page)
    {
        if (pages.Count == MostPages) throw new UnreadableDocumentException("TOO-LARGE", $"PDF超过{MostPages}页，未读取。The PDF has more pages than the limit and was not read.");
        pages.Add(page with { Number = pages.Count + 1 });
    }

    bool IsPage(DictionaryToken node) => file.Name(node, "Type") is { } type ? type == "Page" : !node.Data.ContainsKey("Kids");

    PageEntry Inherit(DictionaryToken node, PageEntry parent) => parent with
    {
        Dictionary = node,
        Resources = file.Get<DictionaryToken>(node, "Resources") ?? parent.Resources,
        MediaBox = file.Numbers(node, "MediaBox", 4) ?? parent.MediaBox,
        CropBox = file.Numbers(node, "CropBox", 4) ?? parent.CropBox,
        Rotate = (int?)file.Number(node, "Rotate") ?? parent.Rotate,
    };
}
