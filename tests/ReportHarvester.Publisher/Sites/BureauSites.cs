using System.Text;
using System.Text.Json;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Sites;

/// <summary>The simulated bureaus; they publish from the same truths as fixtures/reports.</summary>
static class BureauSites
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    static readonly Dictionary<string, string[][]> unrelated =
        JsonSerializer.Deserialize<Dictionary<string, string[][]>>(Resources.Text("Sites/unrelated.json"))!;

    public static IEnumerable<BureauSite> All() => [Finance(), Ecology(), Labour(), Transport(), County()];

    static BureauSite Finance()
    {
        const string host = "czj.donghu.example", column = "/zfxxgk/zfxxgknb/";
        Truth[] truths = [Read("donghu-finance-2022"), Read("donghu-finance-2021"), Read("donghu-finance-2020")];
        List<Entry> first = [Trs(truths[0], 2301), .. Unrelated(host), Trs(truths[1], 1877)];
        List<Entry> second = [Trs(truths[2], 1402), new("./202001/t20200120_1013.html", "东湖市财政局2019年政府信息公开工作年度报告", new(2020, 1, 20))];
        var agency = truths[0].Agency;
        return new BureauSite("donghu-finance", agency, host, column, "TRS column over two pages; the address of the report for 2019 answers 404.", [.. first, .. second],
        [
            Html(column + "index.html", ListPages.Trs(agency, first, 0, 2)),
            Html(column + "index_1.html", ListPages.Trs(agency, second, 1, 2)),
            Portal(column, first[0], truths[0], WordPaste.Markup),
            Portal(column, first[^1], truths[1], Markup.Plain),
            Portal(column, second[0], truths[2], Markup.Editor),
        ]);
    }

    static BureauSite Ecology()
    {
        const string host = "sthjj.donghu.example", column = "/xxgk/nb/";
        Truth[] truths = [Read("donghu-ecology-2023"), Read("donghu-ecology-2022"), Read("donghu-ecology-2021")];
        var news = Unrelated(host);
        var bare = new Entry("./202401/P020240128402317745120.pdf", truths[0].Title, Page.Published(truths[0]));
        List<Entry> entries = [news[0], bare, news[1], news[2], Trs(truths[1], 776), news[3], Trs(truths[2], 655)];
        var attachment = "P020230128511902364487.pdf";
        var agency = truths[0].Agency;
        return new BureauSite("donghu-ecology", agency, host, column,
            "Table list in GBK, mixed with news and other reports; 2023 is a bare PDF, 2022 a page that only links a PDF.", entries,
        [
            Html(column + "index.html", ListPages.Rows(agency, entries, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">"), gbk),
            Pdf(column, bare.Address, truths[0]),
            Html(PathOf(column, entries[4]), Page.Portal(truths[1], $"<p>　　《{truths[1].Title}》全文见附件。</p>\n",
                $"<p>附件：<a href=\"./{attachment}\">{truths[1].Title}.pdf</a></p>")),
            Pdf(column, "./202301/" + attachment, truths[1]),
            Html(PathOf(column, entries[6]), Page.LayoutTables(truths[2], Article.Of(truths[2], OfficialTables.Of(truths[2]), Markup.Editor))),
        ]);
    }

    static BureauSite Labour()
    {
        const string host = "rsj.donghu.example", column = "/zwgk/xxgknb/";
        Truth[] truths = [Printing.FullWidth(Read("donghu-labour-2023")), Read("donghu-labour-2022"), Read("donghu-labour-2021")];
        List<Entry> entries = [.. truths.Select((t, i) => new Entry($"./content/post_{31406 - 611 * i}.html", t.Title, Page.Published(t)))];
        var agency = truths[0].Agency;
        var attachment = "post_30795_2022.pdf";
        return new BureauSite("donghu-labour", agency, host, column,
            "Definition list; a row total (2021) and a total of suits (2022, PDF in a frame) are the publisher's mistakes.", entries,
        [
            Html(column + "index.html", ListPages.Definitions(agency, entries)),
            Portal(column, entries[0], truths[0], Markup.Editor),
            Html(PathOf(column, entries[1]), Page.Portal(truths[1], $"<iframe src=\"./{attachment}\" width=\"100%\" height=\"900\"></iframe>\n")),
            new Answer(column + "content/" + attachment, _ => Task.FromResult(
                DrawnReport.Of(truths[1], OfficialTables.Of(truths[1]), new DrawnStyle(Ruling.Lines, false, false)))),
            Portal(column, entries[2], truths[2], Markup.Editor),
        ]);
    }

    static BureauSite Transport()
    {
        const string host = "jtj.donghu.example", column = "/zfxxgk/ndbg/";
        Truth[] truths = [Read("donghu-transport-2022"), Read("donghu-transport-2021"), Read("donghu-transport-2020")];
        List<Entry> entries = [.. truths.Select((t, i) => Trs(t, 500 - 40 * i, $"./{t.Year}n/"))];
        var years = truths.Select(t => new Entry($"./{t.Year}n/", $"{t.Year}年", Page.Published(t)));
        var agency = truths[0].Agency;
        return new BureauSite("donghu-transport", agency, host, column, "A column of columns, one a year; two of the three reports are attached as PDF.", entries,
        [
            Html(column + "index.html", ListPages.Definitions(agency, years)),
            .. truths.Zip(entries, (t, e) => Html($"{column}{t.Year}n/index.html",
                ListPages.Trs(agency, [e with { Address = e.Address.Replace($"{t.Year}n/", "") }], 0, 1))),
            .. Attached(column, truths[0], entries[0]),
            Portal(column, entries[1], truths[1], Markup.Editor),
            .. Attached(column, truths[2], entries[2]),
        ]);
    }

    static BureauSite County()
    {
        const string host = "www.qingping.example", column = "/qpzf/gknb/";
        Truth[] truths = [Read("qingping-county-2022"), Read("qingping-county-2021"), Printing.SignedChanges(Read("qingping-county-2020")), Read("qingping-county-2019")];
        string[] names = ["6a1f0c3b9d8e4752b0c7a5e1f3d29486", "c08d7e21a4f64b3e95d2b1a6f7e0c839", "27b9e4d1c6f84a05837e1d0b5c9a2f6e", "e35a9c70d2b14f68a7c6083f9b1e4d52"];
        List<Entry> reports = [.. truths.Zip(names, (t, n) => new Entry($"{column}{Page.Published(t):yyyyMM}/{n}.shtml", t.Title, Page.Published(t)))];
        var news = Unrelated(host);
        List<Entry> entries = [reports[0], news[0], news[1], reports[1], news[2], reports[2], reports[3]];
        return new BureauSite("qingping-county", truths[0].Agency, host, column, "UCAP list with titles cut short; the reports for 2019 and 2020 are on the 2019 form.", entries,
        [
            Html(column + "index.html", ListPages.Ucap(truths[0].Agency, entries)),
            .. truths.Zip(reports, (t, e) => Portal(column, e, t, Markup.Editor)),
        ]);
    }

    static IEnumerable<Answer> Attached(string column, Truth truth, Entry entry)
    {
        var name = $"W0{entry.Date:yyyyMMdd}{truth.Year * 1000003L:000000000000}.pdf";
        var folder = entry.Address[..(entry.Address.LastIndexOf('/') + 1)];
        yield return Html(PathOf(column, entry), Page.Portal(truth, "", $"<div class=\"fj\">附件下载：<a href=\"./{name}\" appendix=\"true\">{truth.Title}</a></div>"));
        yield return Pdf(column, folder + name, truth);
    }

    static Answer Portal(string column, Entry entry, Truth truth, Markup markup) =>
        Html(PathOf(column, entry), Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), markup)));

    static Answer Pdf(string column, string address, Truth truth)
    {
        var style = new PrintStyle("WenQuanYi Zen Hei", PrintStyle.Portrait + PrintStyle.PageNumbers, "", true);
        return new Answer(PathOf(column, address), cancel => Converter.Chromium(style.Document(truth, OfficialTables.Of(truth)), cancel));
    }

    static Answer Html(string path, string page, Encoding? encoding = null) =>
        new(path, _ => Task.FromResult((encoding ?? Encoding.UTF8).GetBytes(page)));

    static string PathOf(string column, Entry entry) => PathOf(column, entry.Address);

    static string PathOf(string column, string address) => new Uri(new Uri("http://host" + column), address).AbsolutePath;

    static Entry Trs(Truth truth, int number, string folder = "./") =>
        new($"{folder}{Page.Published(truth):yyyyMM}/t{Page.Published(truth):yyyyMMdd}_{number}.html", truth.Title, Page.Published(truth));

    static List<Entry> Unrelated(string host) =>
        [.. unrelated[host].Select(u => new Entry(u[0], u[1], DateOnly.Parse(u[2]), IsReport: false))];

    static Truth Read(string name) => TruthFile.Read(name);
}
