using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

public class PagingTests
{
    static string[] NextPages(string html, string address = "http://czj.donghu.gov.cn/zfxxgknb/") =>
        [.. Discovery.ReadList(Encoding.UTF8.GetBytes(html), null, new PageRequest(new Uri(address))).NextPages.Select(p => p.Address.AbsolutePath[(p.Address.AbsolutePath.LastIndexOf('/') + 1)..])];

    [Theory]
    [InlineData("createPageHTML(3, 0, \"index\", \"html\");", new[] { "index_1.html", "index_2.html" })]
    [InlineData("createPageHTML('page_div',3, 1,'index','shtml',42);", new[] { "index_2.shtml", "index_3.shtml" })]
    [InlineData("var currentPage = 0;//所在页从0开始\nvar countPage = 3//共多少页", new[] { "index_1.html", "index_2.html" })]
    [InlineData("var countPage = 1; var currentPage = 0;", new string[0])]
    public void Reads_the_page_count_of_a_script(string script, string[] pages) =>
        Assert.Equal(pages, NextPages($"<script>{script}</script>"));

    [Theory]
    [InlineData("http://czj.donghu.gov.cn/zfxxgknb/list.shtml", new[] { "list_1.shtml" })]
    [InlineData("http://czj.donghu.gov.cn/zfxxgknb/index_1.html", new string[0])]
    public void A_count_is_used_on_the_first_page_only(string address, string[] pages) =>
        Assert.Equal(pages, NextPages("<script>var countPage = 2</script>", address));

    [Fact]
    public void Follows_the_links_of_a_pager_within_the_folder() => Assert.Equal(["index_2.html", "index_3.html"], NextPages("""
        <a href="index_2.html">下一页</a> <a href="index_3.html">3</a> <a href="index_2.html">2</a>
        <a href="http://www.donghu.gov.cn/zfxxgknb/index_4.html">4</a> <a href="/other/index_5.html">5</a> <a href="2.pdf">6</a>
        <a href="javascript:next(2)">下一页</a> <a href="index_7.html">尾页</a>
        """));

    [Theory]
    [InlineData("<a href='p2.html'>&gt;</a>")]
    [InlineData("<a href='p2.html'>下一页 &gt;</a>")]
    [InlineData("<a href='p2.html'>下一页&raquo;</a>")]
    [InlineData("<a href='p2.html'>Next</a>")]
    [InlineData("<a href='p2.html'>NEXT ›</a>")]
    [InlineData("<a href='p2.html'>第2页</a>")]
    [InlineData("<a href='p2.html'>第 2 页</a>")]
    [InlineData("<a href='p2.html'><img src='n.gif' alt='下一页'></a>")]
    [InlineData("<a href='p2.html'><img src='n.gif' title='下一页'></a>")]
    [InlineData("<a href='p2.html' title='下一页'><i></i></a>")]
    public void A_pager_may_be_written_in_many_ways(string html) => Assert.Equal(["p2.html"], NextPages(html));

    [Theory]
    [InlineData("<a href='p2.html'>更多 &gt;</a>")]
    [InlineData("<a href='p2.html'>政务公开 &gt;&gt;</a>")]
    [InlineData("<a href='p2.html'>2023</a>")]
    [InlineData("<a href='p2.html'>第2章</a>")]
    public void What_ends_in_an_arrow_is_not_always_a_pager(string html) => Assert.Empty(NextPages(html));

    [Fact]
    public void A_list_without_end_is_bounded() =>
        Assert.Equal(200, NextPages("<script>createPageHTML(100000, 0, 'index', 'html')</script>").Length);
}
