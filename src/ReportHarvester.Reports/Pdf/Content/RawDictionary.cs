using System.Text;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// A dictionary read straight from the file's bytes. A Type 3 font of Chromium carries hundreds of names and numbers of which nothing is needed,
/// and a document has a hundred such fonts: for the library to make objects of them takes longer than all the rest.
/// </summary>
sealed class RawDictionary
{
    // A font's dictionary is no longer.
    const int Longest = 1 << 18;

    readonly byte[] file;
    readonly int start;
    readonly Operands operands;
    readonly Dictionary<string, int> values = [];

    RawDictionary(byte[] file, int start, Operands operands) => (this.file, this.start, this.operands) = (file, start, operands);

    /// <summary>The object of that number at that place; null if it is no dictionary, or another object.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="offset">Where the file says the object is.</param>
    /// <param name="number">The object's number.</param>
    /// <param name="operands">Holds the parts for as long as the dictionary is used.</param>
    public static RawDictionary? Read(byte[] file, long offset, long number, Operands operands)
    {
        if (offset <= 0 || offset >= file.Length) return null;
        var raw = new RawDictionary(file, (int)offset, operands);
        var scanner = new ContentScanner(raw.Bytes, raw.operands);
        if (!scanner.Next() || !scanner.Operator.SequenceEqual("obj"u8)) return null;
        if (operands.Count != 2 || operands[0] is not { Kind: OperandKind.Number } own || (long)own.Number != number) return null;
        return scanner.Next() && scanner.Operator.SequenceEqual("endobj"u8) && raw.Index() ? raw : null;
    }

    public string? Name(string key) => values.TryGetValue(key, out var i) && operands[i].Kind == OperandKind.Name ? Text(operands[i]) : null;

    public double? Number(string key) => values.TryGetValue(key, out var i) && operands[i].Kind == OperandKind.Number && !IsReference(i) ? operands[i].Number : null;

    /// <summary>The number of the object that a value refers to.</summary>
    public (long Number, int Generation)? Reference(string key) =>
        values.TryGetValue(key, out var i) && IsReference(i) ? ((long)operands[i].Number, (int)operands[i + 1].Number) : null;

    /// <summary>An array of nothing but numbers; null for anything else.</summary>
    public double[]? Numbers(string key)
    {
        if (!values.TryGetValue(key, out var i) || operands[i].Kind != OperandKind.ArrayStart) return null;
        var end = i + 1;
        for (; end < operands.Count && operands[end].Kind != OperandKind.ArrayEnd; end++)
            if (operands[end].Kind != OperandKind.Number) return null;
        var numbers = new double[end - i - 1];
        for (var n = 0; n < numbers.Length; n++) numbers[n] = operands[i + 1 + n].Number;
        return numbers;
    }

    ReadOnlySpan<byte> Bytes => file.AsSpan(start, Math.Min(Longest, file.Length - start));

    bool Index()
    {
        if (operands.Count == 0 || operands[0].Kind != OperandKind.DictionaryStart) return false;
        for (var i = 1; i + 1 < operands.Count && operands[i].Kind == OperandKind.Name; i = After(i + 1)) values[Text(operands[i])] = i + 1;
        return true;
    }

    // Past a value: past all that it holds, or past the three parts of a reference.
    int After(int i)
    {
        if (operands[i].Kind is not (OperandKind.ArrayStart or OperandKind.DictionaryStart)) return IsReference(i) ? i + 3 : i + 1;
        for (var depth = 0; i < operands.Count; i++)
        {
            if (operands[i].Kind is OperandKind.ArrayStart or OperandKind.DictionaryStart) depth++;
            else if (operands[i].Kind is OperandKind.ArrayEnd or OperandKind.DictionaryEnd && --depth == 0) return i + 1;
        }
        return i;
    }

    bool IsReference(int i) => i + 2 < operands.Count && operands[i + 2].Kind == OperandKind.Reference;

    string Text(Operand name) => Encoding.ASCII.GetString(Bytes.Slice(name.Start, name.Length));
}
