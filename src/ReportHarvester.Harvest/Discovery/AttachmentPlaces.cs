using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>The places in which article pages hang their documents.</summary>
static partial class AttachmentPlaces
{
    // What stands in quotes on one page; no article opens so many files.
    const int MostOpened = 20_000;

    /// <summary>Each document with what the page calls it; empty where it calls it nothing.</summary>
    public static IEnumerable<(Uri Address, string Title)> Of(Page page) =>
        page.Embeds.SelectMany(Named).Concat(Opened(page)).Select(page.Resolve).OfType<Uri>().Where(Words.Known.LeadToDocument).Select(to => (to, ""))
            .Concat(page.Anchors.SelectMany(a => Linked(a, page).Select(to => (to, a.Titles.FirstOrDefault() ?? ""))));

    // A link that is called like a file leads to it, whatever its address looks like.
    static IEnumerable<Uri> Linked(Anchor anchor, Page page) =>
        Named(anchor.Href).Select(page.Resolve).OfType<Uri>().Where(to => Words.Known.LeadToDocument(to) || anchor.Titles.Any(Words.Known.EndAsDocument));

    // A reference means itself, or the file that a viewer is given to show; what hands out files by their name is no viewer.
    static IEnumerable<string> Named(string reference) =>
        ViewerFile().Match(reference) is { Success: true } viewer && !Words.Known.Downloads.Any(d => reference.Contains(d, StringComparison.OrdinalIgnoreCase))
            ? [Uri.UnescapeDataString(viewer.Groups[1].Value)]
            : [reference];

    static IEnumerable<string> Opened(Page page) =>
        page.Clicks.SelectMany(click => Quoted().Matches(click))
            .Concat(page.Anchors.Where(IsScript).SelectMany(a => Quoted().Matches(a.Href)))
            .Concat(page.Scripts.SelectMany(script => OpenCall().Matches(script).Concat(ListedFile().Matches(script))))
            .Take(MostOpened).SelectMany(m => Named(m.Groups[1].Value));

    static bool IsScript(Anchor anchor) => anchor.Href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    // apps = [{ "url": "./P0202….pdf", "name": "…" }], from which a script of the page makes its list of files.
    [GeneratedRegex(@"\b(?:url|src|file|path|href)['""]?\s*[:=]\s*['""]([^'""\s]+)['""]", RegexOptions.IgnoreCase)]
    private static partial Regex ListedFile();

    [GeneratedRegex(@"[?&]file=([^&#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ViewerFile();

    [GeneratedRegex(@"['""]([^'""\s]+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:window\.open\s*\(|location(?:\.href)?\s*=|PDFObject\.embed\s*\()\s*['""]([^'""\s]+)['""]")]
    private static partial Regex OpenCall();
}
