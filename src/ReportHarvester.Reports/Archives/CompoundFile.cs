using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Reports.Archives;

/// <summary>
/// A compound file (OLE2, [MS-CFB]): sectors chained by a table, and named streams in them. Chains that do not end, and names that lie about
/// their length, end as damage.
/// </summary>
sealed class CompoundFile
{
    const uint LastSector = 0xFFFFFFFA;
    const int HeaderLength = 512, EntryLength = 128, SmallSector = 64, FirstInHeader = 109;

    readonly byte[] bytes;
    readonly int sectorLength;
    readonly uint smallest;
    readonly uint[] next, nextSmall;
    readonly byte[] small;
    readonly Dictionary<string, (uint First, long Length)> streams = [];

    public CompoundFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (bytes.Length < HeaderLength) throw Damaged();
        sectorLength = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30)), 7, 16);
        smallest = Number(56);
        next = [.. Table().SelectMany(s => Numbers(Sector(s)))];
        var entries = Chain(Number(48), long.MaxValue);
        for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength) Add(entries.AsSpan(at, EntryLength));
        nextSmall = [.. Numbers(Chain(Number(60), long.MaxValue))];
        small = streams.TryGetValue("", out var root) ? Chain(root.First, root.Length) : [];
    }

    public IReadOnlyCollection<string> Names => streams.Keys;

    /// <summary>A stream, whole; null where there is none of the name.</summary>
    public byte[]? Stream(string name) =>
        !streams.TryGetValue(name, out var stream) ? null : stream.Length < smallest ? SmallChain(stream.First, stream.Length) : Chain(stream.First, stream.Length);

    // The root's own stream holds the small ones; it goes by no name here. Of streams of one name in several storages the first counts.
    void Add(ReadOnlySpan<byte> entry)
    {
        var kind = entry[66];
        if (kind is not (2 or 5)) return;
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        streams.TryAdd(kind == 5 ? "" : Encoding.Unicode.GetString(entry[..length]),
            (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
    }

    // The table cannot be larger than the file, whatever names a sector twice.
    List<uint> Table()
    {
        var sectors = SectorTable().Take(bytes.Length / sectorLength + 1).ToList();
        return sectors.Count > bytes.Length / sectorLength ? throw Damaged() : sectors;
    }

    // Where the table of sectors stands: some of it in the header, the rest in sectors of its own.
    IEnumerable<uint> SectorTable()
    {
        for (var i = 0; i < FirstInHeader; i++)
            if (Number(76 + 4 * i) is < LastSector and var sector) yield return sector;
        var more = Number(68);
        for (var n = 0; more < LastSector; n++)
        {
            if (n > bytes.Length / sectorLength) throw Damaged();
            var numbers = Numbers(Sector(more)).ToArray();
            foreach (var sector in numbers[..^1])
                if (sector < LastSector) yield return sector;
            more = numbers[^1];
        }
    }

    byte[] Chain(uint first, long length)
    {
        using var chain = new MemoryStream();
        for (var sector = first; sector < LastSector && chain.Length < length; sector = sector < next.Length ? next[sector] : throw Damaged())
        {
            if (chain.Length > bytes.Length) throw Damaged();
            chain.Write(Sector(sector));
        }
        return Cut(chain, length);
    }

    byte[] SmallChain(uint first, long length)
    {
        using var chain = new MemoryStream();
        for (var sector = first; sector < LastSector && chain.Length < length; sector = sector < nextSmall.Length ? nextSmall[sector] : throw Damaged())
        {
            var at = (long)sector * SmallSector;
            if (chain.Length > small.Length || at + SmallSector > small.Length) throw Damaged();
            chain.Write(small, (int)at, SmallSector);
        }
        return Cut(chain, length);
    }

    static byte[] Cut(MemoryStream chain, long length)
    {
        if (chain.Length > length) chain.SetLength(length);
        return chain.ToArray();
    }

    // The last sector of a file may be cut short.
    ReadOnlySpan<byte> Sector(uint sector)
    {
        var at = ((long)sector + 1) * sectorLength;
        return at < bytes.Length ? bytes.AsSpan((int)at, (int)Math.Min(sectorLength, bytes.Length - at)) : throw Damaged();
    }

    static uint[] Numbers(ReadOnlySpan<byte> sector)
    {
        var numbers = new uint[sector.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(sector[(4 * i)..]);
        return numbers;
    }

    uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    static UnreadableDocumentException Damaged() => new("DAMAGED", "文件损坏，扇区链不完整。The file is damaged: its chain of sectors is broken.");
}
