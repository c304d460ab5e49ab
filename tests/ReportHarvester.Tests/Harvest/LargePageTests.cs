using System.Diagnostics;
using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Pages of 2 MB that are made to keep whoever looks through them busy for hours.</summary>
public sealed class LargePageTests
{
    const int Size = 2 << 20;

    static string Filled(string piece) => string.Concat(Enumerable.Repeat(piece, Size / piece.Length));

    public static TheoryData<string, string> Pages => new()
    {
        { "/nb/", $"<script>{Filled("total: 5, ")}</script>" },
        { "/nb/", $"<script>{Filled("total: 5, ")}</script><a href='#'>下一页</a>" },
        { "/nb/", $"<a href='{Filled("a")}'>下一页</a>" },
        { "/nb/", string.Concat(Enumerable.Repeat($"<a href='{new string('a', 3999)}'>下一页</a>", Size / 4000)) },
        { "/nb/", $"<a href='javascript:next(2)'>2</a><script>function next({Filled("a")}</script>" },
        { "/nb/", $"<a href='javascript:next(2)'>2</a><script>{Filled("function next(a")}</script>" },
        { "/gkmlpt/index", $"<script>window._CONFIG = {{ SID: '1', {Filled("id:1,")} }}</script>" },
        { "/nb/", $"<script>require('list.trsapi'); listArgs: {Filled("classsql:")}</script>" },
        { "/nb/", $"<script>'{Filled("/")}</script>" },
        { "/nb/", $"<li onclick=\"'{Filled("/")}\"><a>2023年政府信息公开年报</a></li>" },
        { "/nb/", $"<li onclick=\"{Filled("'/a',")}\">{string.Concat(Enumerable.Repeat("<a>2023年</a>", 1000))}</li>" },
        { "/nb/", string.Concat(Enumerable.Range(0, Size / 40).Select(n => $"<a onclick=\"go('/a/{n}.html')\">2023年年报</a>")) },
        { "/nb/", $"<datastore><recordset><record><![CDATA[href=\"{Filled("dataproxy.jsp")}]]></record></recordset></datastore>" },
    };

    [Theory, MemberData(nameof(Pages))]
    public void A_page_is_looked_through_in_bounded_time_whatever_stands_on_it(string address, string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var request = new PageRequest(new Uri($"http://czj.donghu.example{address}"));
        var clock = Stopwatch.StartNew();
        Discovery.ReadList(bytes, null, request);
        Discovery.Attachments(bytes, null, request.Address);
        // What takes the square of its length takes hours; a busy machine takes some seconds.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_page_with_more_links_than_any_list_says_that_some_are_left_out()
    {
        var page = Discovery.ReadList(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_001).Select(n => $"<a href='{n}.html'>2023年</a>"))), null, new PageRequest(new Uri("http://czj.donghu.example/gknb/")));
        Assert.Contains("more links than any list has, or longer ones: they are left out", page.Troubles);
        Assert.Equal(20_000, page.Reports.Count + page.Collections.Count);
    }
}
