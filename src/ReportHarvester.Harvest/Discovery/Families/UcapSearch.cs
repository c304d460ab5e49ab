using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>UCAP: a script of the page names the interface that gives the list, whole or by the channel's id.</summary>
static partial class UcapSearch
{
    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        if (answer.Json is not null) return [];
        var named = answer.Scripts.SelectMany(s => Quoted().Matches(s)).Select(m => m.Groups[1].Value)
            .Where(q => Words.Known.ListInterfaces.Any(q.Contains) && Id().IsMatch(q)).Select(q => answer.Page.Resolve(q)).OfType<Uri>().ToList();
        if (named.Count == 0) named = [.. ByChannel(answer)];
        return named.Select(to => new PageRequest(Addresses.WithField(to, "page", "1")) { ForScript = true });
    }

    static IEnumerable<Uri> ByChannel(ListAnswer answer) =>
        from script in answer.Scripts
        let path = Words.Known.ListInterfaces.FirstOrDefault(i => script.Contains(i, StringComparison.Ordinal))
        where path is not null
        let channel = answer.Scripts.Select(s => Channel().Match(s)).FirstOrDefault(m => m.Success)
        where channel is not null
        select new Uri(answer.Address, $"{path}{channel.Groups[1].Value}?_isAgg=true&_isJson=true&_pageSize=20&_template=index&_rangeTimeGte=&_channelName=");

    [GeneratedRegex(@"['""]([^'""\s/]*/[^'""\s]*)['""]")]
    private static partial Regex Quoted();

    // Six or more letters and digits after the interface's path: a1a078ee0bc54721, n810755.
    [GeneratedRegex(@"/(?=[A-Za-z]*[0-9])[0-9A-Za-z]{6,}(?:[?#]|$)")]
    private static partial Regex Id();

    [GeneratedRegex(@"channelId['""]?\s*[:=]\s*['""]((?=[A-Za-z]*[0-9])\w{6,})['""]", RegexOptions.IgnoreCase)]
    private static partial Regex Channel();
}
