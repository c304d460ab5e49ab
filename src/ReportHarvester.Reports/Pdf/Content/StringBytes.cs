namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The bytes that strings of a content stream stand for (ISO 32000-1, 7.3.4).</summary>
static class StringBytes
{
    public static int Hex(ReadOnlySpan<byte> raw, Span<byte> bytes)
    {
        var digits = 0;
        foreach (var c in raw)
        {
            if (HexDigit(c) is not (>= 0 and var digit)) continue;
            if (digits % 2 == 0) bytes[digits / 2] = (byte)(digit << 4);
            else bytes[digits / 2] |= (byte)digit;
            digits++;
        }
        return (digits + 1) / 2;
    }

    public static int HexDigit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    public static int Unescaped(ReadOnlySpan<byte> raw, Span<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\r')
            {
                // An end of line in a string is a line feed, however it is written.
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
                bytes[length++] = (byte)'\n';
            }
            else if (raw[i] != '\\') bytes[length++] = raw[i];
            else if (++i < raw.Length && Escaped(raw, ref i) is >= 0 and var escaped) bytes[length++] = (byte)escaped;
        }
        return length;
    }

    static int Escaped(ReadOnlySpan<byte> raw, ref int i)
    {
        switch (raw[i])
        {
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'\n': return -1;
            case (byte)'\r':
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
                return -1;
            case >= (byte)'0' and <= (byte)'7':
                var value = raw[i] - '0';
                for (var n = 1; n < 3 && i + 1 < raw.Length && raw[i + 1] is >= (byte)'0' and <= (byte)'7'; n++) value = value * 8 + raw[++i] - '0';
                return value & 0xFF;
            default: return raw[i];
        }
    }
}
