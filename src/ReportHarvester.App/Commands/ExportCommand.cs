using System.CommandLine;
using ReportHarvester.App.Export;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`export DIR`: the whole panel as one folder that a researcher can publish, cite and load.</summary>
static class ExportCommand
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Argument<string> Folder = new("dir") { Description = "新文件夹。A new folder" };
    static readonly Option<string?> Since = new("--since") { Description = "上一次发布的文件夹，列出变动。The folder of the release before, to tell what changed", HelpName = "DIR" };
    static readonly Option<string?> Version = new("--release") { Description = "版本号，默认为最近一次读取、更正、评定或登记的日期（北京时间），同日数据有变的（与 --since 相比）后加序号；每次都以上一次为 --since，序号才不重复。Name of the release; if none, the day in China on which last something was read, put right, decided or registered, with a number after it where --since is of the same day and has other data; that is unique only where each release is given the last one as --since", HelpName = "NAME" };
    static readonly Option<string> Author = new("--author") { Description = "引用时的作者。Who publishes it, for citations", HelpName = "NAME", DefaultValueFactory = _ => "ReportHarvester" };

    public static Command Create()
    {
        var command = new Command("export", "导出面板数据：CSV、Parquet、XLSX、SQLite 与编码手册。Write the panel as CSV, Parquet, XLSX and SQLite with a codebook") { Folder, Data, Since, Version, Author };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(parsed.GetRequiredValue(Folder));
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var (release, reports) = await new PanelExport(store, target)
            .Write(parsed.GetValue(Since), parsed.GetValue(Version), parsed.GetRequiredValue(Author), cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{target}: {release.Version}, {reports} reports");
        return ExitCode.Done;
    }
}
