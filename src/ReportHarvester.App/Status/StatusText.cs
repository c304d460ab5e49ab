namespace ReportHarvester.App;

/// <summary>The status for a terminal.</summary>
static class StatusText
{
    const int SourcesShown = 50;

    public static void Write(OperationStatus status, TextWriter output)
    {
        output.WriteLine($"下次运行 next run  {(status.NextRun is { } next ? BeijingTime.Minute(next) : "没有计划 no schedule")}"
            + (status.OverdueSince is { } due ? $"  逾期 overdue since {BeijingTime.Minute(due)}" : ""));
        output.WriteLine($"磁盘剩余 disk free  {StatusWords.Size(status.DiskFreeBytes)}");
        output.WriteLine($"档案 archive  {status.Kept.Originals} 份原件 originals, {StatusWords.Size(status.Kept.Bytes)}; {status.Kept.Reports} 份报告 reports; {status.Kept.Outdated} 份待重读 to be read again");
        output.WriteLine($"来源 sources  {status.Sources}; {status.NotYetHarvested} 个尚未采集 not yet harvested; {status.SourcesOff.Count} 个需查看 to look at");
        if (status.CorrectionsAsleep > 0) output.WriteLine($"更正 corrections  {status.CorrectionsAsleep} 处因所印已变而不采用，见 review list asleep, see review list");
        if (status.SourceListTrouble is { } trouble) output.WriteLine(OneLine($"来源清单有误 the list of sources cannot be used  {trouble}"));
        if (status.HostsAsleep.Count > 0) output.WriteLine($"暂停的主机 hosts left alone  {string.Join(' ', status.HostsAsleep)}");
        Runs(status, output);
        Sources(status, output);
        foreach (var alert in status.Alerts) output.WriteLine(OneLine($"! {BeijingTime.Minute(alert.Since)}  {alert.Message}"));
    }

    static void Runs(OperationStatus status, TextWriter output)
    {
        if (status.Runs.Count == 0) return;
        output.WriteLine();
        var table = new TextTable(["运行 run", "状态 state", "开始 began", "用时 took", "来源 sources", .. StatusWords.Counts.Select(count => $"{count.Chinese} {count.English}")]);
        foreach (var run in status.Runs)
            table.Add([$"{run.Id}", $"{StatusWords.State(run.State)}", BeijingTime.Minute(run.Started), StatusWords.Took(run), $"{run.SourcesDone}",
                .. StatusWords.Counts.Select(count => $"{run.Counts.GetValueOrDefault(count.What)}")]);
        table.Write(output);
        foreach (var run in status.Runs.Where(run => run.Failure is not null)) output.WriteLine(OneLine($"! {run.Id}  {run.Failure}"));
    }

    static void Sources(OperationStatus status, TextWriter output)
    {
        if (status.SourcesOff.Count > 0) output.WriteLine();
        foreach (var source in status.SourcesOff.Take(SourcesShown)) output.WriteLine(OneLine($"! {source.Key}  {source.Agency}  {string.Join("; ", StatusWords.Of(source))}"));
        if (status.SourcesOff.Count > SourcesShown) output.WriteLine($"… 另 {status.SourcesOff.Count - SourcesShown} 个见 --format json。{status.SourcesOff.Count - SourcesShown} more with --format json");
    }

    // Names come from files and the network: no line breaks, no codes for the terminal.
    static string OneLine(string line) => string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
}
