namespace ReportHarvester.Harvest;

/// <summary>Says what a page shows to a browser and not to this program, so that it is never taken for a page with nothing on it.</summary>
static class Obstacles
{
    const int NextToNothing = 400;

    public static IEnumerable<string> Of(ListAnswer answer, LinkJudge judge, IReadOnlyList<PageRequest> next)
    {
        var unreachable = judge.Passed.Count(p => p.Reason == PassReason.NeedsBrowser);
        if (unreachable > 0) yield return $"needs a browser: {unreachable} titles of reports lead to no address";
        if (answer.Page.IsCut) yield return "more links than any list has, or longer ones: they are left out";
        if (next.Count == 0 && answer.Request is { ForScript: false } && FunctionPager.IsHidden(answer, judge.Reports.Count))
            yield return "needs a browser: a script turns the page, by an address that it does not show";
        if (OfData(answer, unreachable) is { } trouble)
        {
            yield return trouble;
            yield break;
        }
        if (judge.Found + next.Count + unreachable > 0) yield break;
        if (answer.Page.Text.Length < NextToNothing && Words.Known.ScriptMoves.FirstOrDefault(move => answer.Scripts.Any(script => script.Contains(move, StringComparison.Ordinal))) is { } moved)
            yield return $"needs a browser: the page is empty, and a script ({moved}) leads elsewhere";
        else if (answer is { Request.ForScript: true, Json: null, Items.Count: 0 } && (AnsweredPages.IsFirst(answer.Request) ? !IsEmptyList(answer) : IsWholePage(answer))) yield return "the interface answered with no list";
        else if (Words.Known.ScriptLists.FirstOrDefault(answer.Text.Contains) is { } mark) yield return $"needs a browser: no report here, and a script ({mark}) fills the page";
    }

    /// <summary>Whether a page that is the first of its list says that there are more, of which none could be found.</summary>
    public static bool MissesPages(ListAnswer answer, IReadOnlyList<PageRequest> next, int reports) => next.Count == 0 && answer.Request is { ForScript: false }
        && !FunctionPager.IsHidden(answer, reports)
        && (ScriptPager.CountsPages(answer) || FunctionPager.SaysPages(answer) || answer.Page.Anchors.Any(a => LinkedPager.SaysNext(a) && answer.Page.Resolve(a.Href) is { } to && to != answer.Address));

    // On any page of a list: an error taken for its end would make reports of the pages behind it vanish.
    static string? OfData(ListAnswer answer, int unreachable) =>
        answer.Json is not { } json || !answer.Request.ForScript ? null
        : InterfaceAnswer.Error(json, answer.Items.Count > 0) is { } error ? $"the interface answered with an error: {error}"
        : answer.Items.Count + unreachable == 0 && !InterfaceAnswer.IsEmptyList(json) ? "the interface answered with no list" : null;

    // XML in the form of a list, with nothing in it: the last item may just have been taken away.
    static bool IsEmptyList(ListAnswer answer) => answer.Text.Contains("<recordset", StringComparison.OrdinalIgnoreCase);

    // A page to look at where data were asked for: to log in, or of an error.
    static bool IsWholePage(ListAnswer answer) => answer.Text.Contains("<body", StringComparison.OrdinalIgnoreCase);
}
