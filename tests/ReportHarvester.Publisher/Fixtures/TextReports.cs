using System.Text;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Text;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports copied out of a PDF as text with tabs.</summary>
static class TextReports
{
    public static IEnumerable<Fixture> All() =>
    [
        Of("qingping-water-2021-tabs-surplus-figure", Wording.HalfWidth, new("requests.not_processed.publication", [10, 11], "\n")
        {
            Unindented = "requests.not_processed.duplicate",
            Surplus = ("requests.other.misc", 3, "7"),
        }),
        Of("qingping-water-2022-tabs-page-number", c => c, new("requests.denied.enforcement_file", [11, 11], "\n- 4 -\n\n")),
        Of("donghu-construction-2022-tabs-dense", c => c, new("requests.not_processed.petition", [10, 11], "\n")),
    ];

    static Fixture Of(string folder, Func<Cell, Cell> wording, TabText text)
    {
        var truth = Fixture.TruthOf(folder);
        return new Fixture(folder, truth, "txt",
            _ => Task.FromResult(Encoding.UTF8.GetBytes(text.Of(truth, OfficialTables.Of(truth).Changing(wording)))));
    }
}
