using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;
using Cuts = ReportHarvester.Publisher.Tables.Pieces;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports published as web pages.</summary>
static class HtmlReports
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static IEnumerable<Fixture> All() => [.. Pages(), .. Encodings(), .. Figures(), .. Pieces(), .. Words(), .. Mistakes()];

    static IEnumerable<Fixture> Pages()
    {
        var truth = Read("donghu-finance-2020");
        yield return Of("donghu-finance-2020-clean-2019-form", "A clean page with the 2019 form; the same bureau prints the 2021 form a year later.",
            ["clean", "2019 form"], truth, Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain)));
        truth = Read("donghu-finance-2021");
        yield return Of("donghu-finance-2021-clean", "A clean page with the 2021 form.",
            ["clean"], truth, Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain)));
        truth = Read("donghu-finance-2022");
        var tables = OfficialTables.Of(truth).Changing(Wording.BrokenHeads);
        yield return Of("donghu-finance-2022-word-paste", "Pasted from a word processor: mso styles, empty spans, o:p blanks, heads in two paragraphs, some labels as bare text.",
            ["portal", "Word paste", "broken heads"], truth, Page.Portal(truth, Article.Of(truth, tables, WordPaste.Markup)));
        truth = Read("donghu-ecology-2021");
        yield return Of("donghu-ecology-2021-layout-tables", "The whole article stands in nested layout tables, behind a metadata table and related news of other years.",
            ["nested layout tables", "metadata table", "breadcrumb", "related news", "footer"], truth,
            Page.LayoutTables(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
        truth = Read("qingping-county-2022");
        yield return Of("qingping-county-2022-upright-groups", "Group labels of table 3 with a line break behind every character.",
            ["portal", "upright group labels by br"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth).Changing(Wording.Upright), Markup.Editor)));
    }

    static IEnumerable<Fixture> Encodings()
    {
        var truth = Read("donghu-ecology-2022");
        var article = Article.Of(truth, OfficialTables.Of(truth), Markup.Editor);
        yield return Of("donghu-ecology-2022-gbk", "GBK bytes, declared as gbk by a meta tag.", ["portal", "GBK"], truth,
            Page.Portal(truth, article, charset: "<meta charset=\"gbk\">"), gbk);
        truth = Read("donghu-ecology-2023");
        article = Article.Of(truth, OfficialTables.Of(truth), Markup.Editor);
        yield return Of("donghu-ecology-2023-wrong-charset", "UTF-8 bytes under a meta tag that says gb2312.", ["layout tables", "wrong charset declared"], truth,
            Page.LayoutTables(truth, article, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">"));
        truth = Read("qingping-county-2021");
        article = Article.Of(truth, OfficialTables.Of(truth), Markup.Plain);
        yield return Of("qingping-county-2021-undeclared-charset", "UTF-8 bytes that no tag declares.", ["clean", "no charset declared"], truth,
            Page.Clean(truth, article, ""));
    }

    static IEnumerable<Fixture> Figures()
    {
        var truth = Printing.BlankZeros(Read("qingping-education-2021"));
        yield return Of("qingping-education-2021-blanks", "Blanks instead of zeros in table 3, and no totals in the rows of results.", ["blanks", "row totals blank"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
        truth = Printing.Marks(Read("qingping-education-2022"));
        yield return Of("qingping-education-2022-marks", "Marks instead of zeros: a slash in table 3, a dash in table 4, 无 for rules.", ["marks"], truth,
            Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain)));
        truth = Printing.SignedChanges(Read("donghu-forestry-2022"));
        var tables = OfficialTables.Of(truth) with { Two = [OfficialTables.DisclosureWithUnevenHeads(truth)] };
        yield return Of("donghu-forestry-2022-late-2019-form", "A report for 2022 still on the 2019 form: uneven colspans of heads and figures, 减2, +14, an amount with its unit.",
            ["2019 form in 2022", "uneven colspans", "signed changes", "unit in a cell"], truth, Page.Portal(truth, Article.Of(truth, tables, Markup.Editor)));
        truth = Printing.SignedChanges(Read("qingping-county-2020"));
        tables = OfficialTables.Of(truth) with { Two = [OfficialTables.DisclosureWithUnevenHeads(truth)] };
        yield return Of("qingping-county-2020-results-do-not-add-up", "2019 form, uneven colspans in a Word paste; the results of the natural persons add up to 26 where 20 are printed; procurement left blank.",
            ["2019 form", "uneven colspans", "Word paste", "blanks", "column sum wrong"], truth, Page.Clean(truth, Article.Of(truth, tables, WordPaste.Markup)));
        truth = Printing.Remark(Printing.Remark(Printing.Thousands(Read("donghu-police-2022")),
            "normative_documents.in_force", "（其中修订3件）"), "normative_documents.issued", "\n（含修订1件）");
        yield return Of("donghu-police-2022-annotated", "Thousands separators, and figures with a remark in the same cell, once on a second line.",
            ["thousands separators", "annotated cells"], truth, Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
        truth = Printing.FullWidth(Read("donghu-labour-2023"));
        yield return Of("donghu-labour-2023-full-width", "Full-width digits in table 2 and in the row of new requests, decimals in the fees.", ["full-width digits", "decimals"], truth,
            Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
    }

    static IEnumerable<Fixture> Pieces()
    {
        var truth = Read("qingping-education-2023");
        yield return Of("qingping-education-2023-mixed-editions", "A 2021 table 2 beside a 2019 table 3 with a single row for other handling.", ["mixed editions", "Word paste"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), WordPaste.Markup)));
        truth = Read("qingping-county-2019");
        var whole = OfficialTables.Requests(truth);
        var cut = Cuts.Cut(whole, Cuts.RowOf(whole, "requests.unavailable.not_held"), true, true);
        yield return Of("qingping-county-2019-table-3-in-two", "Table 3 in two tables; the second repeats the head and the label of the group.", ["2019 form", "table 3 in two"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth) with { Three = cut }, Markup.Editor)));
        truth = Read("donghu-market-2022");
        var tables = new ReportTables(Cuts.Blocks(OfficialTables.Disclosure(truth)), [OfficialTables.Requests(truth)], OfficialTables.SuitsApart(truth));
        yield return Of("donghu-market-2022-small-tables", "Table 2 in four tables and table 4 in three.", ["table 2 in four", "table 4 in three"], truth,
            Page.LayoutTables(truth, Article.Of(truth, tables, Markup.Plain), Page.Utf8));
    }

    static IEnumerable<Fixture> Words()
    {
        var truth = Read("donghu-market-2023");
        var tables = OfficialTables.Of(truth);
        tables = tables with
        {
            Three = [Cuts.TrailingColumn(tables.Three[0])],
            Four = [OfficialTables.WithEmptyHeads(tables.Four[0])],
        };
        yield return Of("donghu-market-2023-odd-labels", "其它 for 其他, spaces inside labels, a typing error (科研企业), an empty column at the edge, empty cells in the head of table 4.",
            ["其它", "spaced labels", "typo", "trailing column", "empty head cells"], truth,
            Page.Portal(truth, Article.Of(truth, tables.Changing(Wording.OtherCharacter).Changing(Wording.Spaced).Changing(Wording.Typo("科研机构", "科研企业")), Markup.Editor)));
    }

    static IEnumerable<Fixture> Mistakes()
    {
        var truth = Read("donghu-labour-2021");
        yield return Of("donghu-labour-2021-row-total-wrong", "The publisher added up one row of table 3 wrongly.", ["T3-ROW"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
        truth = Read("donghu-labour-2022");
        yield return Of("donghu-labour-2022-suit-total-wrong", "The publisher printed 0 as the total of reconsideration cases.", ["T4-SUM", "half-width labels"], truth,
            Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth).Changing(Wording.HalfWidth), WordPaste.Markup)));
    }

    static Truth Read(string name) => TruthFile.Read(name);

    static Fixture Of(string folder, string what, string[] layout, Truth truth, string page, Encoding? encoding = null) =>
        new(folder, what, ["html", .. layout], truth, "html", _ => Task.FromResult((encoding ?? Encoding.UTF8).GetBytes(page)));
}
