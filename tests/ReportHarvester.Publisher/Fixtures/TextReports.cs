using System.Text;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Text;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports copied out of a PDF as text with tabs.</summary>
static class TextReports
{
    public static IEnumerable<Fixture> All()
    {
        var truth = TruthFile.Read("qingping-water-2021");
        var layout = new TabText("requests.not_processed.publication", [10, 11], "\n")
        {
            Unindented = "requests.not_processed.duplicate",
            Surplus = ("requests.other.misc", 3, "7"),
        };
        yield return Of("qingping-water-2021-tabs-surplus-figure",
            "Text with tabs: table 3 cut by a page turn, rows shifted by a column, and eight figures in the row 3.其他 (9 4 2 7 3 5 1 24): the fourth, 7, is surplus, since the other six add up to 24.",
            ["page turn in table 3", "head repeated", "shifted rows", "surplus figure"], truth, layout, Wording.HalfWidth);
        truth = TruthFile.Read("qingping-water-2022");
        layout = new TabText("requests.denied.enforcement_file", [11, 11], "\n- 4 -\n\n");
        yield return Of("qingping-water-2022-tabs-page-number",
            "Text with tabs: the page turn falls into the reasons for refusal, with the page number and the repeated head between the pieces.",
            ["page turn in table 3", "head repeated", "page number between"], truth, layout, c => c);
    }

    static Fixture Of(string folder, string what, string[] layout, Truth truth, TabText text, Func<Cell, Cell> wording) =>
        new(folder, what, ["text", .. layout], truth, "txt",
            _ => Task.FromResult(Encoding.UTF8.GetBytes(text.Of(truth, OfficialTables.Of(truth).Changing(wording)))));
}
