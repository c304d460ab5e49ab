using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Tests.Reports.Archives;

/// <summary>Compound files (OLE2) of streams that are written as they are: a header, the table of sectors, the directory, the streams.</summary>
static class RawCompound
{
    const int Sector = 512, Entry = 128, Numbers = Sector / 4, Smallest = 4096;
    const uint Last = 0xFFFFFFFE, Table = 0xFFFFFFFD, Free = 0xFFFFFFFF;

    static readonly byte[] Mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static byte[] Of(params (string Name, byte[] Bytes)[] streams)
    {
        // What is shorter than this would stand among small sectors; it is filled up instead.
        int Length(byte[] bytes) => bytes.Length == 0 ? 0 : Math.Max(bytes.Length, Smallest);
        int[] sizes = [.. streams.Select(s => (Length(s.Bytes) + Sector - 1) / Sector)];
        int directory = (streams.Length + 4) / 4, tables = 1;
        while (tables + directory + sizes.Sum() > tables * Numbers) tables++;
        var file = new byte[Sector * (1 + tables + directory + sizes.Sum())];
        var next = Enumerable.Repeat(Free, tables * Numbers).ToArray();
        Header(file, tables);
        Array.Fill(next, Table, 0, tables);
        Chain(next, tables, directory);
        Put(file, Sector * (1 + tables), "Root Entry", 5, Last, 0);
        var at = tables + directory;
        foreach (var (i, (name, bytes)) in streams.Index())
        {
            Put(file, Sector * (1 + tables) + Entry * (i + 1), name, 2, sizes[i] == 0 ? Last : (uint)at, Length(bytes));
            bytes.CopyTo(file, Sector * (1 + at));
            Chain(next, at, sizes[i]);
            at += sizes[i];
        }
        for (var i = 0; i < next.Length; i++) Number(file, Sector + 4 * i, next[i]);
        return file;
    }

    static void Header(byte[] file, int tables)
    {
        Mark.CopyTo(file, 0);
        Number(file, 24, 0x0003003E);
        Number(file, 28, 0x0009FFFE);
        Number(file, 32, 6);
        Number(file, 44, (uint)tables);
        Number(file, 48, (uint)tables);
        Number(file, 56, Smallest);
        Number(file, 60, Last);
        Number(file, 68, Last);
        for (var i = 0; i < 109; i++) Number(file, 76 + 4 * i, i < tables ? (uint)i : Free);
    }

    static void Chain(uint[] next, int from, int count)
    {
        for (var i = 0; i < count; i++) next[from + i] = i + 1 < count ? (uint)(from + i + 1) : Last;
    }

    static void Put(byte[] file, int at, string name, byte kind, uint first, int length)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        file[at + 64] = (byte)(2 * name.Length + 2);
        file[at + 66] = kind;
        Number(file, at + 116, first);
        Number(file, at + 120, (uint)length);
    }

    static void Number(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
