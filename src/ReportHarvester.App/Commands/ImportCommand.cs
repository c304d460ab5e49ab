using System.CommandLine;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`import FILE|DIR`: takes in what a person fetched by hand, where a site lets no program in.</summary>
static class ImportCommand
{
    static readonly Argument<string> Given = new("path") { Description = "文件或文件夹；同名不同扩展名的文件为同一报告。A file, or a folder; files of one name with other endings are one report" };
    static readonly Option<string?> Key = new("--source") { Description = "属于哪个来源。Key of the source that it belongs to", HelpName = "KEY" };
    static readonly Option<string?> Agency = new("--agency") { Description = "属于哪个机关。Name or code of the agency, where there is no source", HelpName = "NAME" };
    static readonly Option<string?> Url = new("--url") { Description = "取自哪个网址（仅一份时）。The address that it was fetched from; for one report", HelpName = "URL" };
    static readonly Option<int?> Year = new("--year") { Description = "报告年度，文件未写明时用。The year, where neither document nor file name says it", HelpName = "Y" };
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var command = SettingsOptions.With(new Command("import", "导入人工下载的报告。Take in reports that a person fetched; read and stored as harvested ones, and marked")
        {
            Given, Key, Agency, Url, Year, Format,
        });
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOptions.Of(parsed);
        var source = SourceOf(parsed, settings);
        var path = parsed.GetRequiredValue(Given);
        if (!File.Exists(path) && !Directory.Exists(path)) throw new FileNotFoundException($"没有 {path}。There is no such file or folder.");
        var reports = GivenDocuments.Below(path, out var passed);
        var url = AddressOf(parsed, reports.Count);
        using var store = ReportStore.Open(settings.Data, settings.DiskFloor);
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        using var progress = new ProgressLines();
        var tally = new Tally(progress).Of(source);
        foreach (var file in passed) tally.Tell(HarvestStep.Passed, file.FullName, "not the ending of a document");
        if (parsed.GetValue(Agency) is { } named && AgencyList.Unknown(store, [named]).Count > 0)
            parsed.InvocationConfiguration.Error.WriteLine($"没有机关 {named}，导入的报告以此名新建一个。No agency {named} is known: the reports make a new one of that name.");
        var import = new Import(store, reader.Read, TimeProvider.System, tally, source);
        var run = RunLog.Begin(store, TimeProvider.System.GetUtcNow());
        foreach (var report in reports)
        {
            if (cancellationToken.IsCancellationRequested) break;
            store.RequireRoom();
            import.Take(report, url, Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, parsed.GetValue(Year));
        }
        tally.Count(Counted.YearIssues, store.CompareReports(TimeProvider.System.GetUtcNow()));
        RunLog.End(store, run, TimeProvider.System.GetUtcNow(), tally.Counts);
        HarvestAnswer.Write(new HarvestResult(run, cancellationToken.IsCancellationRequested, tally.Counts, [new SourceResult(source.Key, source.Agency, tally.Counts)]),
            parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        cancellationToken.ThrowIfCancellationRequested();
        if (!tally.Counts.ContainsKey(Counted.Imported)) return ExitCode.NoInput;
        return new[] { Counted.Read(Outcome.Partial), Counted.Read(Outcome.Failed), Counted.NotOpened }.Any(tally.Counts.ContainsKey)
            ? ExitCode.DoneWithTrouble : ExitCode.Done;
    }

    static Source SourceOf(ParseResult parsed, Settings settings)
    {
        var (key, agency) = (parsed.GetValue(Key), parsed.GetValue(Agency));
        if (key is null == agency is null) throw new UsageException("请用 --source 或 --agency 之一。Say whose it is with --source or with --agency.");
        if (key is not null) return HarvestCommand.Chosen(new FileInfo(settings.Sources), [key])[0];
        if (string.IsNullOrWhiteSpace(agency)) throw new UsageException("机关名称是空的。The agency is empty.");
        return new Source { Key = $"import:{agency}", Agency = agency, Address = new Uri("import:///") };
    }

    static Uri? AddressOf(ParseResult parsed, int reports)
    {
        if (parsed.GetValue(Url) is not { } text) return null;
        if (reports != 1) throw new UsageException($"--url 只用于一份报告。--url is for one report, and here are {reports}.");
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new Uri(url.GetLeftPart(UriPartial.Query))
            : throw new UsageException($"--url {text} 不是网址。--url {text} is no http or https address.");
    }
}
