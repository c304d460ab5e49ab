using System.CommandLine;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`backup DIR`, `verify` and `restore DIR`: copies of the data folder, each a data folder itself.</summary>
static class BackupCommands
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json");
    static readonly Argument<string> Copy = new("dir") { Description = "备份文件夹。The folder of the copy" };

    public static Command Backup()
    {
        var command = new Command("backup", "备份数据文件夹，增量，可在采集中进行。Copy the data folder; only what is new is copied, also beside a harvest") { Copy, Data, Format };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => RunBackup(parsed, cancellationToken)));
        return command;
    }

    public static Command Verify()
    {
        var command = new Command("verify", "核验数据库与每份原件。Check the database and the hash of every original; exit code 1 if anything is wrong") { Data, Format };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => RunVerify(parsed, cancellationToken)));
        return command;
    }

    public static Command Restore()
    {
        var command = new Command("restore", "将备份恢复到空的数据文件夹。Bring a copy back into a data folder that holds no database") { Copy, Data, Format };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => RunRestore(parsed, cancellationToken)));
        return command;
    }

    static int RunBackup(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (data, copy) = Folders(parsed);
        using var store = ReportStore.OpenAsItIs(data);
        return Answer(parsed, Store.Backup.Make(store, copy, cancellationToken));
    }

    static int RunRestore(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (data, copy) = Folders(parsed);
        using var store = ReportStore.OpenAsItIs(copy);
        return Answer(parsed, Store.Backup.Restore(store, data, cancellationToken));
    }

    static int RunVerify(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var store = ReportStore.OpenAsItIs(parsed.GetRequiredValue(Data));
        var found = Verification.Of(store, cancellationToken);
        if (IsJson(parsed)) Json(parsed, new { ok = found.Problems.Count == 0, found.Originals, found.Readings, found.Problems });
        else
        {
            foreach (var problem in found.Problems) parsed.InvocationConfiguration.Output.WriteLine(problem);
            parsed.InvocationConfiguration.Output.WriteLine($"{found.Originals} originals, {found.Readings} readings, {found.Problems.Count} problems");
        }
        if (found.Problems.Count == 0) return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine("可用 restore 从备份恢复；缺失的原件会在下次采集时重新获取。"
            + "Restore a backup into another folder, or let the next harvest fetch what is missing of the originals.");
        return ExitCode.DoneWithTrouble;
    }

    static int Answer(ParseResult parsed, CopyResult result)
    {
        if (IsJson(parsed)) Json(parsed, new { result.Originals, result.Copied, result.Problems });
        else parsed.InvocationConfiguration.Output.WriteLine($"{result.Originals} originals, {result.Copied} copied now, {result.Problems.Count} problems");
        foreach (var problem in result.Problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        return result.Problems.Count == 0 ? ExitCode.Done : ExitCode.DoneWithTrouble;
    }

    static (string Data, string Copy) Folders(ParseResult parsed)
    {
        var (data, copy) = (Whole(parsed.GetRequiredValue(Data)), Whole(parsed.GetRequiredValue(Copy)));
        if (copy.StartsWith(data, StringComparison.Ordinal) || data.StartsWith(copy, StringComparison.Ordinal))
            throw new UsageException($"备份不能放在数据文件夹之内。{copy} and {data}: a copy does not stand within what it copies.");
        return (data, copy);
    }

    static string Whole(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    static bool IsJson(ParseResult parsed) => parsed.GetRequiredValue(Format) == "json";

    static void Json(ParseResult parsed, object answer) =>
        parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(answer, ReadingJson.Indented));
}
