using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>The tables of a TrueType font, or of the first font of a collection.</summary>
sealed class TrueTypeFile
{
    static readonly ConcurrentDictionary<string, TrueTypeFile> opened = new();

    readonly byte[] data;
    readonly Dictionary<string, (int Start, int Length)> tables = [];
    readonly Dictionary<char, int> glyphs = [];

    TrueTypeFile(byte[] data)
    {
        this.data = data;
        var start = Encoding.ASCII.GetString(data, 0, 4) == "ttcf" ? Long(12) : 0;
        for (var i = 0; i < Short(start + 4); i++)
        {
            var entry = start + 12 + 16 * i;
            tables[Encoding.ASCII.GetString(data, entry, 4)] = (Long(entry + 8), Long(entry + 12));
        }
        ReadCharacters();
    }

    public static TrueTypeFile Open(string path) => opened.GetOrAdd(path, p => new TrueTypeFile(File.ReadAllBytes(p)));

    public int Count => Short(tables["maxp"].Start + 4);

    double UnitsPerEm => Short(tables["head"].Start + 18);

    public bool Has(char character) => glyphs.ContainsKey(character);

    public int Glyph(char character) =>
        glyphs.TryGetValue(character, out var glyph) ? glyph : throw new InvalidDataException($"the font has no {character}");

    /// <summary>In ems.</summary>
    public double Advance(int glyph) => Short(Metrics(glyph)) / UnitsPerEm;

    public IReadOnlyList<double> Box => [.. Enumerable.Range(0, 4).Select(i => Signed(tables["head"].Start + 36 + 2 * i) / UnitsPerEm)];

    public ReadOnlySpan<byte> Table(string name) =>
        tables.TryGetValue(name, out var table) ? data.AsSpan(table.Start, table.Length) : [];

    public ReadOnlySpan<byte> Outline(int glyph) => data.AsSpan(tables["glyf"].Start + Place(glyph), Place(glyph + 1) - Place(glyph));

    public (ushort Advance, short Bearing) Metric(int glyph)
    {
        var wide = Wide;
        var bearing = glyph < wide ? Metrics(glyph) + 2 : tables["hmtx"].Start + 4 * wide + 2 * (glyph - wide);
        return ((ushort)Short(Metrics(glyph)), (short)Signed(bearing));
    }

    int Wide => Short(tables["hhea"].Start + 34);

    int Metrics(int glyph) => tables["hmtx"].Start + 4 * Math.Min(glyph, Wide - 1);

    int Place(int glyph) => Signed(tables["head"].Start + 50) == 0
        ? 2 * Short(tables["loca"].Start + 2 * glyph) : Long(tables["loca"].Start + 4 * glyph);

    /// <summary>Format 4 of the cmap, which every Chinese font of Windows carries.</summary>
    void ReadCharacters()
    {
        var cmap = tables["cmap"].Start;
        var map = Enumerable.Range(0, Short(cmap + 2)).Select(i => cmap + 4 + 8 * i)
            .Where(e => Short(e) == 3 && Short(e + 2) == 1).Select(e => cmap + Long(e + 4)).Single();
        var segments = Short(map + 6);
        for (var i = 0; i < segments; i += 2)
        {
            var (end, start) = (Short(map + 14 + i), Short(map + 16 + segments + i));
            var (delta, offset) = (Short(map + 16 + 2 * segments + i), Short(map + 16 + 3 * segments + i));
            for (var c = start; c <= end && c < 0xFFFF; c++)
            {
                var found = offset == 0 ? c : Short(map + 16 + 3 * segments + i + offset + 2 * (c - start));
                if (found != 0 && ((found + delta) & 0xFFFF) is > 0 and var glyph)
                    glyphs[(char)c] = glyph;
            }
        }
    }

    int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
