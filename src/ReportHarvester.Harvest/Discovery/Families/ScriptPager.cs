using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Static pages numbered in their names, whose count only a script says (TRS and others): index_1 or index_2 after index, 2 after 1.</summary>
static partial class ScriptPager
{
    public static IEnumerable<PageRequest> Next(ListAnswer answer) =>
        answer.Scripts.SelectMany(script => Counted(script, answer)).Select(to => new PageRequest(to));

    /// <summary>Whether a script of the page counts more pages than one.</summary>
    public static bool CountsPages(ListAnswer answer) =>
        answer.Scripts.Any(script => CreatePageHtml().Match(script) is { Success: true } call ? Number(call.Groups["total"]) > 1 : Number(Count().Match(script).Groups[1]) > 1);

    // createPageHTML(total, current, "index", "html"), with a container's name before the numbers on some sites;
    // or var countPage = total; var currentPage = 0. A first page called 0 is followed by _1, one called 1 by _2.
    static IEnumerable<Uri> Counted(string script, ListAnswer answer)
    {
        if (CreatePageHtml().Match(script) is { Success: true } call)
        {
            var names = Quoted().Matches(call.Groups["names"].Value).Select(m => m.Groups[1].Value).ToList();
            return Numbered(answer, Number(call.Groups["total"]), Number(call.Groups["current"]), names.ElementAtOrDefault(0), names.ElementAtOrDefault(1));
        }
        if (Count().Match(script) is not { Success: true } count) return [];
        var current = CurrentPage().Match(script);
        return Numbered(answer, Number(count.Groups[1]), current.Success ? Number(current.Groups[1]) : 0, null, null);
    }

    static IEnumerable<Uri> Numbered(ListAnswer answer, int total, int current, string? stem, string? extension)
    {
        var address = answer.Address;
        var (ownStem, ownExtension) = Own(address);
        // Only the first page tells how pages are numbered; the others repeat the script with a number of their own. The first may be called
        // like one of them, as node_301 is, and names itself then.
        if (total < 2 || current > 1 || address.Query.Length > 0 || (stem != ownStem && FurtherPage().IsMatch(address.AbsolutePath))) return [];
        total = Math.Min(total, Families.MaxPages);
        if (ownStem == "1") return Enumerable.Range(2, total - 1).Select(n => new Uri(address, $"{n}.{ownExtension}"));
        if (NamesSecondPage(answer)) current = 1;
        return Enumerable.Range(current + 1, total - 1).Select(n => new Uri(address, $"{stem ?? ownStem}_{n}.{extension ?? ownExtension}"));
    }

    // A link called 2 that leads to _2 outweighs what the script calls the first page.
    static bool NamesSecondPage(ListAnswer answer) => answer.Page.Anchors.Any(a => a.Text == "2" && SecondPage().IsMatch(a.Href));

    static (string Stem, string Extension) Own(Uri address)
    {
        var name = address.AbsolutePath[Addresses.Folder(address).Length..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? (name[..dot], name[(dot + 1)..]) : ("index", "html");
    }

    static int Number(Group digits) => int.TryParse(digits.Value, out var number) ? number : 0;

    [GeneratedRegex(@"createPageHTML\s*\(\s*(?:['""][^'""]*['""]\s*,\s*)?(?<total>[0-9]+)\s*,\s*(?<current>[0-9]+)(?<names>[^()]{0,200})\)")]
    private static partial Regex CreatePageHtml();

    [GeneratedRegex(@"['""]\.?(\w+)['""]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:countPage|totalPages?|pageCount|contenpage)\s*[=:]\s*['""]?([0-9]+)")]
    private static partial Regex Count();

    [GeneratedRegex(@"\bcurrentPage\s*=\s*['""]?([0-9]+)")]
    private static partial Regex CurrentPage();

    [GeneratedRegex(@"_[0-9]{1,3}\.\w+$|/(?!1\.)[0-9]{1,3}\.\w+$")]
    private static partial Regex FurtherPage();

    [GeneratedRegex(@"_2\.\w+$")]
    private static partial Regex SecondPage();
}
