using System.CommandLine;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`export-warc FILE`: what was fetched, as a web archive that other programs read.</summary>
static class ExportWarcCommand
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Argument<string> Target = new("file") { Description = "目标文件，如 reports.warc.gz。The file to write, as reports.warc.gz" };

    public static Command Create()
    {
        var command = new Command("export-warc", "把采集到的原件导出为 WARC 1.1。Write all that was fetched as WARC 1.1: resource records, the bodies as they were meant") { Target, Data };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(parsed.GetRequiredValue(Target));
        if (File.Exists(file)) throw new TargetExistsException($"{file} 已存在。The file is there already; name another.");
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var unfinished = file + ".part";
        CopyResult result;
        using (var output = File.Create(unfinished))
            result = WarcExport.Write(store, output, $"ReportHarvester/{typeof(ExportWarcCommand).Assembly.GetName().Version!.ToString(2)}", TimeProvider.System.GetUtcNow(), cancellationToken);
        File.Move(unfinished, file);
        foreach (var problem in result.Problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        parsed.InvocationConfiguration.Output.WriteLine($"{result.Copied} records of {result.Originals}, {result.Problems.Count} problems");
        return result.Problems.Count == 0 ? ExitCode.Done : ExitCode.DoneWithTrouble;
    }
}
