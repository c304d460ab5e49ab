using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

public class AttachmentTests
{
    static readonly Uri Article = new("http://czj.donghu.gov.cn/a/202401/t1.html");

    [Theory]
    [InlineData("<a href='./P020240119.pdf'>附件</a>")]
    [InlineData("<a href='P020240119.PDF?v=1'>附件</a>")]
    [InlineData("<iframe src='P020240119.pdf'></iframe>")]
    [InlineData("<embed src='P020240119.pdf'>")]
    [InlineData("<object data='P020240119.pdf'></object>")]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=%2Fa%2F202401%2FP020240119.pdf'></iframe>")]
    [InlineData("<a href='/pdfjs/web/viewer.html?x=1&amp;file=/a/202401/P020240119.pdf#page=1'>查看</a>")]
    [InlineData("<span onclick=\"openFile('P020240119.pdf')\">附件</span>")]
    [InlineData("<a href=\"javascript:window.open('P020240119.pdf')\">附件</a>")]
    [InlineData("<script>window.open('P020240119.pdf', '_blank');</script>")]
    [InlineData("<script>window.location.href = \"P020240119.pdf\";</script>")]
    [InlineData("<script>var apps = [{\"url\":\"./P020240119.pdf\",\"name\":\"2023年报原件\"}];</script>")]
    [InlineData("<table><tr><td>文件下载：</td><td><a href='/a/202401/P020240119.pdf'>2023年报.pdf</a></td></tr></table>")]
    public void Finds_the_document_of_an_article(string html)
    {
        var found = Assert.Single(Discovery.Attachments(Encoding.UTF8.GetBytes(html), null, Article).Documents);
        Assert.Equal("/a/202401/p020240119.pdf", found.AbsolutePath.ToLowerInvariant());
    }

    [Theory]
    [InlineData("<a href='/OpennessContent/download/5010.html'>附件</a>", "/OpennessContent/download/5010.html")]
    [InlineData("<a href='/module/download/downfile.jsp?classid=0&amp;filename=21ce.pdf'>附件</a>", "/module/download/downfile.jsp?classid=0&filename=21ce.pdf")]
    [InlineData("<a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;wbfileid=12'>附件</a>", "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=12")]
    [InlineData("<a href='/file/12'>2023年政府信息公开年报.docx</a>", "/file/12")]
    public void Finds_documents_whose_address_does_not_say_so(string html, string found) =>
        Assert.Equal(found, Assert.Single(Discovery.Attachments(Encoding.UTF8.GetBytes(html), null, Article).Documents).PathAndQuery);

    [Fact]
    public void Takes_every_form_of_document_and_nothing_else()
    {
        var html = string.Concat(new[] { "pdf", "doc", "docx", "wps", "rtf", "xls", "xlsx", "zip", "html", "jpg", "exe" }.Select(e => $"<a href='x.{e}'>x</a>"))
            + "<a href='http://www.other.com/y.pdf'>y</a>";
        var carried = Discovery.Attachments(Encoding.UTF8.GetBytes(html), null, Article);
        Assert.Equal(8, carried.Documents.Count);
        Assert.Equal([new PassedLink("y", "http://www.other.com/y.pdf", PassReason.OtherSite)], carried.Passed);
    }

    [Fact]
    public void Takes_the_documents_of_a_whole_prefecture_and_says_what_is_too_much()
    {
        var carried = Discovery.Attachments(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 503).Select(n => $"<a href='t{n}.pdf'>{n}</a>"))), null, Article);
        Assert.Equal((500, 3), (carried.Documents.Count, carried.Passed.Count(p => p.Reason == PassReason.TooMany)));
    }

    [Theory]
    [InlineData("<p>见下</p>", new[] { "http://czj.donghu.gov.cn/a/202401/body.htm" })]
    [InlineData("<a href='x.pdf'>附件</a>", new string[0])]
    [InlineData("<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>", new string[0])]
    public void A_page_in_a_frame_may_be_the_report_where_nothing_else_is(string html, string[] frames) =>
        Assert.Equal(frames, Discovery.Attachments(Encoding.UTF8.GetBytes(html + "<iframe src='body.htm'></iframe><iframe src='http://www.other.com/z.htm'></iframe>"), null, Article).Frames.Select(f => f.AbsoluteUri));
}
