using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Widths by glyph number, /W and /DW (ISO 32000-1, 9.7.4.3). Ranges are kept as they are written, whatever numbers they span.</summary>
sealed class CidWidths
{
    // Glyph numbers that Adobe-GB1 gives to the letters, digits and signs of ASCII: proportional, and of half width.
    const int FirstLetter = 1, LastLetter = 95, FirstHalf = 814, LastHalf = 939, HalfBlank = 7716;

    readonly record struct Range(long First, long Last, double Width);

    readonly List<Range> ranges = [];

    public double Default { get; private init; }

    /// <summary>True where all but the characters of ASCII has the one default width.</summary>
    public bool AreOfLettersOnly => ranges.TrueForAll(r => r.Width == Default
        || r is { First: >= FirstLetter, Last: <= LastLetter } or { First: >= FirstHalf, Last: <= LastHalf } or { First: HalfBlank, Last: HalfBlank });

    public static CidWidths Load(PdfObjects file, DictionaryToken descendant)
    {
        var widths = new CidWidths { Default = file.Number(descendant, "DW") ?? 1000 };
        if (file.Get<ArrayToken>(descendant, "W") is { } array) widths.Add(file, array.Data);
        widths.Sort();
        return widths;
    }

    public double Of(uint cid)
    {
        int low = 0, high = ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First <= cid) low = middle + 1;
            else high = middle - 1;
        }
        return high >= 0 && ranges[high].Last >= cid ? ranges[high].Width : Default;
    }

    void Add(PdfObjects file, IReadOnlyList<IToken> items)
    {
        for (var i = 0; i + 1 < items.Count;)
        {
            var first = (long)(file.Number(items[i++]) ?? throw new OddContentException("widths without a glyph number"));
            if (file.Resolve(items[i]) is ArrayToken each)
            {
                i++;
                foreach (var width in each.Data) ranges.Add(new(first, first++, file.Number(width) ?? Default));
            }
            else if (i + 1 < items.Count)
            {
                ranges.Add(new(first, (long)(file.Number(items[i]) ?? first), file.Number(items[i + 1]) ?? Default));
                i += 2;
            }
        }
    }

    // Of two statements on one glyph the later holds.
    void Sort()
    {
        var sorted = true;
        for (var i = 1; i < ranges.Count && sorted; i++) sorted = ranges[i - 1].Last < ranges[i].First;
        if (sorted) return;
        var ordered = ranges.OrderBy(r => r.First).ToList();
        ranges.Clear();
        ranges.AddRange(ordered);
    }
}
