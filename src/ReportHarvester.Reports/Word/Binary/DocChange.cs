using System.Buffers.Binary;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>One change to a property (sprm, [MS-DOC] 2.2.5): what is changed, and the bytes that say how.</summary>
readonly record struct DocChange(int Code, ReadOnlyMemory<byte> Operand)
{
    public const int CharacterDeleted = 0x0800, CharacterHidden = 0x083C, CharacterStruck = 0x0837, CharacterStruckTwice = 0x2A53, CharacterRaised = 0x2A48,
        CharacterPosition = 0x4845, CharacterColour = 0x6870, CharacterColourNumber = 0x2A42, CharacterSize = 0x4A43, CharacterStyle = 0x4A30,
        InTable = 0x2416, EndsRow = 0x2417, Depth = 0x6649, EndsInnerCell = 0x244B, EndsInnerRow = 0x244C, ListNumber = 0x460B,
        Cells = 0xD608, VerticalMerge = 0xD62B, MoreInData = 0x6646, MoreInDataOlder = 0x6645;

    public byte First => Operand.Length > 0 ? Operand.Span[0] : (byte)0;
    public int Number => Operand.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(Operand.Span) : Operand.Length >= 2 ? BinaryPrimitives.ReadInt16LittleEndian(Operand.Span) : First;

    /// <summary>The changes in a row of bytes; what is cut off at the end is left out.</summary>
    public static IEnumerable<DocChange> Of(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at + 2 <= bytes.Length;)
        {
            int code = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]), start = at + 2;
            var length = Length(code, bytes.Span[start..]);
            if (length < 0 || start + length > bytes.Length) yield break;
            yield return new DocChange(code, bytes.Slice(start, length));
            at = start + length;
        }
    }

    static int Length(int code, ReadOnlySpan<byte> rest) => (code >> 13) switch
    {
        0 or 1 => 1,
        2 or 4 or 5 => 2,
        3 => 4,
        7 => 3,
        _ when code == Cells => rest.Length < 2 ? -1 : 1 + BinaryPrimitives.ReadUInt16LittleEndian(rest),
        _ => rest.Length < 1 ? -1 : 1 + rest[0],
    };
}
