using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>TRS with trsapi (Fujian): the first page stands in the HTML, the others only an interface gives, named by the arguments of listModel.</summary>
static partial class TrsInterface
{
    const string Interface = "/fjdzapp/search";

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        var script = answer.Scripts.FirstOrDefault(s => s.Contains(".trsapi", StringComparison.Ordinal) && s.Contains("listArgs", StringComparison.Ordinal));
        if (script is null) return [];
        var channel = Number(Channel().Match(script)) ?? answer.Scripts.Select(s => Number(SearchId().Match(s))).FirstOrDefault(n => n is not null);
        var column = ClassSql().Match(script) is { Success: true } sql ? sql.Groups[1].Value : $"chnlid={answer.Page.Meta.GetValueOrDefault("ChnlId")}";
        var size = Number(Size().Match(script)) is > 0 and var given ? given : 10;
        var first = (Number(Static().Match(script)) ?? 0) + 1;
        // How many there are, the interface itself says where the page does not.
        return Number(Records().Match(script)) is { } records && Families.Pages(records, size) < first ? [] : [new PageRequest(new Uri(answer.Address, Interface)) { ForScript = true, Form = Form(channel, column, Sort(script), size, first) }];
    }

    static string Form(int? channel, string column, string sort, int size, int page) => string.Join('&',
        new (string Name, string Value)[]
        {
            ("channelid", $"{channel}"), ("classsql", column), ("sortfield", sort), ("classcol", "publishyear"), ("classnum", "100"), ("classsort", "0"),
            ("cache", "true"), ("page", $"{page}"), ("prepage", $"{size}"),
        }.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    static string Sort(string script) => SortField().Match(script) is { Success: true } sort ? sort.Groups[1].Value : "-docorderpri,-docreltime";

    static int? Number(Match match) => match.Success && int.TryParse(match.Groups[1].Value, out var number) ? number : null;

    [GeneratedRegex(@"channelid\s*:\s*['""]?([0-9]+)")]
    private static partial Regex Channel();

    [GeneratedRegex(@"searchId\s*[:=]\s*['""]?([0-9]+)")]
    private static partial Regex SearchId();

    [GeneratedRegex(@"classsql\s*:[^,\n]{0,200}['""]([^'"",\n]{1,200})['""]")]
    private static partial Regex ClassSql();

    [GeneratedRegex(@"sortfield\s*:\s*['""]([^'""]+)['""]")]
    private static partial Regex SortField();

    [GeneratedRegex(@"prepage\s*:\s*['""]?([0-9]+)")]
    private static partial Regex Size();

    [GeneratedRegex(@"recordCount\s*:\s*['""]?([0-9]+)")]
    private static partial Regex Records();

    [GeneratedRegex(@"maxStaticIndex\s*:\s*['""]?([0-9]+)")]
    private static partial Regex Static();
}
