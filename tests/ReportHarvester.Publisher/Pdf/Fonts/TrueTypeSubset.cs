using System.Buffers.Binary;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>A font file of chosen glyphs in a chosen order, as print programs embed it.</summary>
static class TrueTypeSubset
{
    /// <summary>Each glyph of the new font by its number in the old one, -1 for none; parts of composite glyphs are added.</summary>
    public static byte[] Of(TrueTypeFile font, IEnumerable<int> chosen, IReadOnlyDictionary<int, int>? codes = null)
    {
        List<int> glyphs = [.. chosen];
        List<int> places = [0];
        using var outlines = new MemoryStream();
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (glyphs[i] >= 0)
                outlines.Write(Renumbered(font.Outline(glyphs[i]).ToArray(), glyphs));
            outlines.SetLength(outlines.Position = (outlines.Length + 3) / 4 * 4);
            places.Add((int)outlines.Length);
        }
        return SfntFile.Of(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = codes is null ? [] : CharacterMap(codes),
            ["cvt "] = font.Table("cvt ").ToArray(),
            ["fpgm"] = font.Table("fpgm").ToArray(),
            ["glyf"] = outlines.ToArray(),
            ["head"] = Patched(font.Table("head"), 50, 1),
            ["hhea"] = Patched(font.Table("hhea"), 34, glyphs.Count),
            ["hmtx"] = [.. glyphs.SelectMany(g => Metric(font, g))],
            ["loca"] = [.. places.SelectMany(SfntFile.Long)],
            ["maxp"] = Patched(font.Table("maxp"), 4, glyphs.Count),
            ["prep"] = font.Table("prep").ToArray(),
        });
    }

    /// <summary>Composite glyphs name their parts by number (OpenType specification, glyf: composite glyph description).</summary>
    static byte[] Renumbered(byte[] outline, List<int> glyphs)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return outline;
        for (int at = 10, flags = 0x20; (flags & 0x20) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = outline.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)NumberOf(BinaryPrimitives.ReadUInt16BigEndian(part), glyphs));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        return outline;
    }

    static int NumberOf(int part, List<int> glyphs)
    {
        if (!glyphs.Contains(part))
            glyphs.Add(part);
        return glyphs.IndexOf(part);
    }

    static byte[] Metric(TrueTypeFile font, int glyph)
    {
        var (advance, bearing) = glyph < 0 ? default : font.Metric(glyph);
        return [.. SfntFile.Short(advance), .. SfntFile.Short(bearing)];
    }

    /// <summary>One Macintosh subtable of format 0: a byte a code.</summary>
    static byte[] CharacterMap(IReadOnlyDictionary<int, int> codes) =>
    [
        .. new[] { 0, 1, 1, 0, 0, 12, 0, 262, 0 }.SelectMany(SfntFile.Short),
        .. Enumerable.Range(0, 256).Select(c => (byte)codes.GetValueOrDefault(c)),
    ];

    static byte[] Patched(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }
}
