using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>What whoever opens the panel has to know first, in both languages.</summary>
static class PanelNotes
{
    public const string Title = "政府信息公开工作年度报告面板数据";
    public const string English = "Panel of annual reports on government information disclosure in China";

    public static IReadOnlyList<(string Chinese, string English)> Of(Release release, IReadOnlyList<PanelReport> reports)
    {
        var there = reports.Where(report => report.Reading is not null).ToList();
        var years = there.Count == 0 ? "" : $"{there.Min(report => report.Year)}-{there.Max(report => report.Year)}";
        var readers = ReaderVersions.In(there.Select(report => report.Reader));
        return
        [
            ($"版本 {release.Version}，数据截至 {release.Day:yyyy-MM-dd}（北京时间），读取程序 {string.Join("、", readers)}。", $"Release {release.Version}, of what was read and decided until {release.Day:yyyy-MM-dd} in China, read by {string.Join(", ", readers)}."),
            ($"报告{there.Count}份，年度 {years}；应报告而未见的{reports.Count - there.Count}份，列于 reports，状态 no_report。", $"{there.Count} reports on {years}; {reports.Count - there.Count} that were owed and are not in the archive stand in reports as no_report."),
            ("数值除经更正的外如原表所印，未换算、未补零；空为缺，原因见 figures 的 state 与 measures 的 missing。", "Values are as printed but for corrected ones, not scaled and never filled with zeros; empty is missing, and the columns state and missing say why."),
            ("宽表只列所印单位与 codebook 相同的数，未印单位的视为相同；单位不同或表样未定单位的只列于 figures。", "The wide panel has only what is printed in the unit of the codebook, or without one; what is printed in another, or where the form leaves the unit open, stands in figures only."),
            ("corrected 为 true 的数经人工更正，与原表所印不同，raw 仍为所印。", "Where corrected is true a person put the value right; raw is still what is printed."),
            ("scope 为 aggregate 的是全区域汇总，不可与各机关自身的报告（own）相加或并列排名。", "Reports of scope aggregate add up a whole region: neither add nor rank them with those of single organs."),
            ("may_be_anothers 为 true 的报告所印名称未登记，或属他机关：除查证外不用，勿与他者并列、排名、求中位数。", "Where may_be_anothers is true the report prints a name that is not registered and may be another agency's: keep it out of ranks, medians and sums until that is known."),
            ("表样在2019年和2021年改过，2018年以前为统计表；跨版比较用 measures 中的系列，断点见编码手册。", "The form changed in 2019 and 2021, and was a list of statistics before: compare over editions by the series in measures; the codebook tells the breaks."),
            ("不含报告文字、人名、电话和邮箱；CSV 中以 = + - @ 开头的文字前加了撇号，load.py 和 load.R 读入时去掉。", "No prose, names of people, telephone numbers or mail addresses; text that starts with = + - @ has an apostrophe before it in CSV, which load.py and load.R take away."),
            ("比率的基数少于规定数或为零的不计；指向有错误之数的不计。", "There is no rate on a zero base or one under the guard, and none made of a figure that an error names."),
        ];
    }

    public static IEnumerable<object?[]> Rows(Release release, IReadOnlyList<PanelReport> reports) =>
        Of(release, reports).Select(note => new object?[] { note.Chinese, note.English });
}
