using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Pages that link each other, by number or as 下一页.</summary>
static partial class LinkedPager
{
    public static IEnumerable<PageRequest> Next(ListAnswer answer) =>
        answer.Page.Anchors.Where(a => IsPager(a.Text)).Select(a => answer.Page.Resolve(a.Href)).OfType<Uri>()
            .Where(to => InSameFolder(to, answer.Address)).Select(to => new PageRequest(to) { ForScript = answer.Request.ForScript });

    /// <summary>Whether an anchor with this text turns the page.</summary>
    public static bool IsPager(string text) => Words.Known.NextPage.Contains(text) || PageNumber().IsMatch(text);

    static bool InSameFolder(Uri to, Uri address) =>
        to.Host == address.Host && to.AbsolutePath.StartsWith(Addresses.Folder(address), StringComparison.Ordinal) && !Words.Known.AreDocument(to);

    [GeneratedRegex(@"^\[?\d{1,3}\]?$")]
    private static partial Regex PageNumber();
}
