using System.Text;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The named resources of a page or form (ISO 32000-1, 7.8.3). What a form lacks is looked for where it is used.</summary>
sealed class Resources(PdfObjects file, FontLoader fonts, DictionaryToken? dictionary, Resources? outer)
{
    const int LongestName = 127;

    readonly Dictionary<string, Font> named = [];

    /// <summary>Those of a form that is painted here.</summary>
    public Resources Within(DictionaryToken? form) => form is null ? this : new(file, fonts, form, this);

    public Font Font(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestName];
        var key = Name(name, text);
        var known = named.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(key, out var font)) known[key] = font = fonts.Load(Given("Font", key.ToString()));
        return font;
    }

    public IToken? Find(string kind, ReadOnlySpan<byte> name) => file.Resolve(Given(kind, name));

    public StreamToken? External(ReadOnlySpan<byte> name) => file.External(Given("XObject", name));

    /// <summary>What stands under a name, a reference mostly.</summary>
    public IToken? Given(string kind, ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestName];
        return Given(kind, Name(name, text).ToString());
    }

    IToken? Given(string kind, string name)
    {
        for (var here = this; here is not null; here = here.Outer)
            if (here.Of(kind) is { } group && group.Data.TryGetValue(name, out var token)) return token;
        return null;
    }

    Resources? Outer => outer;

    DictionaryToken? Of(string kind) => dictionary is null ? null : file.Get<DictionaryToken>(dictionary, kind);

    // A byte may be written as # and two digits. Other bytes than ASCII have no agreed meaning in names.
    static ReadOnlySpan<char> Name(ReadOnlySpan<byte> name, Span<char> text)
    {
        if (name.Length > text.Length || !Ascii.IsValid(name)) throw new OddContentException("name of a resource");
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var escaped = name[i] == '#' && i + 2 < name.Length && StringBytes.HexDigit(name[i + 1]) >= 0 && StringBytes.HexDigit(name[i + 2]) >= 0;
            text[length++] = (char)(escaped ? StringBytes.HexDigit(name[i + 1]) << 4 | StringBytes.HexDigit(name[i + 2]) : name[i]);
            if (escaped) i += 2;
        }
        if (text[..length].ContainsAnyExceptInRange(' ', '~')) throw new OddContentException("name of a resource");
        return text[..length];
    }
}
