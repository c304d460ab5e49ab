using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports published as attachments of office programs.</summary>
static class OfficeReports
{
    public static IEnumerable<Fixture> All() =>
    [
        Of("donghu-labour-2022-docx-counted-numbers", "docx", new() { ["wordNumbers"] = "generated", ["wordMerge"] = "repeated", ["wordExtra"] = "boxed" }, WordReport.Of),
        Of("donghu-transport-2022-docx-revisions", "docx", new() { ["wordExtra"] = "deleted", ["zeros"] = "blank" }, WordReport.Of),
        Of("qingping-water-2022-xlsx-hidden-row", "xlsx", new() { ["sheetExtra"] = "hidden-row", ["thousands"] = "comma" }, Workbook.Of),
        Of("donghu-culture-2022-zip-chinese-names", "zip", [], Archive.Of),
        Saved("donghu-construction-2022-doc-dense", "docx", "doc:MS Word 97", WordReport.Of),
        Saved("qingping-audit-2022-xls", "xlsx", "xls:MS Excel 97", Workbook.Of),
    ];

    static Fixture Of(string folder, string extension, Dictionary<string, string> traits, Func<Printout, byte[]> print)
    {
        var printout = Printout.Of(Fixture.TruthOf(folder), new Layout(1, traits));
        return new Fixture(folder, printout.Truth, extension, _ => Task.FromResult(print(printout)));
    }

    static Fixture Saved(string folder, string extension, string target, Func<Printout, byte[]> print)
    {
        var printout = Printout.Of(Fixture.TruthOf(folder), Layout.Plain(1));
        return new Fixture(folder, printout.Truth, target.Split(':')[0], async cancel => (await Office.Convert([print(printout)], extension, target, cancel))[0]);
    }
}
