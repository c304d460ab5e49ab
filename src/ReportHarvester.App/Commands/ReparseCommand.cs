using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`reparse`: reads what is kept again with the present reader, from the archive alone, and shows what it sees differently.</summary>
static class ReparseCommand
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("reparse", "用现在的程序重读全部现行原件，列出不同之处。Read every current original again, without network, and show what changed") { Data, Format };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var store = ReportStore.OpenExisting(parsed.GetRequiredValue(Data));
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        using var progress = new ProgressLines();
        var tally = new Tally(progress);
        var intake = new DocumentIntake(store, new Acquisition(store, fetcher: null, TimeProvider.System, tally), reader.Read, TimeProvider.System, tally);
        var changes = new List<RereadChange>();
        var read = 0;
        foreach (var document in OutdatedReading.AllCurrent(store, ReadingJson.ReaderVersion).TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            var before = store.LastReading(document.Sha256, document.Url)!.Value;
            if (intake.Reread(document) is not { } after) continue;
            read++;
            if (RereadChange.Between(document, before.Reader, before.Reading, after) is { } change) changes.Add(change);
        }
        tally.Count(Counted.YearIssues, store.CompareReports(TimeProvider.System.GetUtcNow()));
        Write(parsed, read, changes);
        cancellationToken.ThrowIfCancellationRequested();
        return tally.Counts.ContainsKey(Counted.OriginalsAltered) || changes.Any(change => change.OutcomeNow > change.OutcomeBefore)
            ? ExitCode.DoneWithTrouble : ExitCode.Done;
    }

    static void Write(ParseResult parsed, int read, List<RereadChange> changes)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetRequiredValue(Format) == "json")
        {
            output.WriteLine(JsonSerializer.Serialize(new { read, reader = ReadingJson.ReaderVersion, changes }, ReadingJson.Indented));
            return;
        }
        foreach (var change in changes) change.Write(output);
        output.WriteLine($"{read} 份重读，{changes.Count} 份有变。{read} documents read again, {changes.Count} say something else now.");
    }
}
