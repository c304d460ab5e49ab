using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>
/// Pages that are turned by a function of the page, as javascript:next(2). Where the function builds an address from its number, or the page's
/// own address has the number of a page among its fields, the address of every page is known.
/// </summary>
static partial class FunctionPager
{
    // Not one that goes back: of many totals without a size, each would be looked after to the end.
    static readonly Regex items = new(@"\b(?:total|totalCount|totalRecord|totalNum|recordCount|itemCount)['""]?\s*:\s*['""]?(?<total>[0-9]{1,5})['""]?\s*,[^{}]*?\b(?:size|pageSize|perPage|prepage|limit)['""]?\s*:\s*['""]?(?<size>[0-9]{1,4})\b", RegexOptions.NonBacktracking);

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        var pages = Calls(answer).Select(c => int.Parse(c.Groups["page"].Value)).Concat(Total(answer)).DefaultIfEmpty(0).Max();
        return Way(answer) is not { } to ? [] : Enumerable.Range(2, Math.Max(0, Math.Min(pages, Families.MaxPages) - 1)).Select(to).OfType<Uri>().Select(a => new PageRequest(a));
    }

    /// <summary>Whether a script turns the page by addresses that cannot be known; not where there is one page only, or all items that it counts stand here.</summary>
    /// <param name="reports">How many reports this page gave.</param>
    public static bool IsHidden(ListAnswer answer, int reports) => Way(answer) is null && !Total(answer).Contains(1)
        && !(Items().Matches(answer.Page.Text).Select(m => int.Parse(m.Groups[1].Value)).DefaultIfEmpty(0).Max() is > 0 and var items && items <= reports)
        && (answer.Page.Anchors.Any(TurnsByScript) || CountsMore(answer));

    /// <summary>Whether the page says in words that it is one of several.</summary>
    public static bool SaysPages(ListAnswer answer) => Pages().Matches(answer.Page.Text).Any(m => int.Parse(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value) > 1);

    // new Pager({ total: 12, size: 10 }), and fewer links than that on the page.
    static bool CountsMore(ListAnswer answer) => answer.Scripts.SelectMany(s => items.Matches(s))
        .Any(m => int.Parse(m.Groups["total"].Value) is var total && total > int.Parse(m.Groups["size"].Value) && total > answer.Items.Count);

    /// <summary>Whether an anchor turns the page and leads nowhere by itself.</summary>
    public static bool TurnsByScript(Anchor anchor) =>
        LinkedPager.IsNext(anchor) && (anchor.Href is "" or "#" || anchor.Href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    static List<Match> Calls(ListAnswer answer) =>
        [.. answer.Page.Anchors.Where(a => LinkedPager.IsPager(a) || Words.Known.LastPage.Contains(a.Text)).Select(a => Call().Match($"{a.Href} {a.Click}")).Where(m => m.Success)];

    // How the address of a page follows from its number; null if nobody knows.
    static Func<int, Uri?>? Way(ListAnswer answer) =>
        (Calls(answer).Select(c => c.Groups["name"].Value).FirstOrDefault() is { } name ? Built(answer, name) : null) ?? ByField(answer);

    static IEnumerable<int> Total(ListAnswer answer) =>
        answer.Scripts.Append(answer.Page.Text).SelectMany(s => Count().Matches(s)).Select(m => int.Parse(m.Groups[1].Value));

    // function next(n) { location.href = "index_" + n + ".html"; }
    static Func<int, Uri?>? Built(ListAnswer answer, string name)
    {
        foreach (var script in answer.Scripts)
        {
            var body = Regex.Match(script, $@"function\s+{Regex.Escape(name)}\s*\(\s*(\w{{1,50}})\b[^)]{{0,200}}\)\s*\{{([^}}]{{0,2000}})\}}");
            if (!body.Success) continue;
            var made = Regex.Match(body.Groups[2].Value, $@"['""]([^'""]*)['""]\s*\+\s*{Regex.Escape(body.Groups[1].Value)}\b(?:\s*\+\s*['""]([^'""]*)['""])?");
            if (made.Success) return page => answer.Page.Resolve($"{made.Groups[1].Value}{page}{made.Groups[2].Value}");
        }
        return null;
    }

    static Func<int, Uri?>? ByField(ListAnswer answer)
    {
        if (answer.Request.ForScript) return null;
        var known = Addresses.Fields(answer.Address.Query).Select(f => f.Name).FirstOrDefault(Words.Known.PageFields.Contains);
        known ??= answer.Address.AbsolutePath.EndsWith("eportal/ui", StringComparison.Ordinal) ? "currentPage" : null;
        return known is null ? null : page => Addresses.WithField(answer.Address, known, $"{page}");
    }

    [GeneratedRegex(@"\b(?<name>\w+)\s*\(\s*['""]?(?<page>[0-9]{1,4})['""]?\s*\)")]
    private static partial Regex Call();

    // 共15条 counts items, and 15 is no 1 with something behind it.
    [GeneratedRegex(@"(?:\b(?:countPage|totalPages?|pageCount|contenpage|pages)\s*[=:]\s*['""]?|共\s*)(?>([0-9]{1,4}))(?![0-9]|\s*条)")]
    private static partial Regex Count();

    [GeneratedRegex(@"共\s*([0-9]{1,4})\s*页|(?<![0-9/])1\s*/\s*([0-9]{1,4})\s*页")]
    private static partial Regex Pages();

    [GeneratedRegex(@"共\s*([0-9]{1,5})\s*条")]
    private static partial Regex Items();
}
