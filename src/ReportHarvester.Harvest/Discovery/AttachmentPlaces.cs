using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>The places in which article pages hang their documents.</summary>
static partial class AttachmentPlaces
{
    public static IEnumerable<Uri> Of(Page page) =>
        Embedded(page).Concat(page.Anchors.Select(a => a.Href).SelectMany(Named)).Concat(Opened(page))
            .Select(page.Resolve).OfType<Uri>().Where(Words.Known.AreDocument);

    static IEnumerable<string> Embedded(Page page) => page.Embeds.SelectMany(Named);

    // A reference means itself and, where a viewer is given a file to show, that file.
    static IEnumerable<string> Named(string reference) =>
        ViewerFile().Match(reference) is { Success: true } viewer
            ? [Uri.UnescapeDataString(viewer.Groups[1].Value), reference]
            : [reference];

    static IEnumerable<string> Opened(Page page) =>
        page.Clicks.SelectMany(click => Quoted().Matches(click))
            .Concat(page.Anchors.Where(IsScript).SelectMany(a => Quoted().Matches(a.Href)))
            .Concat(page.Scripts.SelectMany(script => OpenCall().Matches(script)))
            .SelectMany(m => Named(m.Groups[1].Value));

    static bool IsScript(Anchor anchor) => anchor.Href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[?&]file=([^&#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ViewerFile();

    [GeneratedRegex(@"['""]([^'""\s]+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:window\.open\s*\(|location(?:\.href)?\s*=|PDFObject\.embed\s*\()\s*['""]([^'""\s]+)['""]")]
    private static partial Regex OpenCall();
}
