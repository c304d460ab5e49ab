using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Pages that link each other, by number or as 下一页.</summary>
static partial class LinkedPager
{
    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        var near = answer.Page.Anchors.Where(IsPager).Select(a => answer.Page.Resolve(a.Href)).OfType<Uri>().Where(to => InSameFolder(to, answer.Address)).ToList();
        // A page turned by a program that stands elsewhere is called the next one in so many words; a mere number or arrow may lead anywhere.
        if (near.Count == 0 && !answer.Page.Anchors.Any(FunctionPager.TurnsByScript)) near = [.. answer.Page.Anchors.Where(SaysNext).Select(a => answer.Page.Resolve(a.Href)).OfType<Uri>().Where(to => !Words.Known.AreDocument(to))];
        return near.Select(to => new PageRequest(to) { ForScript = answer.Request.ForScript });
    }

    /// <summary>Whether an anchor turns the page: by its text, its title, or those of the picture in it.</summary>
    public static bool IsPager(Anchor anchor) => IsNext(anchor) || anchor.Titles.Any(PageNumber().IsMatch);

    /// <summary>Whether an anchor leads to the next page, with or without an arrow.</summary>
    public static bool IsNext(Anchor anchor) =>
        anchor.Titles.Any(t => Words.Known.NextPage.Contains(t) || Words.Known.NextPage.Contains(Arrow().Replace(t, ""), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether an anchor says in words that it leads to the next page.</summary>
    public static bool SaysNext(Anchor anchor) => IsNext(anchor) && anchor.Titles.Any(t => t.Contains('页') || t.Contains("page", StringComparison.OrdinalIgnoreCase));

    static bool InSameFolder(Uri to, Uri address) =>
        to.Host == address.Host && to.AbsolutePath.StartsWith(Addresses.Folder(address), StringComparison.Ordinal) && !Words.Known.AreDocument(to);

    [GeneratedRegex(@"^(?:\[?[0-9]{1,3}\]?|第\s?[0-9]{1,3}\s?页)$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"[\s>»›→]+$")]
    private static partial Regex Arrow();
}
