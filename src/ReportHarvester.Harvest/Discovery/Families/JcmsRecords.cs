using System.Net;
using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>JCMS: the page holds the first records; a script posts for the others, three pages at a time, or follows the link of nextgroup.</summary>
static partial class JcmsRecords
{
    const int PagesAtOnce = 3, MostPerPage = 1000;

    static readonly string[] fields = ["col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype"];

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        if (answer.Json is not null || !answer.Text.Contains("<record", StringComparison.OrdinalIgnoreCase)) return [];
        var linked = ListAnswer.Pieces(answer.Text).Select(p => NextGroup().Match(p)).Where(m => m.Success)
            .Select(m => answer.Page.Resolve(WebUtility.HtmlDecode(m.Groups[1].Value))).OfType<Uri>().ToList();
        if (linked.Count > 0) return linked.Select(to => new PageRequest(to) { ForScript = true });
        return answer.Request.Form is null ? Groups(answer) : [];
    }

    static IEnumerable<PageRequest> Groups(ListAnswer answer)
    {
        if (Script(answer) is not { } script || Stated(answer) is not { } total) yield break;
        var perPage = int.TryParse(Value(script, "perPage"), out var size) && size is > 0 and <= MostPerPage ? size : 15;
        var given = ListAnswer.Pieces(answer.Text).Count(p => p.Contains("<a", StringComparison.OrdinalIgnoreCase));
        if (answer.Page.Resolve(Value(script, "proxyUrl") is { Length: > 0 } proxy ? proxy : "/module/jpage/dataproxy.jsp") is not { } to) yield break;
        var form = string.Join('&', fields.Select(f => (f, Value(script, f))).Where(f => f.Item2.Length > 0).Select(f => $"{f.f}={Uri.EscapeDataString(f.Item2)}"));
        var group = perPage * PagesAtOnce;
        for (var first = 1; first <= Math.Min(total, Families.MaxPages * group); first += group)
            if (Math.Min(first + group - 1, total) > given)
                yield return new PageRequest(new UriBuilder(to) { Query = $"startrecord={first}&endrecord={Math.Min(first + group - 1, total)}&perpage={perPage}" }.Uri) { Form = form, ForScript = true };
    }

    public static int? Stated(ListAnswer answer) => answer.Text.Contains("<record", StringComparison.OrdinalIgnoreCase) && Script(answer) is { } script && int.TryParse(Value(script, "totalRecord"), out var total) ? total : null;

    static string? Script(ListAnswer answer) => answer.Scripts.FirstOrDefault(s => Value(s, "unitid").Length > 0 && Value(s, "totalRecord").Length > 0);

    static string Value(string script, string name) =>
        Regex.Match(script, $@"\b{name}['""]?\s*[:=]\s*(?:['""]([^'""]*)['""]|([0-9]+))", RegexOptions.IgnoreCase) is { Success: true } m ? m.Groups[1].Value + m.Groups[2].Value : "";

    [GeneratedRegex(@"href\s*=\s*['""]([^'""]{0,500}?dataproxy\.jsp[^'""]{0,1000})['""]", RegexOptions.IgnoreCase)]
    private static partial Regex NextGroup();
}
