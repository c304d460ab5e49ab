using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports as PDF whose rulings and page numbers are drawn one by one.</summary>
static class DrawnReports
{
    public static IEnumerable<Fixture> All()
    {
        yield return Of("donghu-culture-2021", "number-inside-table", "Rulings as stroked lines; where table 3 goes on over the page its frame runs down around the bare page number.",
            ["stroked lines", "page number inside the table"], new DrawnStyle(Ruling.Lines, NumberInsideTable: true, RepeatsHeads: false, Padding: 5));
        yield return Of("donghu-culture-2022", "thin-rectangles", "Rulings as thin filled rectangles, each cell with its own frame; the head of table 3 is repeated.",
            ["thin rectangles", "head repeated", "page numbers"], new DrawnStyle(Ruling.ThinRectangles, NumberInsideTable: false, RepeatsHeads: true, Padding: 5));
        yield return Of("donghu-labour-2022", "suit-total-wrong", "The total of reconsideration cases printed as 0; rulings as stroked lines, upright group labels.",
            ["T4-SUM", "stroked lines", "upright labels"], new DrawnStyle(Ruling.Lines, NumberInsideTable: false, RepeatsHeads: false), Wording.Upright);
    }

    static Fixture Of(string name, string special, string what, string[] layout, DrawnStyle style, Func<Cell, Cell>? wording = null)
    {
        var truth = TruthFile.Read(name);
        var tables = OfficialTables.Of(truth).Changing(wording ?? (c => c));
        return new Fixture($"{name}-pdf-{special}", what, ["pdf", "drawn", .. layout], truth, "pdf",
            _ => Task.FromResult(DrawnReport.Of(truth, tables, style)));
    }
}
