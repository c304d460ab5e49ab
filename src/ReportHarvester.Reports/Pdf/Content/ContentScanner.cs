using System.Buffers;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Reads a content stream, a CMap, or an object that holds no stream, operator by operator with the operands before it (ISO 32000-1, 7.2 and 7.8.2).</summary>
ref struct ContentScanner(ReadOnlySpan<byte> data, Operands operands)
{
    static readonly SearchValues<byte> Blanks = SearchValues.Create("\0\t\n\f\r "u8);
    static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    readonly ReadOnlySpan<byte> data = data;
    int at;

    /// <summary>The operator's name.</summary>
    public ReadOnlySpan<byte> Operator { get; private set; }

    /// <summary>Moves to the next operator; its operands are in the operands then. False at the end.</summary>
    public bool Next()
    {
        operands.Clear();
        while (SkipBlanks())
        {
            switch (data[at])
            {
                case (byte)'(': Text(); break;
                case (byte)'/': Name(); break;
                case (byte)'[': Mark(OperandKind.ArrayStart); break;
                case (byte)']': Mark(OperandKind.ArrayEnd); break;
                case (byte)'<': Angle(); break;
                case (byte)'>' when at + 1 < data.Length && data[at + 1] == '>':
                    Mark(OperandKind.DictionaryEnd);
                    at++;
                    break;
                case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}': at++; break;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.': Number(); break;
                default:
                    if (Word()) return true;
                    break;
            }
        }
        return false;
    }

    /// <summary>Passes over the data of an inline image (8.9.7): from ID to an EI between blanks that more content follows.</summary>
    public void SkipImage()
    {
        while (at < data.Length && data[at..].IndexOf("EI"u8) is >= 0 and var found)
        {
            at += found + 2;
            var blankBefore = at < 3 || Blanks.Contains(data[at - 3]);
            if (blankBefore && (at == data.Length || Blanks.Contains(data[at])) && !data[at..Math.Min(at + 12, data.Length)].ContainsAnyExceptInRange((byte)9, (byte)126)) return;
        }
        at = data.Length;
    }

    bool SkipBlanks()
    {
        while (at < data.Length)
        {
            if (data[at] == '%') at = data[at..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end ? at + end : data.Length;
            else if (data[at] is 32 or 10 or 13 or 9 or 12 or 0) at++;
            else return true;
        }
        return false;
    }

    bool Word()
    {
        var length = data[at..].IndexOfAny(Ends);
        var word = length < 0 ? data[at..] : data.Slice(at, length);
        at += word.Length;
        if (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8))
        {
            operands.Add(new(OperandKind.Other, 0, at - word.Length, word.Length));
            return false;
        }
        if (word is [(byte)'R'])
        {
            operands.Add(new(OperandKind.Reference, 0, 0, 0));
            return false;
        }
        Operator = word;
        return true;
    }

    void Mark(OperandKind kind)
    {
        operands.Add(new(kind, 0, at, 0));
        at++;
    }

    void Name()
    {
        var start = ++at;
        var length = data[at..].IndexOfAny(Ends);
        at = length < 0 ? data.Length : at + length;
        operands.Add(new(OperandKind.Name, 0, start, at - start));
    }

    void Angle()
    {
        if (at + 1 < data.Length && data[at + 1] == '<')
        {
            Mark(OperandKind.DictionaryStart);
            at++;
            return;
        }
        var start = ++at;
        var length = data[at..].IndexOf((byte)'>');
        at = length < 0 ? data.Length : at + length;
        operands.Add(new(OperandKind.Hex, 0, start, at - start));
        at++;
    }

    void Text()
    {
        var start = ++at;
        for (var depth = 1; at < data.Length; at++)
        {
            if (data[at] == '\\') at++;
            else if (data[at] == '(') depth++;
            else if (data[at] == ')' && --depth == 0) break;
        }
        at = Math.Min(at, data.Length);
        operands.Add(new(OperandKind.Text, 0, start, at - start));
        at++;
    }

    void Number()
    {
        var negative = false;
        for (; at < data.Length && data[at] is (byte)'-' or (byte)'+'; at++) negative |= data[at] == '-';
        double value = 0, scale = 0;
        for (; at < data.Length; at++)
        {
            if (data[at] == '.' && scale == 0) scale = 1;
            else if (data[at] is < (byte)'0' or > (byte)'9') break;
            else
            {
                value = value * 10 + (data[at] - '0');
                scale *= 10;
            }
        }
        // Some writers put a sign into the middle; what follows it is noise.
        while (at < data.Length && data[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) at++;
        if (scale > 1) value /= scale;
        operands.Add(new(OperandKind.Number, negative ? -value : value, 0, 0));
    }
}
