using System.CommandLine;
using System.Text;
using ReportHarvester.App;
using ReportHarvester.App.Commands;

if (args is [ReaderVerb.Name]) return ReaderVerb.Run();
Console.OutputEncoding = new UTF8Encoding(false);
var root = new RootCommand("政府信息公开工作年度报告：采集、解析、核对、比较。Harvests annual reports on government information disclosure, reads their tables, checks and compares them.")
{
    ParseCommand.Create(),
    HarvestCommand.Create(),
    DemoCommand.Create(),
    WorkerCommand.Create(),
    ConfigCommand.Create(),
    StatusCommand.Create(),
    AlertsCommand.Create(),
    CompareCommand.Create(),
    ExportCommand.Create(),
    ServeCommand.Create(),
    CheckCommand.Create(),
    ComplianceCommand.Create(),
    ReviewCommand.Create(),
    NoticesCommand.Create(),
    WorkbookCommand.Create(),
    HistoryCommand.Create(),
    InspectCommand.Create(),
    AgenciesCommand.Create(),
    SourcesCommand.Create(),
    ImportCommand.Create(),
    ReparseCommand.Create(),
    BackupCommands.Backup(),
    BackupCommands.Verify(),
    BackupCommands.Restore(),
    ExportWarcCommand.Create(),
};
var parsed = root.Parse(args.Length > 0 ? args : ["--help"]);
var code = await ExitOn.Mistakes(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = HarvestWorker.Shutdown }));
return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
