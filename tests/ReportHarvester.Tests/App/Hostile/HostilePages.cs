using System.Text;
using static ReportHarvester.Tests.App.Hostile.HostileDocuments;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>Pages and texts made to take time or memory without end.</summary>
static class HostilePages
{
    const string Head = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>", Row = "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>";

    public static IReadOnlyDictionary<string, Hostile> All { get; } = new Dictionary<string, Hostile>
    {
        ["D01 HTML: 100,000 divs within each other"] = new("TOO-DEEP", () => Html(Times("<div>", 100_000))),
        ["D01 HTML: 20,000 fonts left open"] = new("TOO-DEEP", () => Html(Each(20_000, i => $"<p><font size={i}>"))),
        ["D01 HTML: 10,000 divs within each other"] = new("TOO-DEEP", () => Html(Times("<div>", 10_000))),
        ["D03 HTML: tables 2,000 deep"] = new("TOO-DEEP", () => Html(Times("<table><tr><td>x<td>", 2000))),
        ["D01 HTML: a table of a million cells"] = new("TOO-LARGE", () => Html("<table>" + Times("<tr>" + Times("<td>1", 100), 10_000))),
        ["D03 HTML: tables 200 deep"] = new("TOO-DEEP", () => Html(Times("<table><tr><td>x<td>", 200))),
        ["D03 HTML: a row of a million cells"] = new("TOO-LARGE", () => Html("<table><tr>" + Times("<td>1", 1_000_000))),
        ["D03 HTML: half a million paragraphs"] = new("TOO-LARGE", () => Html(Times("<p>第一句。", 500_000))),
        ["D03 HTML: 50,000 titles"] = new("NO-REPORT", () => Html(Times("<h1>东湖市财政局2023年政府信息公开工作年度报告</h1>", 50_000))),
        ["D03 HTML: 45,000 headings of sections"] = new("NO-REPORT", () => Html(Times("<p>一、总体情况<p>正文", 45_000))),
        ["D03 HTML: a lattice of spans"] = new("NO-REPORT", () => Html("<table>" + Times("<tr>" + Times("<td rowspan=65534 colspan=1000>1</td>", 20), 5000))),
        ["D03 HTML: a lattice of row spans"] = new("NO-REPORT", () => Html("<table>" + Times("<tr>" + Times("<td rowspan=500>1</td><td>2", 100), 900))),
        ["D03 HTML: heads and rows by turns"] = new("ROW-MISSING", () => Html("<table>" + Times(Head + Row, 10_000))),
        ["D03 HTML: one head and 40,000 rows"] = new("ROW-MISSING", () => Html("<table>" + Head + Times(Row, 40_000))),
        ["D03 HTML: 5,000 tables"] = new("ROW-MISSING", () => Html(Times("<table>" + Head + Row + "</table>", 5000))),
        ["D01 HTML: an attribute of 50 MB"] = new("NO-REPORT", () => Html($"<p x='{new string('a', 50_000_000)}'>y")),
        ["D03 HTML: a style sheet that begins and begins"] = new("NO-REPORT", () => Html($"<style>{Times("/*", 1_000_000)}{Times("@a ", 300_000)}</style>{Times("a b", 300_000)}")),
        ["D03 HTML: rules by the thousand for elements by the thousand"] = new("TOO-LARGE", () => Html($"<style>{Each(5000, i => $".a .b{i} {{display:none}}")}</style>{Times("<div class=a>x</div>", 20_000)}")),
        ["D03 HTML: comments that never end"] = new("NO-REPORT", () => Html(Times("<!-- a ", 1_000_000))),
        ["D03 HTML: bytes that no text has"] = new("NOT-A-DOCUMENT", () => Html(Times("a\0b", 1000))),
        ["D03 text: 800,000 cells"] = new("TOO-LARGE", () => Encoding.UTF8.GetBytes(Times("规章\t1\t2\t3\n", 200_000))),
    };

    static byte[] Html(string body) => Encoding.UTF8.GetBytes("<html><body>" + body);
}
