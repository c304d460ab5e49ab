using System.Buffers.Binary;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>The style sheet of a document ([MS-DOC] 2.9.271): of each style, by its number, what it changes of characters and which it is built on.</summary>
sealed class DocStyles
{
    const int OfParagraphs = 1, OfCharacters = 2;

    // A style may be built on itself.
    const int LongestChain = 20;

    readonly List<(int Ground, byte[] Changes)?> styles = [];
    readonly Dictionary<int, DocLook> looks = [];

    public DocStyles(ReadOnlySpan<byte> sheet)
    {
        if (sheet.Length < 6) return;
        int count = Short(sheet[2..]), described = Short(sheet[4..]), at = 2 + Short(sheet);
        while (styles.Count < count && at + 2 <= sheet.Length && Short(sheet[at..]) is var length && at + 2 + length <= sheet.Length)
        {
            styles.Add(Style(sheet.Slice(at + 2, length), described));
            at += 2 + length + length % 2;
        }
    }

    /// <summary>How text in a paragraph of a style looks.</summary>
    public DocLook Of(int style) => looks.TryGetValue(style, out var known) ? known : looks[style] = Over(default, style) ?? default;

    /// <summary>How text looks when a style is laid over it; null for a style that is not known.</summary>
    public DocLook? Over(DocLook look, int style)
    {
        var chain = new Stack<byte[]>();
        for (var n = 0; n < LongestChain && style >= 0 && style < styles.Count && styles[style] is var (ground, changes); n++, style = ground) chain.Push(changes);
        if (chain.Count == 0) return null;
        foreach (var changes in chain) look = look.With(changes);
        return look;
    }

    // Its kind and ground, then its name with a zero behind, then its changes: of paragraphs, where it is one of these, and of characters.
    static (int, byte[])? Style(ReadOnlySpan<byte> style, int described)
    {
        if (described < 6 || described + 2 > style.Length) return null;
        int kind = Short(style[2..]) & 0xF, ground = Short(style[2..]) >> 4, at = described + 4 + 2 * Short(style[described..]);
        if (kind == OfParagraphs && at + 2 <= style.Length) at += 2 + Short(style[at..]);
        at += at % 2;
        var changes = kind is OfParagraphs or OfCharacters && at + 2 <= style.Length && Short(style[at..]) is var length && at + 2 + length <= style.Length ? style.Slice(at + 2, length).ToArray() : [];
        return (ground, changes);
    }

    static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
