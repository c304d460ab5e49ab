using AngleSharp.Dom;

namespace ReportHarvester.Reports.Html;

/// <summary>
/// What becomes of the text of a page's elements, by their names, their own styles and the page's own style sheets.
/// Where rules contradict each other the text may show or not: who wins is not worked out.
/// </summary>
sealed class PageStyles
{
    static readonly Dictionary<string, TextStyle> Names = new()
    {
        ["style"] = TextStyle.Gone, ["template"] = TextStyle.Gone, ["rp"] = TextStyle.Gone, ["noscript"] = TextStyle.Gone,
        ["sup"] = TextStyle.Apart, ["sub"] = TextStyle.Apart, ["rt"] = TextStyle.Apart,
        ["del"] = TextStyle.Apart, ["s"] = TextStyle.Apart, ["strike"] = TextStyle.Apart, ["small"] = TextStyle.Note,
    };

    static readonly HashSet<string> TakesRoom = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"];

    // Rules times elements. A portal's own sheets hide things in some hundred rules.
    const int MostMatches = 20_000_000;

    readonly Dictionary<IElement, TextStyle> byRule = [];
    readonly HashSet<IElement> withMore;
    readonly List<StyleRule> settings;
    readonly HashSet<string> own;
    readonly bool hasOthers;
    long asked;

    public PageStyles(IDocument page)
    {
        hasOthers = page.QuerySelector("link[rel~=stylesheet][href]") is not null;
        own = hasOthers ? [.. page.QuerySelectorAll("style").SelectMany(s => StyleRules.Classes(s.TextContent))] : [];
        var all = page.QuerySelectorAll("style").SelectMany(s => StyleRules.Of(s.TextContent)).Distinct().ToList();
        settings = [.. all.Where(r => r.Setting.Length > 0)];
        var rules = all.Where(r => r.Style is not TextStyle.None).ToList();
        if ((long)all.Count(r => r.Adds || r.Style is not TextStyle.None) * page.All.Length > MostMatches)
            throw TooMany();
        withMore = [.. all.Where(r => r.Adds).SelectMany(r => page.QuerySelectorAll(r.Selector))];
        foreach (var rule in rules.Where(r => r.Style != TextStyle.Shown))
            foreach (var element in page.QuerySelectorAll(rule.Selector))
                byRule[element] = rule.Conditional || byRule.GetValueOrDefault(element, rule.Style) != rule.Style ? TextStyle.Unsure : rule.Style;
        foreach (var rule in rules.Where(r => r.Style == TextStyle.Shown))
            foreach (var element in byRule.Where(e => e.Value is not TextStyle.Narrow && e.Key.Matches(rule.Selector)).Select(e => e.Key).ToList())
                byRule[element] = TextStyle.Unsure;
    }

    public TextStyle Of(IElement element)
    {
        if (element.HasAttribute("hidden")) return TextStyle.Gone;
        var own = element.GetAttribute("style") is { } style ? TextStyles.Of(style) : TextStyle.None;
        if (own is TextStyle.None) own = byRule.GetValueOrDefault(element);
        if (own is TextStyle.White) own = PageColours.IsOnWhite(element) ? TextStyle.Unsure : TextStyle.None;
        if (own is TextStyle.Narrow) own = TakesRoom.Contains(element.LocalName) ? TextStyle.None : TextStyle.Unsure;
        // A cell or a row stands in its line whatever its alignment.
        if (own is TextStyle.None or TextStyle.Shown && Named(element) is not TextStyle.None and var named) own = named;
        return own is TextStyle.None or TextStyle.Shown or TextStyle.Note && PageColours.IsUnseen(element) ? TextStyle.Unsure : own;
    }

    /// <summary>Whether a sheet puts letters or digits before or behind an element's own.</summary>
    public bool HasMore(IElement element) => withMore.Contains(element);

    /// <summary>The classes of an element that only a sheet outside of the page may know.</summary>
    public IEnumerable<string> StyledElsewhere(IElement element) => hasOthers ? element.ClassList.Where(c => !own.Contains(c)) : [];

    /// <summary>What an element's own style and the sheets say of it, plain, as far as that may bear on digits beside others.</summary>
    public IEnumerable<string> Settings(IElement element)
    {
        if ((asked += settings.Count) > MostMatches) throw TooMany();
        if (element.GetAttribute("style") is { } style) yield return TextStyles.Plain(style);
        var isNamed = element.HasAttribute("class") || element.HasAttribute("id");
        foreach (var rule in settings)
            if ((isNamed || rule.IsByName) && element.Matches(rule.Selector)) yield return rule.Setting;
    }

    static UnreadableDocumentException TooMany() => new("TOO-LARGE", "网页样式规则过多，未读取。The page has more rules of style than the limit and was not read.");

    static TextStyle Named(IElement element) => element.LocalName switch
    {
        "font" => element.GetAttribute("size")?.Trim() is "1" or ['-', ..] ? TextStyle.Note : TextStyle.None,
        "a" => element.GetAttribute("href") is ['#', _, ..] ? TextStyle.Note : TextStyle.None,
        "bdo" => "rtl".Equals(element.GetAttribute("dir"), StringComparison.OrdinalIgnoreCase) ? TextStyle.Unsure : TextStyle.None,
        var name => Names.GetValueOrDefault(name),
    };

    /// <summary>Whether the element's own style says that it is not there: no rule of a sheet comes before that.</summary>
    public static bool HidesItself(IElement element) =>
        element.GetAttribute("style") is { } style && TextStyles.Of(style) is TextStyle.Gone;

    public bool IsGone(IElement element) => Of(element) == TextStyle.Gone;
}
