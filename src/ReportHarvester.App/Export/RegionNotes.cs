using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>What whoever opens a region's workbook has to know first, in both languages.</summary>
static class RegionNotes
{
    public static IEnumerable<object?[]> Rows(ComplianceQuestion question, DateTimeOffset now, IReadOnlyList<string> readers)
    {
        yield return [$"报告年度{question.Year}，地区 {question.Region ?? "全部"}，截至 {BeijingTime.Minute(now)}（时间均为北京时间），读取程序 {string.Join("、", readers)}。", $"Reports on {question.Year}, region {question.Region ?? "all"}, as known at {now:u} (times in the sheets are those of Beijing), read by {string.Join(", ", readers)}."];
        yield return ["应报告的机关以登记库为准，名称和地区是该年年末的；没有登记的机关只出现在“问题”和“排名”中。", "Who owes a report is told by the registry, with names and regions as at the end of the year; agencies that are in none stand among problems and ranks only."];
        yield return ["公布率 = 已公布（按时、逾期、时间不明、无法读取）/ 可断定；未能断定的、无法访问的、尚未查看的、未到期限的、期限前撤并的不计。", "Share published = published (on time, late, undated, unreadable) / known; what is in doubt, unreachable, not looked at or awaited, and agencies that ceased before, are left out."];
        yield return ["“未公布”指期限之后读过公布栏目而其中没有；“未能断定”指期限之后读过栏目，而栏目未能读全、有标题无法辨认，所列报告未能取得，或其中的报告署名与登记名称不符（见“不符的署名”，不参加排名）；“无法访问”指期限之后未能读到栏目；“尚未查看”不等于未公布。", "Missing: the list was read after the deadline and the report is not in it. In doubt: it was read, but not whole, or holds a title that nobody knows or a report that could not be had, or the report there prints a name that nobody is known to bear (it has no rank). Unreachable: it could not be read since. Not looked is none of these."];
        yield return ["问题列错误和警告；已排除、已说明的不列。责任 publisher 为发布方，unknown 为未定（请核对），reading 为读取所致，不是发布方的问题。", "Problems: errors and warnings, without those that a person dismissed or explained. Fault unknown asks for a look; fault reading is ours."];
        yield return ["比率 = 分子 / 分母；分母为零或少于规定数、所用数字被错误指及的不计，原因见“无数原因”。汇总（aggregate）与本机关（own）分别排名，数大者在前，并列者同名次。", "Rates come with numerator and denominator; none on a zero base or under the guard, none of a figure that an error names. Regions' reports and single organs' are ranked apart, the greatest first."];
        yield return ["以 = + - @ 开头的文字按文字保存，不是公式。", "Text that starts with = + - @ is text and no formula."];
    }
}
