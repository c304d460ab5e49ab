using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>JPaaS: the page names in queryData what its script asks an interface for; the answer holds a piece of a page.</summary>
static partial class JpaasUnit
{
    const string Interface = "/api-gateway/jpaas-publish-server/front/page/build/unit";

    /// <summary>As many items a page as the interface is commonly asked for.</summary>
    const int Size = 50;

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        foreach (var query in answer.Page.Queries.Where(q => q.Contains("tplSetId", StringComparison.Ordinal)))
        {
            var fields = Field().Matches(query).Select(m => $"{m.Groups[1].Value}={Uri.EscapeDataString(m.Groups[2].Value)}");
            yield return new PageRequest(new Uri(answer.Address, $"{Interface}?{string.Join('&', fields)}&paramJson={Param(1)}")) { ForScript = true };
        }
        if (answer.Json is null || Asked(answer.Address) is not { } asked || Total().Match(answer.Page.Html) is not { Success: true } total) yield break;
        var size = answer.Items.Count is > 0 and < Size && asked == 1 ? answer.Items.Count : Size;
        var pages = Math.Min(Families.Pages(int.Parse(total.Groups[1].Value), size), Families.MaxPages);
        for (var page = 2; page <= pages; page++)
            yield return new PageRequest(Addresses.WithField(answer.Address, "paramJson", Param(page))) { ForScript = true };
    }

    public static int? Stated(ListAnswer answer) =>
        answer.Json is not null && Asked(answer.Address) is not null && Total().Match(answer.Page.Html) is { Success: true } total ? int.Parse(total.Groups[1].Value) : null;

    static int? Asked(Uri address) => Page().Match(Uri.UnescapeDataString(address.Query)) is { Success: true } page ? int.Parse(page.Groups[1].Value) : null;

    static string Param(int page) => Uri.EscapeDataString($"{{\"pageNo\":{page},\"pageSize\":{Size}}}");

    [GeneratedRegex(@"['""](\w+)['""]\s*:\s*['""]([^'""]*)['""]")]
    private static partial Regex Field();

    [GeneratedRegex(@"""pageNo"":([0-9]{1,4})")]
    private static partial Regex Page();

    [GeneratedRegex(@"\bcount\s*=\s*['""]?([0-9]{1,6})")]
    private static partial Regex Total();
}
