using System.Text;
using System.Text.RegularExpressions;

namespace ReportHarvester.App.Pages;

/// <summary>
/// An archived page without the tags by which a page makes a browser reach out before anybody clicks, of which not all are held by a policy: links that
/// open connections or look up names, frames, refreshes. They become comments where they stand; all other bytes are as they came, but for
/// the sign that begins another set of letters in ISO-2022-JP, behind which a tag's name could hide.
/// </summary>
static partial class HarmlessHtml
{
    const char Escape = '\x1B';

    /// <summary>Works on bytes, whatever encoding they are in: but for UTF-16 and ISO-2022-JP, none that browsers read as HTML hides a tag's name.</summary>
    public static byte[] Of(byte[] html)
    {
        var text = Encoding.Latin1.GetString(Wide(html) is { } wide ? Encoding.UTF8.GetBytes('\uFEFF' + wide) : html).Replace(Escape, ' ');
        return Encoding.Latin1.GetBytes(Reaching().Replace(text, tag => Kept(tag.Value) + "<!" + tag.Value[1..]));
    }

    static string? Wide(byte[] html) => html switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    // All that is needed of a meta: in which encoding the page is, as browsers look for it: in the attribute, else in the content of a Content-Type.
    static string Kept(string tag)
    {
        var attributes = Attribute().Matches(tag, "<meta".Length).DistinctBy(a => a.Groups["name"].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(a => a.Groups["name"].Value, a => a.Groups["value"].Value, StringComparer.OrdinalIgnoreCase);
        var charset = attributes.GetValueOrDefault("charset")
            ?? (attributes.GetValueOrDefault("http-equiv") is { } kind && kind.Equals("content-type", StringComparison.OrdinalIgnoreCase) ? Charset().Match(attributes.GetValueOrDefault("content") ?? "").Groups[1].Value : "");
        return Encodings().IsMatch(charset) ? $"<meta charset=\"{charset}\">" : "";
    }

    // A tag begins nowhere else, and no browser takes another spelling for its name.
    [GeneratedRegex("<(?:meta(?=[\\s/>])[^>]*|(?:link|base|i?frame|frameset|fencedframe|portal|object|embed|applet)(?=[\\s/>]))", RegexOptions.IgnoreCase)]
    private static partial Regex Reaching();

    // Strangers write the tags: whatever they are like, each of these goes through them once.
    [GeneratedRegex("""(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+)))?""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""charset\s*=\s*["']?([\w-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""^[\w-]+\z""")]
    private static partial Regex Encodings();
}
