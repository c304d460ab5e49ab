using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports published as PDF, printed by a browser or an office program.</summary>
static class PdfReports
{
    const string ZenHei = "WenQuanYi Zen Hei";
    const string NotoSans = "Noto Sans CJK SC";

    public static IEnumerable<Fixture> All() => [.. Turns(), .. Cells()];

    static IEnumerable<Fixture> Turns()
    {
        yield return Of("donghu-transport-2021", "no-repeated-head", "A4 portrait; table 3 runs over the page without a repeated head; the font maps common characters to Kangxi radicals.",
            ["table 3 over two pages", "Kangxi radicals"], new PrintStyle(NotoSans, PrintStyle.Portrait, ""));
        yield return Of("donghu-transport-2022", "repeated-head", "A4 portrait; the head of table 3 is repeated on the next page, with page numbers and a running head.",
            ["table 3 over two pages", "head repeated", "page numbers", "running head"],
            new PrintStyle(ZenHei, PrintStyle.Portrait + PrintStyle.PageNumbers + PrintStyle.RunningHead("东湖市交通运输局文件"), "td { padding: 4pt 3pt; }", true));
        yield return Of("donghu-transport-2020", "landscape", "A4 landscape on the 2019 form, page numbers at the foot.",
            ["landscape", "2019 form", "page numbers"], new PrintStyle(ZenHei, PrintStyle.Landscape + PrintStyle.PageNumbers, ""));
        yield return Of("qingping-education-2023", "mixed-editions", "A 2021 table 2 beside a 2019 table 3, as PDF; the row 8.属于行政查询事项 is cut by the page edge.",
            ["mixed editions", "rows cut by the page edge"], new PrintStyle(ZenHei, PrintStyle.Portrait, "td { line-height: 2.3; }",
                TableAttributes: " border=\"1\" cellspacing=\"0\" cellpadding=\"4\""), office: true);
        yield return Of("donghu-market-2022", "no-rulings", "No rulings at all: rows and columns are told apart by space, and rows are cut by the page edge.",
            ["no rulings", "rows cut by the page edge"], new PrintStyle(ZenHei, PrintStyle.Portrait, "td { line-height: 1.9; }"), office: true);
    }

    static IEnumerable<Fixture> Cells()
    {
        yield return Of("qingping-audit-2021", "upright-labels", "Group labels one character a line in narrow columns, hairline borders.",
            ["upright labels", "hairlines"], new PrintStyle(ZenHei, PrintStyle.Portrait + PrintStyle.PageNumbers, "td { border-width: 0.25pt; }"), Wording.Upright, Narrow);
        yield return Of("qingping-audit-2022", "shaded-heads", "Heads and titles stand on filled backgrounds.", ["filled backgrounds"],
            new PrintStyle(ZenHei, PrintStyle.Portrait, "td.head, td.title { background: #d9e2f3; } td.group { background: #f2f2f2; } td { border-color: #7f7f7f; }", true));
        yield return Of("donghu-city-2023", "wrapped-numbers", "Narrow columns in which long figures break into two lines.", ["wrapped numbers"],
            new PrintStyle(ZenHei, PrintStyle.Portrait, "table.c4 { width: 62mm; } td.value { word-break: break-all; padding: 2pt 1pt; }"), Wording.BrokenHeads, WideLabels);
        yield return Of("donghu-labour-2021", "row-total-wrong", "The row total that the publisher added up wrongly, as PDF, with upright writing for groups.", ["T3-ROW", "vertical writing"],
            new PrintStyle(ZenHei, PrintStyle.Portrait + PrintStyle.PageNumbers, "td.group { writing-mode: vertical-rl; }", true), null, Narrow);
        yield return Of("donghu-culture-2023", "no-inner-rulings", "Only the rows are ruled; columns are held apart by space alone.", ["horizontal rulings only"],
            new PrintStyle(ZenHei, PrintStyle.Portrait, "td { border-left: 0; border-right: 0; }", true));
    }

    /// <summary>Narrow columns for the groups of table 3.</summary>
    static ReportTables Narrow(ReportTables tables) =>
        tables with { Three = [.. tables.Three.Select(t => t with { Widths = [0.04, 0.05, 0.30, .. t.Widths.Skip(3).Select(_ => 0.61 / 7)] })] };

    /// <summary>Figures of table 2 in the narrowest of columns.</summary>
    static ReportTables WideLabels(ReportTables tables) =>
        tables with { Two = [.. tables.Two.Select(t => t with { Widths = [0.76, 0.08, 0.08, 0.08] })] };

    static Fixture Of(string name, string special, string what, string[] layout, PrintStyle style,
        Func<Cell, Cell>? wording = null, Func<ReportTables, ReportTables>? widths = null, bool office = false)
    {
        var truth = TruthFile.Read(name);
        var tables = OfficialTables.Of(truth).Changing(wording ?? (c => c));
        var document = style.Document(truth, widths is null ? tables : widths(tables));
        return new Fixture($"{name}-pdf-{special}", what, ["pdf", office ? "LibreOffice" : "Chromium", .. layout], truth, "pdf",
            cancel => office ? Converter.LibreOffice(document, cancel) : Converter.Chromium(document, cancel));
    }
}
