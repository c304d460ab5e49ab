using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Puts tables into a TrueType file; empty tables are left out.</summary>
static class SfntFile
{
    public static byte[] Of(SortedDictionary<string, byte[]> tables)
    {
        var kept = tables.Where(t => t.Value.Length > 0).ToList();
        var power = (int)Math.Log2(kept.Count);
        using var file = new MemoryStream();
        file.Write([.. Long(0x00010000), .. Short(kept.Count), .. Short(16 << power), .. Short(power)]);
        file.Write(Short((kept.Count << 4) - (16 << power)));
        var place = 12 + 16 * kept.Count;
        foreach (var (name, table) in kept)
        {
            file.Write([.. Encoding.ASCII.GetBytes(name), .. Long((int)Sum(table)), .. Long(place), .. Long(table.Length)]);
            place += Padded(table.Length);
        }
        foreach (var (_, table) in kept)
            file.Write([.. table, .. new byte[Padded(table.Length) - table.Length]]);
        return file.ToArray();
    }

    public static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Long(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    static int Padded(int length) => (length + 3) / 4 * 4;

    static uint Sum(byte[] table)
    {
        byte[] padded = [.. table, .. new byte[Padded(table.Length) - table.Length]];
        var sum = 0u;
        for (var i = 0; i < padded.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(i));
        return sum;
    }
}
