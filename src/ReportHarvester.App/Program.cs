using System.CommandLine;
using System.Text;
using ReportHarvester.App.Commands;

Console.OutputEncoding = new UTF8Encoding(false);
var root = new RootCommand("政府信息公开工作年度报告：采集、解析、核对、比较。Harvests annual reports on government information disclosure, reads their tables, checks and compares them.")
{
    ParseCommand.Create(),
    CompareCommand.Create(),
    InspectCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
