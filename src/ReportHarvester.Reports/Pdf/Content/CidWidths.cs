using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Widths by glyph number, /W and /DW (ISO 32000-1, 9.7.4.3).</summary>
sealed class CidWidths
{
    // Glyph numbers that Adobe-GB1 gives to the letters, digits and signs of ASCII: proportional, and of half width.
    const int FirstLetter = 1, LastLetter = 95, FirstHalf = 814, LastHalf = 939, HalfBlank = 7716;

    readonly RangeTable<double> ranges = new();

    public double Default { get; private init; }

    /// <summary>True where all but the characters of ASCII has the one default width.</summary>
    public bool AreOfLettersOnly => ranges.All.All(r => r.Value == Default
        || r is { First: >= FirstLetter, Last: <= LastLetter } or { First: >= FirstHalf, Last: <= LastHalf } or { First: HalfBlank, Last: HalfBlank });

    public static CidWidths Load(PdfObjects file, DictionaryToken descendant)
    {
        var widths = new CidWidths { Default = file.Number(descendant, "DW") ?? 1000 };
        if (file.Get<ArrayToken>(descendant, "W") is { } array) widths.Add(file, array.Data);
        return widths;
    }

    public double Of(uint cid) => ranges.Find(cid)?.Value ?? Default;

    void Add(PdfObjects file, IReadOnlyList<IToken> items)
    {
        for (var i = 0; i + 1 < items.Count;)
        {
            var first = (long)(file.Number(items[i++]) ?? throw new BrokenContentException("widths without a glyph number"));
            if (file.Resolve(items[i]) is ArrayToken each)
            {
                i++;
                foreach (var width in each.Data) ranges.Add(first, first++, file.Number(width) ?? Default);
            }
            else if (i + 1 < items.Count)
            {
                ranges.Add(first, (long)(file.Number(items[i]) ?? first), file.Number(items[i + 1]) ?? Default);
                i += 2;
            }
        }
    }
}
