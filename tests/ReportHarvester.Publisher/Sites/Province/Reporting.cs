using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>Writes an agency's reports, year after year in the formats that agencies use, and puts them on its site.</summary>
static class Reporting
{
    // How an article hands out its document; {0} is the document's name beside the article, {1} its path on the host.
    static readonly string[] hangers =
    [
        "<div class=\"fj\">附件：<a href=\"{0}\">附件下载</a></div>", "<iframe src=\"{0}\" width=\"100%\" height=\"900\"></iframe>", "<embed src=\"{0}\" type=\"application/pdf\">",
        "<object data=\"{1}\" type=\"application/pdf\"></object>", "<iframe src=\"/pdfjs/web/viewer.html?file={1}\"></iframe>", "<span onclick=\"openFile('{1}')\">点击下载</span>",
        "<script>var apps = [{{\"url\":\"{0}\",\"name\":\"原件\"}}];</script>", "<script>window.open('{1}');</script>",
    ];

    public static void Publish(ProvinceSite site, string agency, int year, int number)
    {
        var chance = Seed.For(number, "publish");
        var table = year < 2021 ? "2019" : "2021";
        var date = new DateOnly(year + 1, 1, 5).AddDays(chance.Next(0, 85));
        var truth = RandomTruth.Of(number, table, table) with { Agency = agency, Year = year, Dated = date };
        var path = site.Family.Article(number, date);
        List<byte[]> carriers = [];
        var kind = chance.Next(20);
        if (kind == 0 && !path.Contains('?'))
            Bare(site, truth, path = path[..(path.LastIndexOf('/') + 1)] + $"P0{date:yyyyMMdd}{number:000000}.pdf", carriers);
        else if (kind < 6) Covered(site, truth, path, carriers, chance, number);
        else Written(site, truth, path, carriers, twin: kind < 8, number);
        site.Reports.Add(new PublishedReport(agency, year, path, carriers));
        site.Listed.Add(new Listed(path, Title(truth, chance.Next(6)), date));
        // Now and then a report is put up twice.
        if (kind == 19 && site.Family is not Families.ByYear) Again(site, site.Family.Article(number + 500_000, date), truth, date, path);
    }

    static string Title(Truth truth, int style) => style switch
    {
        0 => $"{truth.Year}年政府信息公开工作年度报告",
        1 => $"{truth.Agency}{truth.Year}年度政府信息公开工作报告",
        2 => $"关于{truth.Agency}{truth.Year}年政府信息公开年度报告",
        3 => $"{truth.Year}年",
        4 => $"{truth.Agency}{truth.Year}年政府信息公开年报",
        _ => truth.Title,
    };

    static void Written(ProvinceSite site, Truth truth, string path, List<byte[]> carriers, bool twin, int number)
    {
        var hung = twin ? Hung(site, path, Pdf(truth, number), "pdf", number, 0, carriers) : "";
        Put(site, path, Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor), hung), carriers);
    }

    static void Covered(ProvinceSite site, Truth truth, string path, List<byte[]> carriers, Random chance, int number)
    {
        var word = chance.Next(3) == 0;
        var hung = Hung(site, path, word ? Word(truth, number) : Pdf(truth, number), word ? "docx" : "pdf", number, word ? 0 : chance.Next(hangers.Length), carriers);
        Put(site, path, Page.Portal(truth, $"<p>　　《{truth.Title}》见附件。</p>", hung), []);
    }

    static void Bare(ProvinceSite site, Truth truth, string path, List<byte[]> carriers)
    {
        carriers.Add(Pdf(truth, 0));
        site.Documents[path] = new Reply(200, "application/pdf", carriers[0]);
    }

    static string Hung(ProvinceSite site, string article, byte[] document, string extension, int number, int hanger, List<byte[]> carriers)
    {
        var folder = article.Contains('?') ? "/files/" : article[..(article.LastIndexOf('/') + 1)];
        var name = $"W0{number:00000000}.{extension}";
        site.Documents[folder + name] = new Reply(200, extension == "pdf" ? "application/pdf" : "application/octet-stream", document);
        carriers.Add(document);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, hangers[hanger], article.Contains('?') ? folder + name : name, folder + name);
    }

    static void Put(ProvinceSite site, string path, string page, List<byte[]> carriers)
    {
        var reply = Reply.Html(page);
        if (site.Fault == Fault.CharsetLies) reply = reply with { Type = "text/html;charset=ISO-8859-1" };
        site.Documents[path] = reply;
        carriers.Add(reply.Body);
    }

    static void Again(ProvinceSite site, string path, Truth truth, DateOnly date, string first)
    {
        site.Documents[path] = site.Documents[first];
        if (site.Documents[first].Type.StartsWith("text/html", StringComparison.Ordinal) && Encoding.UTF8.GetString(site.Documents[first].Body).Contains("附件", StringComparison.Ordinal))
            site.Documents.Remove(path);
        else site.Listed.Add(new Listed(path, truth.Title, date.AddDays(3)));
    }

    static byte[] Pdf(Truth truth, int number) => DrawnLook.Print(Printout.Of(truth, Layout.Plain(number)));

    static byte[] Word(Truth truth, int number) => WordReport.Of(Printout.Of(truth, Layout.Plain(number)));
}
