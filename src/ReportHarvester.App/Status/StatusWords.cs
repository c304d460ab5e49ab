using ReportHarvester.App.Pages;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A wording in both languages.</summary>
readonly record struct Wording(string Chinese, string English)
{
    public string In(PageRequest request) => request.In(Chinese, English);

    public override string ToString() => $"{Chinese} {English}";
}

/// <summary>What a status says, in the words of the page and the terminal.</summary>
static class StatusWords
{
    /// <summary>The counts that are shown of a run.</summary>
    public static readonly IReadOnlyList<(string What, string Chinese, string English)> Counts =
    [
        (Counted.LinksNew, "新链接", "new links"), (Counted.ReportsNew, "新报告", "new reports"), (Counted.ReportsNewVersion, "新版本", "new versions"),
        (Counted.NotModified, "未变", "unchanged"), (Counted.Refused, "拒收", "refused"), (Counted.SourcesWithoutList, "未达", "not reached"),
    ];

    public static Wording State(RunState state) => state switch
    {
        RunState.Running => new("进行中", "running"), RunState.Done => new("完成", "done"), RunState.Stopped => new("已停止", "stopped"),
        RunState.Failed => new("失败", "failed"), _ => new("中断", "cut off"),
    };

    /// <summary>What is off with a source.</summary>
    public static IEnumerable<Wording> Of(SourceStanding source)
    {
        if (source.Shut) yield return new("计划的采集都不在其允许时段内", "no run of the schedule begins within its window");
        if (source.Failed) yield return new("程序出错", "the program failed at it");
        if (source.Asleep) yield return new("主机暂停访问", "its host is left alone");
        else if (source.Unreached) yield return new("栏目无法访问", "column not reached");
        if (source.Reports == 0) yield return new("栏目没有列出报告", "its column lists no report");
        if (source.Refused) yield return new($"列出的 {source.Reports} 份报告都未能取得", $"none of the {source.Reports} reports that it lists could be had");
        else if (source.NotHad > 0) yield return new($"列出的 {source.Reports} 份报告有 {source.NotHad} 份未能取得", $"{source.NotHad} of the {source.Reports} reports that it lists could not be had");
        if (source.ManyGone) yield return new("半数以上报告同时消失，未作认定", "more than half of its reports are gone at once; nothing is concluded from it");
        if (source.LongPutOff) yield return new($"已 {SourceStanding.DaysToTellPutOff} 天以上未能采完", $"no run has come through with it for {SourceStanding.DaysToTellPutOff} days or more");
        if (source.Troubled) yield return new("栏目未能全部读出", "its column could not be read whole");
        if (source.Unexpected) yield return new($"列出 {source.Reports} 份，应为 {source.Expect?.Min}–{source.Expect?.Max} 份", $"{source.Reports} reports listed, {source.Expect?.Min}–{source.Expect?.Max} expected");
        if (source is { Missing: { } doubtful, Stranger: { } stranger }) yield return new($"{doubtful} 年度报告署名“{stranger}”，是否其报告未能断定", $"whether the report on {doubtful} under the name {stranger} is its own is in doubt");
        else if (source.Missing is { } year) yield return new($"应有而未见 {year} 年度报告", $"the report on {year} is due and was not found");
    }

    public static string Took(RunEntry run) => run.Ended is not { } end ? "" : (end - run.Started) is { TotalHours: var hours } span ? $"{(int)hours}:{span:mm\\:ss}" : "";

    public static string Size(long bytes) => bytes >= 1L << 30 ? $"{bytes / (double)(1L << 30):0.0} GiB" : $"{bytes / (double)(1L << 20):0.0} MiB";
}
