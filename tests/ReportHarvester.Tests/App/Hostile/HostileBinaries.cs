using System.Buffers.Binary;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Tests.Reports.Archives;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>Documents of older office programs (DOC, XLS) that lie about their lengths, or ask for a password.</summary>
static class HostileBinaries
{
    // Records of a workbook, and places in the head of a document, as [MS-XLS] and [MS-DOC] number them.
    const int Password = 0x2F, Texts = 0xFC, Size = 0x200;
    const int Flags = 10, TextLength = 0x4C, PieceTable = 0x1A2;

    delegate void Change(Span<byte> data);

    public static IReadOnlyDictionary<string, Hostile> All { get; } = new Dictionary<string, Hostile>
    {
        ["D04 XLS: texts that are said to be two billion"] = new("DAMAGED", () => Xls(Texts, data => data[..8].Fill(0x7F))),
        ["D04 XLS: a password"] = new("ENCRYPTED", () => Book is var book && Short(book, 2) + 4 is var head ? RawCompound.Of(("Workbook", [.. book[..head], Password, 0, 54, 0, 1, 0, 1, 0, 1, 0, .. new byte[48], .. book[head..]])) : []),
        ["D04 DOC: a password"] = new("ENCRYPTED", () => Doc(main => main[Flags + 1] |= 1)),
        ["D04 DOC: a table of pieces that is said to have two billion bytes"] = new("DAMAGED", () => Doc(main => BinaryPrimitives.WriteInt32LittleEndian(main[(PieceTable + 4)..], int.MaxValue))),
        ["D04 DOC: one text in 30,000 pieces"] = new("DAMAGED", () => Pieces(30_000, 60_000)),
        ["D04 DOC: one of Word 95"] = new("UNSUPPORTED", () => Doc(main => BinaryPrimitives.WriteUInt16LittleEndian(main[2..], 0x65))),
    };

    public static byte[] OfFourBillionRows => Xls(Size, data => data[..8].Fill(0xFF));

    static byte[] Book => new CompoundFile(Fixtures.Bytes("qingping-audit-2022-xls")).Stream("Workbook")!;

    static byte[] Xls(int kind, Change change)
    {
        var book = Book;
        for (var at = 0; ; at += 4 + Short(book, at + 2))
        {
            if (Short(book, at) != kind) continue;
            change(book.AsSpan(at + 4, Short(book, at + 2)));
            return RawCompound.Of(("Workbook", book));
        }
    }

    static byte[] Doc(Change change)
    {
        var file = new CompoundFile(Fixtures.Bytes("donghu-construction-2022-doc-dense"));
        var main = file.Stream("WordDocument")!;
        change(main);
        return RawCompound.Of(("WordDocument", main), ("1Table", file.Stream("1Table") ?? []), ("0Table", file.Stream("0Table") ?? []));
    }

    // A text that stands once in the file, and is announced over and over.
    static byte[] Pieces(int count, int length)
    {
        var main = new byte[2000 + 2 * length];
        BinaryPrimitives.WriteUInt32LittleEndian(main, 0x00C1A5EC);
        main[Flags + 1] = 2;
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(TextLength), count * length);
        var table = new byte[5 + 12 * count + 4];
        table[0] = 2;
        for (var i = 0; i <= count; i++) BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(5 + 4 * i), i * length);
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(5 + 4 * (count + 1) + 8 * i + 2), 2000);
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(PieceTable + 4), table.Length);
        return RawCompound.Of(("WordDocument", main), ("1Table", table));
    }

    static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
