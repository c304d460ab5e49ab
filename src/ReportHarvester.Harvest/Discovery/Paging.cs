using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Finds the further pages of a list: from its page count in a script (TRS), from its pager's links, from 下一页.</summary>
static partial class Paging
{
    /// <summary>No list of one agency's reports is longer than this.</summary>
    public const int MaxPages = 200;

    public static IReadOnlyList<Uri> NextPages(Page page, Uri address)
    {
        var counted = page.Scripts.SelectMany(script => Counted(script, address));
        var linked = page.Anchors.Where(a => IsPager(a.Text)).Select(a => page.Resolve(a.Href))
            .OfType<Uri>().Where(to => InSameFolder(to, address));
        return [.. counted.Concat(linked).Where(to => to != address).Distinct().Take(MaxPages)];
    }

    static bool IsPager(string text) => Words.Known.NextPage.Contains(text) || PageNumber().IsMatch(text);

    static bool InSameFolder(Uri to, Uri address) =>
        to.Host == address.Host && to.AbsolutePath.StartsWith(Folder(address), StringComparison.Ordinal) && !Words.Known.AreDocument(to);

    // createPageHTML(total, current, "index", "html"), with a container's name before the numbers on some sites;
    // or var countPage = total; var currentPage = 0. A first page called 0 is followed by _1, one called 1 by _2.
    static IEnumerable<Uri> Counted(string script, Uri address)
    {
        if (CreatePageHtml().Match(script) is { Success: true } call)
        {
            var names = Quoted().Matches(call.Groups["names"].Value).Select(m => m.Groups[1].Value).ToList();
            var (total, first) = (Number(call.Groups["total"]), Number(call.Groups["current"]));
            return Numbered(address, total, first, names.ElementAtOrDefault(0), names.ElementAtOrDefault(1));
        }
        if (CountPage().Match(script) is not { Success: true } count) return [];
        var current = CurrentPage().Match(script);
        return Numbered(address, Number(count.Groups[1]), current.Success ? Number(current.Groups[1]) : 0, null, null);
    }

    static IEnumerable<Uri> Numbered(Uri address, int total, int current, string? stem, string? extension)
    {
        // Only the first page tells how pages are numbered; the others repeat the script with a number of their own.
        if (total < 2 || current > 1 || FurtherPage().IsMatch(address.AbsolutePath)) return [];
        var (ownStem, ownExtension) = Own(address);
        return Enumerable.Range(current + 1, Math.Min(total, MaxPages) - 1)
            .Select(n => new Uri(address, $"{stem ?? ownStem}_{n}.{extension ?? ownExtension}"));
    }

    static (string Stem, string Extension) Own(Uri address)
    {
        var name = address.AbsolutePath[Folder(address).Length..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? (name[..dot], name[(dot + 1)..]) : ("index", "html");
    }

    static string Folder(Uri address) => address.AbsolutePath[..(address.AbsolutePath.LastIndexOf('/') + 1)];

    static int Number(Group digits) => int.TryParse(digits.Value, out var number) ? number : 0;

    [GeneratedRegex(@"createPageHTML\s*\(\s*(?:['""][^'""]*['""]\s*,\s*)?(?<total>\d+)\s*,\s*(?<current>\d+)(?<names>[^)]*)\)")]
    private static partial Regex CreatePageHtml();

    [GeneratedRegex(@"['""]\.?(\w+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bcountPage\s*=\s*['""]?(\d+)")]
    private static partial Regex CountPage();

    [GeneratedRegex(@"\bcurrentPage\s*=\s*['""]?(\d+)")]
    private static partial Regex CurrentPage();

    [GeneratedRegex(@"_\d{1,3}\.\w+$")]
    private static partial Regex FurtherPage();

    [GeneratedRegex(@"^\[?\d{1,3}\]?$")]
    private static partial Regex PageNumber();
}
