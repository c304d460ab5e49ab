using System.Text;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>What a ToUnicode CMap says of codes (ISO 32000-1, 9.10.3). A range of four thousand million codes costs as much as one code.</summary>
sealed class ToUnicodeMap
{
    readonly RangeTable<string> ranges = new();

    public static ToUnicodeMap Identity { get; } = OfEveryCharacter();

    public static ToUnicodeMap Parse(ReadOnlySpan<byte> cmap)
    {
        var map = new ToUnicodeMap();
        var operands = new Operands();
        var scanner = new ContentScanner(cmap, operands);
        while (scanner.Next())
        {
            if (scanner.Operator.SequenceEqual("endbfchar"u8)) map.AddCharacters(operands, cmap);
            else if (scanner.Operator.SequenceEqual("endbfrange"u8)) map.AddRanges(operands, cmap);
            // Another CMap would be needed, which the library has.
            else if (scanner.Operator.SequenceEqual("usecmap"u8)) throw new OddContentException("usecmap in ToUnicode");
        }
        return map;
    }

    /// <summary>The character of a code as glyphs hold it; null if none is given.</summary>
    public string? Text(uint code) =>
        ranges.Find(code) is not var (first, _, text) ? null : code == first ? Characters.Trusted(text) : Raised(text, (uint)(code - first));

    static ToUnicodeMap OfEveryCharacter()
    {
        var map = new ToUnicodeMap();
        map.ranges.Add(0, char.MaxValue, "\0");
        return map;
    }

    void AddCharacters(Operands operands, ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i + 1 < operands.Count; i += 2)
        {
            var code = Code(operands, i, cmap);
            if (operands[i + 1].Kind is OperandKind.Hex or OperandKind.Text) ranges.Add(code, code, Utf16(operands, i + 1, cmap));
        }
    }

    void AddRanges(Operands operands, ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i + 2 < operands.Count; i++)
        {
            uint first = Code(operands, i, cmap), last = Code(operands, i + 1, cmap);
            i += 2;
            if (operands[i].Kind != OperandKind.ArrayStart) ranges.Add(first, last, Utf16(operands, i, cmap));
            else
                for (i++; i < operands.Count && operands[i].Kind != OperandKind.ArrayEnd; i++, first++)
                    if (first <= last && operands[i].Kind == OperandKind.Hex) ranges.Add(first, first, Utf16(operands, i, cmap));
        }
    }

    static uint Code(Operands operands, int i, ReadOnlySpan<byte> cmap)
    {
        if (operands[i].Kind is not (OperandKind.Hex or OperandKind.Text)) throw new BrokenContentException("code in ToUnicode is no string");
        uint code = 0;
        foreach (var b in operands.Bytes(operands[i], cmap)) code = code << 8 | b;
        return code;
    }

    static string Utf16(Operands operands, int i, ReadOnlySpan<byte> cmap)
    {
        var bytes = operands.Bytes(operands[i], cmap);
        return bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes);
    }

    // In a range the last unit counts on.
    static string Raised(string text, uint by)
    {
        if (text.Length == 0 || text[^1] + by > char.MaxValue) return Characters.Unknown;
        var last = (char)(text[^1] + by);
        return text.Length == 1 ? Characters.Trusted(last) : Characters.Trusted(string.Concat(text.AsSpan(0, text.Length - 1), [last]));
    }
}
