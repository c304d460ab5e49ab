using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What of a status an operator has to be told without looking.</summary>
static class AlertRules
{
    static readonly string[] OfSources = ["missing", "unexpected", "empty", "refused", "partial", "list", "gone", "put_off", "unreached", "fault", "window", "asleep"];

    // So many runs in a row may leave documents to be read again; the first after a new version of the reader always do.
    const int RunsToTellReread = 7;

    public static IReadOnlyList<AlertCondition> Of(OperationStatus status, Settings settings) => status.SourceListTrouble is { } trouble
        ? [.. Machine(status, settings), new("sources", "list", trouble, $"来源清单有误，无法采集。The list of sources cannot be used: {trouble}"), .. AsBefore(status)]
        : [.. Machine(status, settings), .. status.SourcesOff.SelectMany(Source), .. status.HostsAsleep.Select(Asleep)];

    // Of sources nothing is known then, and least of all that something is over.
    static IEnumerable<AlertCondition> AsBefore(OperationStatus status) =>
        status.Alerts.Where(alert => OfSources.Contains(alert.Kind)).Select(alert => new AlertCondition(alert.Kind, alert.Subject, alert.State, alert.Message));

    static IEnumerable<AlertCondition> Machine(OperationStatus status, Settings settings)
    {
        if (status.DiskFreeBytes < settings.DiskFloor)
            yield return new("disk", "data", "low", $"磁盘剩余不足 {settings.DiskFloorMiB} MiB。Less than {settings.DiskFloorMiB} MiB are free on the disk of the data folder.");
        if (status.OverdueSince is { } due)
            yield return new("overdue", "schedule", $"{due:O}", $"应于 {BeijingTime.Minute(due)} 进行的采集尚未完成。The run that was due at {BeijingTime.Minute(due)} (Beijing) has not come through.");
        var ended = status.Runs.Where(run => run is { Due: not null, State: not RunState.Running }).ToList();
        if (ended.FirstOrDefault() is { State: RunState.CutOff, Due: { } night } && ended.TakeWhile(run => run.State == RunState.CutOff && run.Due == night).Count() >= NextRun.Tries)
            yield return new("failed", "run", $"{night:O}", $"应于 {BeijingTime.Minute(night)} 进行的采集 {NextRun.Tries} 次均被中断（断电或内存不足？）。The run that was due at {BeijingTime.Minute(night)} (Beijing) was cut off {NextRun.Tries} times: no power, or no memory?");
        if (ended.FirstOrDefault() is { State: RunState.Failed } failed)
            yield return new("failed", "run", failed.Failure!, $"第 {failed.Id} 次运行失败：{failed.Failure} Run {failed.Id} failed.");
        foreach (var late in Reread(ended)) yield return late;
    }

    static IEnumerable<AlertCondition> Reread(List<RunEntry> ended)
    {
        var left = ended.Take(RunsToTellReread).Select(run => run.Counts.GetValueOrDefault(Counted.RereadLeft)).ToList();
        if (left.Count == RunsToTellReread && left.TrueForAll(documents => documents > 0))
            yield return new("reread", "reader", "late", $"连续 {RunsToTellReread} 次采集都未及重读旧版本读过的文件（夜间时间不够？），还有 {left[0]} 份；可用 reparse 重读。"
                + $"{RunsToTellReread} runs in a row left documents unread that only an older version has read: the nights are too short? {left[0]} are left; reparse reads them.");
    }

    static IEnumerable<AlertCondition> Source(SourceStanding source)
    {
        if (source is { Missing: { } doubtful, Stranger: { } stranger })
            yield return new("missing", source.Key, $"{doubtful} {stranger}", $"{source.Agency}（{source.Key}）：{doubtful} 年度报告署名“{stranger}”，与登记名称不符，未能断定是否其报告。"
                + $"Whether the report on {doubtful} that is there is its own is in doubt: it prints a name that nobody is known to bear.");
        else if (source.Missing is { } year)
            yield return new("missing", source.Key, $"{year}", $"{source.Agency}（{source.Key}）：应有而未见 {year} 年度报告。The report on {year} is due and was not found.");
        if (source.Unexpected)
            yield return new("unexpected", source.Key, $"{source.Reports}", $"{source.Agency}（{source.Key}）：列出 {source.Reports} 份，应为 {source.Expect?.Min}–{source.Expect?.Max} 份。"
                + $"Lists {source.Reports} reports, expected are {source.Expect?.Min} to {source.Expect?.Max}.");
        if (source.Reports == 0)
            yield return new("empty", source.Key, "empty", $"{source.Agency}（{source.Key}）：栏目没有列出任何报告。Its column lists no report at all.");
        if (source.Refused)
            yield return new("refused", source.Key, "refused", $"{source.Agency}（{source.Key}）：列出的 {source.Reports} 份报告都未能取得。None of the {source.Reports} reports that its column lists could be had.");
        if (source.LongRefused)
            yield return new("partial", source.Key, "partial", $"{source.Agency}（{source.Key}）：列出的 {source.Reports} 份报告中有 {source.NotHad} 份 {SourceStanding.DaysToTell} 天以上未能取得。"
                + $"{source.NotHad} of the {source.Reports} reports that its column lists could not be had for {SourceStanding.DaysToTell} days or more.");
        if (source.LongTroubled)
            yield return new("list", source.Key, "list", $"{source.Agency}（{source.Key}）：栏目 {SourceStanding.DaysToTell} 天以上未能全部读出。Its column could not be read whole for {SourceStanding.DaysToTell} days or more; the log says why.");
        if (source.ManyGone)
            yield return new("gone", source.Key, "gone", $"{source.Agency}（{source.Key}）：半数以上报告同时消失（网站改版或被拦截？），未作认定。More than half of its reports are gone at once: a new site, or a gate? Nothing is concluded from it.");
        if (source.LongPutOff)
            yield return new("put_off", source.Key, "put_off", $"{source.Agency}（{source.Key}）：{SourceStanding.DaysToTellPutOff} 天以上没有一次采完（时段或限额过小？）。No run has come through with it for {SourceStanding.DaysToTellPutOff} days or more: its window or budget is too small?");
        if (source.LongUnreached)
            yield return new("unreached", source.Key, "unreached", $"{source.Agency}（{source.Key}）：栏目已 {SourceStanding.DaysToTell} 天以上无法访问。Its column has not been reached for {SourceStanding.DaysToTell} days or more, or never.");
        if (source.Shut)
            yield return new("window", source.Key, "shut", $"{source.Agency}（{source.Key}）：计划的采集都不在其允许时段内。No run of the schedule begins within its window, so it may never be harvested.");
        if (source.Failed)
            yield return new("fault", source.Key, "failed", $"{source.Agency}（{source.Key}）：程序出错，详见日志。The program failed at this source; the log says how.");
    }

    static AlertCondition Asleep(string host) => new("asleep", host, "asleep", $"主机 {host} 暂停访问。The host {host} is left alone: it failed too often in a row or asked for it.");
}
