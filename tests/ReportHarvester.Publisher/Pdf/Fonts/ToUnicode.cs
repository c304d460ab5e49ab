using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>The map from codes to characters that makes text readable (Adobe technical note 5411).</summary>
static class ToUnicode
{
    /// <summary>No section of a map may be longer (note 5014).</summary>
    const int Longest = 100;

    /// <summary>The entry in a font's dictionary, or nothing for fonts that are to have no map.</summary>
    public static string Entry(PdfObjects objects, IEnumerable<Glyph> glyphs, FontStyle style)
    {
        if (style.Map == UnicodeMap.None)
            return "";
        IReadOnlyList<Glyph> sorted = [.. glyphs.OrderBy(g => g.Code.Length).ThenBy(Number)];
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
        map.Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n").Append(CodeSpace(sorted));
        foreach (var section in Lines(sorted, style).Chunk(Longest))
        {
            var name = style.Map == UnicodeMap.Characters ? "bfchar" : "bfrange";
            map.Append($"{section.Length} begin{name}\n{string.Concat(section)}end{name}\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return $" /ToUnicode {objects.AddStream(Encoding.ASCII.GetBytes(map.ToString()))} 0 R";
    }

    static string CodeSpace(IReadOnlyList<Glyph> glyphs) => (glyphs[0].Code.Length, glyphs[^1].Code.Length) switch
    {
        (1, 1) => "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n",
        (2, 2) => "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        _ => "2 begincodespacerange\n<00> <80>\n<8140> <FEFE>\nendcodespacerange\n",
    };

    static IEnumerable<string> Lines(IReadOnlyList<Glyph> glyphs, FontStyle style) => style.Map switch
    {
        UnicodeMap.Characters => glyphs.Select(g => $"<{Code(g)}> <{Target(g, style)}>\n"),
        UnicodeMap.Ranges => Runs(glyphs, (a, b) => Look(b, style) == Look(a, style) + 1)
            .Select(r => $"<{Code(r[0])}> <{Code(r[^1])}> <{Target(r[0], style)}>\n"),
        _ => Runs(glyphs, (_, _) => true)
            .Select(r => $"<{Code(r[0])}> <{Code(r[^1])}> [{string.Join(' ', r.Select(g => $"<{Target(g, style)}>"))}]\n"),
    };

    /// <summary>Codes that follow each other; only their last byte may differ within a range.</summary>
    static List<List<Glyph>> Runs(IReadOnlyList<Glyph> glyphs, Func<Glyph, Glyph, bool> together)
    {
        List<List<Glyph>> runs = [];
        foreach (var glyph in glyphs)
            if (runs is [.., [.., var last]] && last.Code.Length == glyph.Code.Length && Number(glyph) == Number(last) + 1
                && glyph.Code[^1] != 0 && together(last, glyph))
                runs[^1].Add(glyph);
            else
                runs.Add([glyph]);
        return runs;
    }

    static string Code(Glyph glyph) => Convert.ToHexString(glyph.Code);

    static int Number(Glyph glyph) => glyph.Code.Aggregate(0, (n, b) => n << 8 | b);

    static string Target(Glyph glyph, FontStyle style) => ((int)Look(glyph, style)).ToString("X4");

    static char Look(Glyph glyph, FontStyle style) => style.As switch
    {
        UnicodeAs.Radicals => Radicals.Of(glyph.Character),
        UnicodeAs.WideDigits when char.IsAsciiDigit(glyph.Character) => (char)(glyph.Character - '0' + '０'),
        _ => glyph.Character,
    };
}
