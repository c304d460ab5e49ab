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
    public void Finds_the_document_of_an_article(string html)
    {
        var found = Assert.Single(Discovery.Attachments(Encoding.UTF8.GetBytes(html), null, Article));
        Assert.Equal("/a/202401/p020240119.pdf", found.AbsolutePath.ToLowerInvariant());
    }

    [Fact]
    public void Takes_every_form_of_document_and_nothing_else()
    {
        var html = string.Concat(new[] { "pdf", "doc", "docx", "wps", "rtf", "xls", "xlsx", "zip", "html", "jpg", "exe" }.Select(e => $"<a href='x.{e}'>x</a>"))
            + "<a href='http://www.other.com/y.pdf'>y</a>";
        Assert.Equal(8, Discovery.Attachments(Encoding.UTF8.GetBytes(html), null, Article).Count);
    }
}
