using System.Buffers.Binary;
using System.Text;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>A stretch of text that stands together in the file: where it begins, how many characters, one or two bytes each.</summary>
readonly record struct DocPiece(int Offset, int Length, bool Narrow)
{
    public int Width => Narrow ? 1 : 2;

    /// <summary>What is changed in all of it, over what its characters say themselves; null where that is not known.</summary>
    public required byte[]? Changes { get; init; }
}

/// <summary>The streams of a document of Word 97 to 2003, the head that says where things stand in them, and its text in pieces ([MS-DOC]).</summary>
sealed class DocFile
{
    const int Word97 = 0xC1;

    // Places in the head: of lengths of text, and of the tables' offsets with their lengths behind.
    const int TextLength = 0x4C, BoxLength = 0x64, Pieces = 0x1A2;
    public const int Styles = 0xA2, CharacterPages = 0xFA, ParagraphPages = 0x102;

    const int FirstOfCharacters = 0x41;

    readonly byte[] table;

    public DocFile(byte[] bytes)
    {
        var file = new CompoundFile(bytes);
        Main = file.Stream("WordDocument") ?? throw Damaged();
        if (Main.Length < Pieces + 8 || Short(0) != 0xA5EC) throw Damaged();
        if (Short(2) < Word97) throw DocumentFormats.Unsupported("DOC (Word 6, Word 95)");
        var flags = Short(10);
        if ((flags & 0x0100) != 0) throw new UnreadableDocumentException("ENCRYPTED", "文件已加密。The document is encrypted.");
        table = file.Stream((flags & 0x0200) != 0 ? "1Table" : "0Table") ?? throw Damaged();
        Data = file.Stream("Data") ?? [];
    }

    public byte[] Main { get; }

    /// <summary>Properties too long for a page of them.</summary>
    public byte[] Data { get; }

    /// <summary>The text of the document itself, then that of its boxes; what stands at the edges of pages, notes and remarks are left out.</summary>
    public IEnumerable<DocPiece> Text()
    {
        int text = Number(TextLength), before = text + Enumerable.Range(1, 5).Sum(i => Number(TextLength + 4 * i));
        var pieces = AllPieces();
        return [.. Between(pieces, 0, text), .. Between(pieces, before, before + Number(BoxLength))];
    }

    /// <summary>A table of the head: its bytes.</summary>
    public ReadOnlySpan<byte> Table(int at)
    {
        int offset = Number(at), length = Number(at + 4);
        return offset >= 0 && length >= 0 && (long)offset + length <= table.Length ? table.AsSpan(offset, length) : throw Damaged();
    }

    // Behind some properties, each with its length, the table of pieces: first characters, then places.
    List<(int First, DocPiece Piece)> AllPieces()
    {
        var bytes = Table(Pieces);
        var properties = new List<byte[]>();
        while (bytes is [1, _, _, ..] && 3 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[1..]) is var end && end < bytes.Length)
        {
            properties.Add(bytes[3..end].ToArray());
            bytes = bytes[end..];
        }
        if (bytes is not [2, _, _, _, _, ..]) throw Damaged();
        bytes = bytes[5..];
        var count = (bytes.Length - 4) / 12;
        var pieces = new List<(int, DocPiece)>(Math.Max(0, count));
        var left = (long)Main.Length;
        for (var i = 0; i < count; i++)
        {
            int first = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]), next = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i + 4)..]);
            var place = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * (count + 1) + 8 * i + 2)..]);
            var narrow = (place & 0x40000000) != 0;
            var changes = Changes(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(4 * (count + 1) + 8 * i + 6)..]), properties);
            var piece = new DocPiece((int)(place & 0x3FFFFFFF) / (narrow ? 2 : 1), next - first, narrow) { Changes = changes };
            // Each has a place of its own: a text that is announced over and over would fill any memory.
            if (piece.Length < 0 || piece.Offset + (long)piece.Length * piece.Width > Main.Length || (left -= (long)piece.Length * piece.Width) < 0) throw Damaged();
            pieces.Add((first, piece));
        }
        return pieces;
    }

    // The number of one of those properties, or a single change of its own numbering, of which the first ones are of paragraphs ([MS-DOC] 2.9.214).
    static byte[]? Changes(int property, List<byte[]> properties) =>
        (property & 1) == 0 ? (property >> 1 & 0x7F) < FirstOfCharacters ? [] : null : property >> 1 < properties.Count ? properties[property >> 1] : null;

    static IEnumerable<DocPiece> Between(List<(int First, DocPiece Piece)> pieces, int from, int to)
    {
        foreach (var (first, piece) in pieces)
        {
            int start = Math.Max(from, first), end = Math.Min(to, first + piece.Length);
            if (start < end) yield return piece with { Offset = piece.Offset + (start - first) * piece.Width, Length = end - start };
        }
    }

    public string Characters(DocPiece piece) =>
        piece.Narrow ? Western.GetString(Main, piece.Offset, piece.Length) : Encoding.Unicode.GetString(Main, piece.Offset, 2 * piece.Length);

    static Encoding Western => Documents.TextDecoding.Western;

    int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Main.AsSpan(at));

    int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(Main.AsSpan(at));

    public static UnreadableDocumentException Damaged() => new("DAMAGED", "文件损坏，无法读取。The file is damaged and cannot be read.");
}
