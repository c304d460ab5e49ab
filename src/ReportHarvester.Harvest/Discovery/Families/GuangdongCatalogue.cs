using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Guangdong's catalogue (gkmlpt): window._CONFIG names the site and its tree of categories; an interface gives each category's articles.</summary>
static partial class GuangdongCatalogue
{
    // Not one that goes back: of many ids without a name, each would be looked after to the end.
    static readonly Regex node = new(@"['""]?\bid['""]?\s*:\s*['""]?(?<id>[0-9]+)[^{}]*?['""]?\bname['""]?\s*:\s*['""](?<name>[^'""]*)['""]", RegexOptions.NonBacktracking);

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        // Some hosts count their pages from 0, some from 1.
        if (answer.Json is not null)
            return answer.Address.AbsolutePath.Contains("/gkmlpt/api/all/", StringComparison.Ordinal) && Fields(answer)["page"].FirstOrDefault() == "1" && IsShort(answer)
                ? [answer.Request with { Address = Addresses.WithField(answer.Address, "page", "0") }] : [];
        var config = answer.Scripts.FirstOrDefault(s => s.Contains("_CONFIG", StringComparison.Ordinal) && Site().IsMatch(s));
        var at = answer.Address.AbsolutePath.IndexOf("/gkmlpt/", StringComparison.Ordinal);
        if (config is null || at < 0 || Category(answer.Address, config) is not { } category) return [];
        return [new PageRequest(new Uri($"{answer.Address.GetLeftPart(UriPartial.Authority)}{answer.Address.AbsolutePath[..at]}/gkmlpt/api/all/{category}?page=1&sid={Site().Match(config).Groups[1].Value}")) { ForScript = true }];
    }

    static ILookup<string, string> Fields(ListAnswer answer) => Addresses.Fields(answer.Address.Query).ToLookup(f => f.Name, f => f.Value);

    static bool IsShort(ListAnswer answer) => AnsweredPages.Number(answer, Words.Known.Json.Records) is not { } total || answer.Items.Count < total;

    static string? Category(Uri address, string config) =>
        Digits().Match(address.Fragment) is { Success: true } fragment ? fragment.Groups[1].Value
            : node.Matches(config).FirstOrDefault(n => Words.Known.SpeakOfReports(n.Groups["name"].Value) || Words.Known.ColumnNames.Contains(n.Groups["name"].Value))?.Groups["id"].Value;

    [GeneratedRegex(@"\bSID['""]?\s*:\s*['""]?([0-9]+)")]
    private static partial Regex Site();

    [GeneratedRegex(@"^#([0-9]+)")]
    private static partial Regex Digits();
}
