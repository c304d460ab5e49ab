using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Sites;

/// <summary>The kinds of files a bureau's host answers with.</summary>
static class Answers
{
    static readonly PrintStyle print = new("WenQuanYi Zen Hei", PrintStyle.Portrait + PrintStyle.PageNumbers, "", true);

    public static Answer Html(string path, string page, Encoding? encoding = null) =>
        new(path, _ => Task.FromResult((encoding ?? Encoding.UTF8).GetBytes(page)));

    /// <summary>The report as a page of the portal.</summary>
    public static Answer Portal(Bureau bureau, Entry entry, Truth truth, Markup markup) =>
        Html(bureau.PathOf(entry.Address), Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), markup)));

    public static Answer Pdf(Bureau bureau, string address, Truth truth) =>
        new(bureau.PathOf(address), cancel => Converter.Chromium(print.Document(truth, OfficialTables.Of(truth)), cancel));

    /// <summary>A page without the report, and the PDF beside it that the page links.</summary>
    public static IEnumerable<Answer> Attached(Bureau bureau, Entry entry, Truth truth, string name, string said = "")
    {
        var link = $"<div class=\"fj\">附件下载：<a href=\"./{name}\" appendix=\"true\">{truth.Title}</a></div>";
        yield return Html(bureau.PathOf(entry.Address), Page.Portal(truth, said, link));
        yield return Pdf(bureau, Beside(entry, name), truth);
    }

    /// <summary>A page that shows a PDF in a frame.</summary>
    public static IEnumerable<Answer> Framed(Bureau bureau, Entry entry, Truth truth, string name)
    {
        var frame = $"<iframe src=\"./{name}\" width=\"100%\" height=\"900\"></iframe>\n";
        var style = new DrawnStyle { Table = new(RepeatedHead.None) };
        yield return Html(bureau.PathOf(entry.Address), Page.Portal(truth, frame));
        yield return new Answer(bureau.PathOf(Beside(entry, name)),
            _ => Task.FromResult(DrawnReport.Of(truth, OfficialTables.Of(truth), style)));
    }

    static string Beside(Entry entry, string name) => entry.Address[..(entry.Address.LastIndexOf('/') + 1)] + name;
}
