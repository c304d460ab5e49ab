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

    readonly Dictionary<IElement, (TextStyle Style, Means By)> byRule = [];
    readonly Dictionary<IElement, Means> sets = [];
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
        if ((long)all.Count(r => r.Adds || r.Style is not TextStyle.None || r.Shows is not Means.None) * page.All.Length > MostMatches)
            throw TooMany();
        withMore = [.. all.Where(r => r.Adds).SelectMany(r => page.QuerySelectorAll(r.Selector))];
        foreach (var rule in all.Where(r => r.Style is not TextStyle.None))
            foreach (var element in page.QuerySelectorAll(rule.Selector)) Add(element, rule);
        foreach (var rule in all.Where(r => r.Shows is not Means.None))
            foreach (var (element, (_, by)) in byRule.Where(e => (e.Value.By & rule.Shows) != 0 && e.Key.Matches(rule.Selector)).ToList())
                byRule[element] = (TextStyle.Unsure, by);
    }

    // What an element's own style sets, no sheet does.
    void Add(IElement element, StyleRule rule)
    {
        var left = rule.By & ~Sets(element);
        if (left is Means.None) return;
        var style = rule.Conditional || left != rule.By ? TextStyle.Unsure : rule.Style;
        byRule[element] = byRule.TryGetValue(element, out var other) ? (other.Style == style ? style : TextStyle.Unsure, other.By | left) : (style, left);
    }

    public TextStyle Of(IElement element)
    {
        if (element.HasAttribute("hidden")) return TextStyle.Gone;
        TextStyle own = Placed(Own(element), element), sheet = Placed(byRule.GetValueOrDefault(element).Style, element);
        if (own < sheet) own = sheet;
        if (own is TextStyle.None) own = Named(element);
        return own is TextStyle.None or TextStyle.Note && PageColours.IsUnseen(element) ? TextStyle.Unsure : own;
    }

    /// <summary>By what an element's text does not show.</summary>
    public Means HiddenBy(IElement element) =>
        (Own(element) is TextStyle.Invisible ? TextStyles.By(element.GetAttribute("style")!) : Means.None)
        | (byRule.TryGetValue(element, out var sheet) && sheet.Style is TextStyle.Invisible ? sheet.By : Means.None);

    /// <summary>What an element's own style sets.</summary>
    public Means Sets(IElement element)
    {
        if (element.GetAttribute("style") is not { } style) return Means.None;
        return sets.TryGetValue(element, out var known) ? known : sets[element] = TextStyles.Sets(style);
    }

    static TextStyle Own(IElement element) => element.GetAttribute("style") is { } style ? TextStyles.Of(style) : TextStyle.None;

    // What a style comes to where it stands.
    static TextStyle Placed(TextStyle style, IElement element) => style switch
    {
        TextStyle.White => PageColours.IsOnWhite(element) ? TextStyle.Unsure : TextStyle.None,
        TextStyle.Narrow => TakesRoom.Contains(element.LocalName) ? TextStyle.None : TextStyle.Unsure,
        _ => style,
    };

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
    public static bool HidesItself(IElement element) => Own(element) is TextStyle.Gone;

    public bool IsGone(IElement element) => Of(element) == TextStyle.Gone;
}
