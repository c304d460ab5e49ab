using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Html;

/// <summary>One rule of a style sheet. Conditional: it holds for some readers or at some moments only.</summary>
readonly record struct StyleRule(string Selector, TextStyle Style, bool Conditional)
{
    /// <summary>What it says, plain, where this bears on digits beside others; else empty.</summary>
    public string Setting { get; init; } = "";

    /// <summary>By what its text comes to be what <see cref="Style"/> says.</summary>
    public Means By { get; init; }

    /// <summary>By what it shows text, where it hides none.</summary>
    public Means Shows { get; init; }

    /// <summary>Whether it puts letters or digits before or behind an element's own.</summary>
    public bool Adds { get; init; }

    /// <summary>Whether it may hold for an element without class and id.</summary>
    public bool IsByName => Selector.AsSpan(Selector.AsSpan().LastIndexOfAny(" >+~") + 1).IndexOfAny(".#") < 0;
}

/// <summary>Takes the rules that bear on text out of a page's own style sheets.</summary>
static partial class StyleRules
{
    // No selector is longer that says one thing.
    const int LongestSelector = 500;

    public static IEnumerable<StyleRule> Of(string css)
    {
        var open = new Stack<bool>();
        foreach (Match block in Block().Matches(Comment().Replace(css, " ")))
        {
            var prelude = block.Groups["prelude"].Value.Trim();
            if (block.Groups["end"].Success) open.TryPop(out _);
            else if (block.Groups["group"].Success) open.Push(!Everyone().IsMatch(prelude));
            else if (block.Groups["declarations"] is { Success: true } declarations)
            {
                var (style, setting) = (TextStyles.OfRule(declarations.Value), TextStyles.Setting(declarations.Value));
                var adds = !open.Contains(true) && TextStyles.Adds(declarations.Value, style);
                var by = style is TextStyle.None ? Means.None : TextStyles.By(declarations.Value);
                // Letters that have some colour show on some grounds only.
                var shows = style is TextStyle.None ? TextStyles.Sets(declarations.Value) & ~Means.Colour : Means.None;
                if (style is TextStyle.None && shows is Means.None && setting.Length == 0 && !adds) continue;
                foreach (var selector in prelude.Split(','))
                    if (PseudoElement().IsMatch(selector))
                    {
                        if (adds && Added(PseudoElement().Replace(selector, "").Trim()) is { } added) yield return added with { Adds = true };
                    }
                    else if (Rule(selector, style, open.Contains(true)) is { } rule) yield return rule with { Setting = setting, By = by, Shows = shows };
            }
        }
    }

    /// <summary>All names of classes in a sheet.</summary>
    public static IEnumerable<string> Classes(string css) => Class().Matches(css).Select(m => m.Groups[1].Value);

    // Where an element stands is no state, and what is added at a touch is not there before.
    static StyleRule? Added(string selector) => Touched().IsMatch(selector) ? null
        : selector.Length <= LongestSelector && Plain().IsMatch(Placed().Replace(selector, "")) ? new StyleRule(selector, TextStyle.None, false) : Rule(selector, TextStyle.None, false);

    // A state (:hover, :not(…)) or an attribute may come and go.
    static StyleRule? Rule(string selector, TextStyle style, bool conditional)
    {
        if (selector.Length > LongestSelector) return null;
        var plain = State().Replace(selector, "").Trim();
        return Plain().IsMatch(plain) ? new StyleRule(plain, style, conditional || plain.Length < selector.Trim().Length) : null;
    }

    [GeneratedRegex(@"/\*.*?(?:\*/|$)|<!--|-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // What opens nothing is passed over in one go: to look for an opening from each of its letters takes hours.
    [GeneratedRegex(@"(?<end>\})|(?<prelude>@[^{};]*)(?<group>\{)?|(?<prelude>[^{};@]+)(?:\{(?<declarations>[^{}]*)\}?)?")]
    private static partial Regex Block();

    [GeneratedRegex(@"^@media\s+(?:all|screen)$", RegexOptions.IgnoreCase)]
    private static partial Regex Everyone();

    [GeneratedRegex(@"::[\w-]+|:(?:before|after|first-letter|first-line)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PseudoElement();

    [GeneratedRegex(@":(?:hover|focus|active|visited)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Touched();

    // Behind a name: where only these are taken away, something is left for each element.
    [GeneratedRegex(@"(?<=[\w\])*-]):(?:(?:first|last|only)-child|(?:first|last)-of-type|empty|nth-(?:last-)?(?:child|of-type)\((?:odd|even|[0-9]{1,4}|[0-9]{0,4}n(?:\+[0-9]{1,4})?)\))|(?<=[\w\])*-])\[[a-z-]{1,40}(?:=""[\w -]{0,40}"")?\]", RegexOptions.IgnoreCase)]
    private static partial Regex Placed();

    [GeneratedRegex(@"\.(-?[^\W\d][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@":[\w-]+(?:\([^)]*\))?|\[[^\]]*\]")]
    private static partial Regex State();

    // Names, classes and ids, one in or beside the other.
    const string Name = @"-?[^\W\d][\w-]*", One = $@"(?:(?:\*|{Name})(?:[.#]{Name})*|(?:[.#]{Name})+)";

    [GeneratedRegex($@"^{One}(?:(?:\s*[>+~]\s*|\s+){One})*$")]
    private static partial Regex Plain();
}
