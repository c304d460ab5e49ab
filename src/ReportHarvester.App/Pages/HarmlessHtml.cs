using System.Text;
using System.Text.RegularExpressions;

namespace ReportHarvester.App.Pages;

/// <summary>
/// An archived page without the tags by which a page makes a browser reach out before anybody clicks, of which not all are held by a policy: links that
/// open connections or look up names, frames, refreshes. They become comments where they stand; all other bytes are as they came.
/// </summary>
static partial class HarmlessHtml
{
    /// <summary>Works on bytes, whatever encoding they are in: but for UTF-16, no encoding that browsers read as HTML hides a tag's name.</summary>
    public static byte[] Of(byte[] html)
    {
        var text = Encoding.Latin1.GetString(Wide(html) is { } wide ? Encoding.UTF8.GetBytes('\uFEFF' + wide) : html);
        return Encoding.Latin1.GetBytes(Reaching().Replace(text, tag => Kept(tag.Value) + "<!" + tag.Value[1..]));
    }

    static string? Wide(byte[] html) => html switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    // All that is needed of a meta: in which encoding the page is.
    static string Kept(string tag) => Charset().Match(tag) is { Success: true } charset ? $"<meta charset=\"{charset.Groups[1].Value}\">" : "";

    // A tag begins nowhere else, and no browser takes another spelling for its name.
    [GeneratedRegex("<(?:meta(?=[\\s/>])[^>]*|(?:link|base|i?frame|frameset|fencedframe|portal|object|embed|applet)(?=[\\s/>]))", RegexOptions.IgnoreCase)]
    private static partial Regex Reaching();

    [GeneratedRegex("""^<meta(?!.*[\s"'/]name\s*=)[\s/](?:.*[\s"'/])?(?:charset\s*=\s*["']?|http-equiv\s*=\s*["']?content-type\b.*charset\s*=\s*|content\s*=.*charset\s*=\s*(?=.*content-type))([\w-]+)""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Charset();
}
