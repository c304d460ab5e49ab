using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports published as web pages; what is special about each stands in about.json.</summary>
static class HtmlReports
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static IEnumerable<Fixture> All() => [.. Pages(), .. Encodings(), .. Figures(), .. Shapes(), .. Mistakes(), .. Prose(), .. Real()];

    static IEnumerable<Fixture> Pages() =>
    [
        Of("donghu-finance-2020-clean-2019-form", t => Page.Clean(t, Body(t, Markup.Plain))),
        Of("donghu-finance-2021-clean", t => Page.Clean(t, Body(t, Markup.Plain))),
        Of("donghu-finance-2022-word-paste", t => Page.Portal(t, Body(t, WordPaste.Markup, x => x.Changing(Wording.BrokenHeads)))),
        Of("donghu-ecology-2021-layout-tables", t => Page.LayoutTables(t, Body(t, Markup.Editor))),
        Of("qingping-county-2022-upright-groups", t => Page.Portal(t, Body(t, Markup.Editor, x => x.Changing(Wording.Upright)))),
    ];

    static IEnumerable<Fixture> Encodings() =>
    [
        Of("donghu-ecology-2022-gbk", t => Page.Portal(t, Body(t, Markup.Editor), charset: "<meta charset=\"gbk\">"), encoding: gbk),
        Of("donghu-ecology-2023-wrong-charset", t => Page.LayoutTables(t, Body(t, Markup.Editor),
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">")),
        Of("qingping-county-2021-undeclared-charset", t => Page.Clean(t, Body(t, Markup.Plain), "")),
    ];

    static IEnumerable<Fixture> Figures() =>
    [
        Of("qingping-education-2021-blanks", t => Page.Portal(t, Body(t, Markup.Editor)), Printing.BlankZeros),
        Of("qingping-education-2022-marks", t => Page.Clean(t, Body(t, Markup.Plain)), Printing.Marks),
        Of("donghu-forestry-2022-late-2019-form",
            t => Page.Portal(t, Body(t, Markup.Editor, x => UnevenHeads(t, x))), Printing.SignedChanges),
        Of("donghu-police-2022-annotated", t => Page.Portal(t, Body(t, Markup.Editor)), Annotated),
        Of("donghu-labour-2023-full-width", t => Page.Clean(t, Body(t, Markup.Editor)), Printing.FullWidth),
        Of("donghu-construction-2022-dense", t => Page.Portal(t, Body(t, WordPaste.Markup)), Printing.Thousands),
        Of("donghu-city-2024-marks-and-thousands", t => Page.Clean(t, Body(t, Markup.Editor)), t => Printing.Marks(Printing.Thousands(t))),
    ];

    static IEnumerable<Fixture> Shapes() =>
    [
        Of("qingping-education-2023-mixed-editions", t => Page.Portal(t, Body(t, WordPaste.Markup))),
        Of("qingping-county-2019-table-3-in-two", t => Page.Portal(t, Body(t, Markup.Editor, CutBeforeNotHeld))),
        Of("donghu-market-2022-small-tables", t => Page.LayoutTables(t, Body(t, Markup.Plain, x => SmallTables(t, x)), Page.Utf8)),
        Of("donghu-market-2023-odd-labels", t => Page.Portal(t, Body(t, Markup.Editor, OddLabels))),
    ];

    static IEnumerable<Fixture> Mistakes() =>
    [
        Of("qingping-county-2020-results-do-not-add-up",
            t => Page.Clean(t, Body(t, WordPaste.Markup, x => UnevenHeads(t, x))), Printing.SignedChanges),
        Of("donghu-labour-2021-row-total-wrong", t => Page.Portal(t, Body(t, Markup.Editor))),
        Of("donghu-labour-2022-suit-total-wrong", t => Page.Portal(t, Body(t, WordPaste.Markup, x => x.Changing(Wording.HalfWidth)))),
    ];

    static IEnumerable<Fixture> Prose() =>
    [
        Of("donghu-finance-2023-counted-prose", t => Page.Clean(t, Body(t, Markup.Plain))),
        Of("donghu-waterworks-2024-varied-prose", t => Page.Portal(t, Body(t, Markup.Editor))),
    ];

    // Figures that really were published, right and wrong, for the checks within a report and from year to year.
    static IEnumerable<Fixture> Real() =>
    [
        Of("hongze-district-2023-suit-totals-zero", t => Page.Portal(t, Body(t, WordPaste.Markup))),
        Of("pingtan-zone-2020-results-do-not-add-up", t => Page.Portal(t, Body(t, WordPaste.Markup, x => UnevenHeads(t, x))), Printing.SignedChanges),
        .. new[] { "pingtan-zone-2022-stock-holds", "pingtan-zone-2023-stock-breaks", "pingtan-zone-2024-stock-breaks", "pingtan-zone-2025-stock-breaks" }
            .Select(folder => Of(folder, t => Page.Portal(t, Body(t, Markup.Editor)))),
        .. new[] { "suqian-city-2023-holds", "suqian-city-2024-holds", "suqian-city-2025-partial" }.Select(folder => Of(folder, t => Page.Clean(t, Body(t, Markup.Plain)))),
    ];

    static Truth Annotated(Truth truth) => Printing.Remark(Printing.Remark(Printing.Thousands(truth),
        "normative_documents.in_force", "（其中修订3件）"), "normative_documents.issued", "\n（含修订1件）");

    static ReportTables UnevenHeads(Truth truth, ReportTables tables) =>
        tables with { Two = [OfficialTables.DisclosureWithUnevenHeads(truth)] };

    static ReportTables CutBeforeNotHeld(ReportTables tables)
    {
        var at = Pieces.RowOf(tables.Three[0], "requests.unavailable.not_held");
        return tables with { Three = Pieces.Cut(tables.Three[0], at, repeatHead: true, repeatGroups: true) };
    }

    static ReportTables SmallTables(Truth truth, ReportTables tables) =>
        tables with { Two = Pieces.Blocks(tables.Two[0]), Four = OfficialTables.SuitsApart(truth) };

    static ReportTables OddLabels(ReportTables tables) => (tables with
    {
        Three = [Pieces.TrailingColumn(tables.Three[0])],
        Four = [OfficialTables.WithEmptyHeads(tables.Four[0])],
    }).Changing(Wording.OtherCharacter).Changing(Wording.Spaced).Changing(Wording.Typo("科研机构", "科研企业"));

    static string Body(Truth truth, Markup markup, Func<ReportTables, ReportTables>? change = null)
    {
        var tables = OfficialTables.Of(truth);
        return Article.Of(truth, change is null ? tables : change(tables), markup);
    }

    static Fixture Of(string folder, Func<Truth, string> page, Func<Truth, Truth>? printing = null, Encoding? encoding = null)
    {
        var truth = Fixture.TruthOf(folder);
        var printed = printing is null ? truth : printing(truth);
        return new Fixture(folder, printed, "html", _ => Task.FromResult((encoding ?? Encoding.UTF8).GetBytes(page(printed))));
    }
}
