namespace ReportHarvester.Reports.Pdf.Content;

enum OperandKind : byte { Number, Name, Text, Hex, ArrayStart, ArrayEnd, DictionaryStart, DictionaryEnd, Reference, Other }

/// <summary>An operand: a number, or the place of a name or string in the content.</summary>
readonly record struct Operand(OperandKind Kind, double Number, int Start, int Length);

/// <summary>The operands of one operator; used again for the next one.</summary>
sealed class Operands
{
    readonly List<Operand> items = [];
    byte[] buffer = [];

    /// <summary>Bytes as parts of a whole.</summary>
    public static Operands Of(ReadOnlySpan<byte> bytes)
    {
        var operands = new Operands();
        foreach (var part in bytes) operands.Add(new(OperandKind.Number, part / 255.0, 0, 0));
        return operands;
    }

    public int Count => items.Count;

    public Operand this[Index i] => items[i];

    public Operand this[int i] => items[i];

    public void Add(Operand operand) => items.Add(operand);

    public void Clear() => items.Clear();

    /// <summary>The last n operands' first; all must be numbers.</summary>
    public double Number(int i, int of)
    {
        var at = items.Count - of + i;
        return at >= 0 && items[at].Kind == OperandKind.Number ? items[at].Number : throw new BrokenContentException("operand is no number");
    }

    public Matrix Matrix() => new(Number(0, 6), Number(1, 6), Number(2, 6), Number(3, 6), Number(4, 6), Number(5, 6));

    public bool TryName(int i, ReadOnlySpan<byte> data, out ReadOnlySpan<byte> name)
    {
        name = i >= 0 && i < items.Count && items[i].Kind == OperandKind.Name ? data.Slice(items[i].Start, items[i].Length) : default;
        return !name.IsEmpty;
    }

    /// <summary>Whether a dictionary that lies open among the operands, as that of an inline image does, says so of a name.</summary>
    public bool Says(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        for (var i = 0; i + 1 < items.Count; i++)
            if (TryName(i, data, out var key) && key.SequenceEqual(name) && data.Slice(items[i + 1].Start, items[i + 1].Length).SequenceEqual("true"u8)) return true;
        return false;
    }

    /// <summary>The bytes of a string; good until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Bytes(in Operand operand, ReadOnlySpan<byte> data)
    {
        var raw = data.Slice(operand.Start, operand.Length);
        if (operand.Kind == OperandKind.Text && raw.IndexOfAny((byte)'\\', (byte)'\r') < 0) return raw;
        if (buffer.Length < raw.Length) buffer = new byte[Math.Max(raw.Length, 2 * buffer.Length)];
        return buffer.AsSpan(0, operand.Kind == OperandKind.Hex ? StringBytes.Hex(raw, buffer) : StringBytes.Unescaped(raw, buffer));
    }
}
