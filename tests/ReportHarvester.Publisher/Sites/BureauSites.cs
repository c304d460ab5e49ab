using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Sites;

/// <summary>The simulated bureaus; they publish from the same truths as fixtures/reports.</summary>
static class BureauSites
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static IReadOnlyList<Site> All() => [.. Bureau.All.Select(b => b.Key switch
    {
        "donghu-finance" => Finance(b),
        "donghu-ecology" => Ecology(b),
        "donghu-labour" => Labour(b),
        "donghu-transport" => Transport(b),
        _ => County(b),
    })];

    static Site Finance(Bureau bureau)
    {
        var (truths, reports) = (bureau.Truths, bureau.Entries);
        var gone = new Entry("./202001/t20200120_1013.html", $"{bureau.Agency}2019年政府信息公开工作年度报告", new(2020, 1, 20), IsReport: true);
        Entry[] first = [reports[0], .. bureau.Unrelated, reports[1]];
        Entry[] second = [reports[2], gone];
        return new Site(bureau, [.. first, .. second],
        [
            Answers.Html(bureau.Column + "index.html", ListPages.Trs(bureau.Agency, first, 0, 2)),
            Answers.Html(bureau.Column + "index_1.html", ListPages.Trs(bureau.Agency, second, 1, 2)),
            Answers.Portal(bureau, reports[0], truths[0], WordPaste.Markup),
            Answers.Portal(bureau, reports[1], truths[1], Markup.Plain),
            Answers.Portal(bureau, reports[2], truths[2], Markup.Editor),
        ]);
    }

    static Site Ecology(Bureau bureau)
    {
        const string charset = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">";
        var (truths, reports, news) = (bureau.Truths, bureau.Entries, bureau.Unrelated);
        Entry[] listed = [news[0], reports[0], news[1], news[2], reports[1], news[3], reports[2]];
        var article = Article.Of(truths[2], OfficialTables.Of(truths[2]), Markup.Editor);
        return new Site(bureau, listed,
        [
            Answers.Html(bureau.Column + "index.html", ListPages.Rows(bureau.Agency, listed, charset), gbk),
            Answers.Pdf(bureau, reports[0].Address, truths[0]),
            .. Answers.Attached(bureau, reports[1], truths[1], "P020230128511902364487.pdf", $"<p>　　《{truths[1].Title}》全文见附件。</p>\n"),
            Answers.Html(bureau.PathOf(reports[2].Address), Page.LayoutTables(truths[2], article)),
        ]);
    }

    static Site Labour(Bureau bureau)
    {
        var (truths, reports) = (bureau.Truths, bureau.Entries);
        return new Site(bureau, reports,
        [
            Answers.Html(bureau.Column + "index.html", ListPages.Definitions(bureau.Agency, reports)),
            Answers.Portal(bureau, reports[0], Printing.FullWidth(truths[0]), Markup.Editor),
            .. Answers.Framed(bureau, reports[1], truths[1], "post_30795_2022.pdf"),
            Answers.Portal(bureau, reports[2], truths[2], Markup.Editor),
        ]);
    }

    static Site Transport(Bureau bureau)
    {
        var (truths, reports) = (bureau.Truths, bureau.Entries);
        var years = truths.Select(t => new Entry($"./{t.Year}n/", $"{t.Year}年", Page.Published(t)));
        return new Site(bureau, reports,
        [
            Answers.Html(bureau.Column + "index.html", ListPages.Definitions(bureau.Agency, years)),
            .. truths.Zip(reports, (t, e) => YearColumn(bureau, t.Year, e)),
            .. Answers.Attached(bureau, reports[0], truths[0], "W020230124002022006066.pdf"),
            Answers.Portal(bureau, reports[1], truths[1], Markup.Editor),
            .. Answers.Attached(bureau, reports[2], truths[2], "W020210124002020006060.pdf"),
        ]);
    }

    static Answer YearColumn(Bureau bureau, int year, Entry entry)
    {
        var within = entry with { Address = entry.Address.Replace($"{year}n/", "") };
        return Answers.Html($"{bureau.Column}{year}n/index.html", ListPages.Trs(bureau.Agency, [within], 0, 1));
    }

    static Site County(Bureau bureau)
    {
        var (truths, reports, news) = (bureau.Truths, bureau.Entries, bureau.Unrelated);
        Entry[] listed = [reports[0], news[0], news[1], reports[1], news[2], reports[2], reports[3]];
        return new Site(bureau, listed,
        [
            Answers.Html(bureau.Column + "index.html", ListPages.Ucap(bureau.Agency, listed)),
            .. truths.Zip(reports, (t, e) => Answers.Portal(bureau, e, Printing.SignedChanges(t), Markup.Editor)),
        ]);
    }
}
