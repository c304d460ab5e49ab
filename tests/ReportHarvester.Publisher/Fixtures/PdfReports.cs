using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports published as PDF: printed by a browser or an office program, or drawn.</summary>
static class PdfReports
{
    const string Shaded = "td.head, td.title { background: #d9e2f3; } td.group { background: #f2f2f2; } td { border-color: #7f7f7f; }";
    const string NarrowFigures = "table.c4 { width: 62mm; } td.value { word-break: break-all; padding: 2pt 1pt; }";

    static readonly PrintStyle zenHei = new("WenQuanYi Zen Hei", PrintStyle.Portrait, "");
    static readonly PrintStyle numbered = zenHei with { Page = PrintStyle.Portrait + PrintStyle.PageNumbers };

    public static IEnumerable<Fixture> All() => [.. Turns(), .. Cells(), .. Office(), .. Drawn()];

    static IEnumerable<Fixture> Turns() =>
    [
        Of("donghu-transport-2021-pdf-no-repeated-head", zenHei with { Font = "Noto Sans CJK SC" }),
        Of("donghu-transport-2022-pdf-repeated-head", numbered with
        {
            Page = numbered.Page + PrintStyle.RunningHead("东湖市交通运输局文件"),
            Rules = "td { padding: 4pt 3pt; }",
            RepeatsHeads = true,
        }),
        Of("donghu-transport-2020-pdf-landscape", zenHei with { Page = PrintStyle.Landscape + PrintStyle.PageNumbers }),
        Of("donghu-finance-2023-pdf-counted-prose", numbered with { Page = PrintStyle.Landscape + PrintStyle.PageNumbers, Rules = "p { font-size: 20pt; }" }),
        Of("donghu-construction-2022-pdf-dense",
            numbered with { Rules = "td { padding: 4pt 3pt; }" }, t => Narrow(t.Changing(Wording.Upright))),
    ];

    static IEnumerable<Fixture> Cells() =>
    [
        Of("qingping-audit-2021-pdf-upright-labels",
            numbered with { Rules = "td { border-width: 0.25pt; }" }, t => Narrow(t.Changing(Wording.Upright))),
        Of("qingping-audit-2022-pdf-shaded-heads", zenHei with { Rules = Shaded, RepeatsHeads = true }),
        Of("qingping-audit-2023-pdf-blanks", numbered with { RepeatsHeads = true }, printing: Printing.BlankZeros),
        Of("donghu-city-2023-pdf-wrapped-numbers", zenHei with { Rules = NarrowFigures }, t => WideLabels(t.Changing(Wording.BrokenHeads))),
        Of("donghu-labour-2021-pdf-row-total-wrong",
            numbered with { Rules = "td.group { writing-mode: vertical-rl; }", RepeatsHeads = true }, Narrow),
        Of("donghu-culture-2023-pdf-no-inner-rulings",
            zenHei with { Rules = "td { border-left: 0; border-right: 0; }", RepeatsHeads = true }),
    ];

    static IEnumerable<Fixture> Office() =>
    [
        Of("qingping-education-2023-pdf-mixed-editions", zenHei with
        {
            Rules = "td { line-height: 2.3; }",
            TableAttributes = " border=\"1\" cellspacing=\"0\" cellpadding=\"4\"",
        }, print: Converter.LibreOffice),
        Of("donghu-market-2022-pdf-no-rulings", zenHei with { Rules = "td { line-height: 1.9; }" }, print: Converter.LibreOffice),
    ];

    static IEnumerable<Fixture> Drawn() =>
    [
        Of("donghu-culture-2021-pdf-number-inside-table",
            new DrawnStyle { Table = new(RepeatedHead.None, NumberInside: true, Padding: 5) }),
        Of("donghu-culture-2022-pdf-thin-rectangles",
            new DrawnStyle { Rulings = new(Ruling.ThinRectangles), Table = new(Padding: 5) }),
        Of("donghu-labour-2022-pdf-suit-total-wrong",
            new DrawnStyle { Table = new(RepeatedHead.None) }, Wording.Upright),
    ];

    /// <summary>Narrow columns for the groups of table 3.</summary>
    static ReportTables Narrow(ReportTables tables) =>
        tables with { Three = [.. tables.Three.Select(t => t with { Widths = [0.04, 0.05, 0.30, .. Enumerable.Repeat(0.61 / 7, 7)] })] };

    /// <summary>Figures of table 2 in the narrowest of columns.</summary>
    static ReportTables WideLabels(ReportTables tables) =>
        tables with { Two = [.. tables.Two.Select(t => t with { Widths = [0.76, 0.08, 0.08, 0.08] })] };

    static Fixture Of(string folder, PrintStyle style, Func<ReportTables, ReportTables>? change = null,
        Func<Truth, Truth>? printing = null, Func<string, CancellationToken, Task<byte[]>>? print = null)
    {
        var truth = Fixture.TruthOf(folder);
        truth = printing is null ? truth : printing(truth);
        var tables = OfficialTables.Of(truth);
        var document = style.Document(truth, change is null ? tables : change(tables));
        return new Fixture(folder, truth, "pdf", cancel => (print ?? Converter.Chromium)(document, cancel));
    }

    static Fixture Of(string folder, DrawnStyle style, Func<Cell, Cell>? wording = null)
    {
        var truth = Fixture.TruthOf(folder);
        var tables = OfficialTables.Of(truth).Changing(wording ?? (c => c));
        return new Fixture(folder, truth, "pdf", _ => Task.FromResult(DrawnReport.Of(truth, tables, style)));
    }
}
