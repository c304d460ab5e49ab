using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using ReportHarvester.Benchmarks;

var files = new Argument<FileInfo[]>("file") { Description = "Reports to measure besides the fixtures", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
var job = new Option<string>("--job") { Description = "BenchmarkDotNet's job: dry, short, medium or long", DefaultValueFactory = _ => "short" };
var root = new RootCommand("Times file bytes → checked reading with BenchmarkDotNet.") { files, job, CompareCommand.Create(), ContentCommand.Create(), ChecksCommand.Create(), ApartCommand.Create() };
root.SetAction(result =>
{
    ReportFile.Given = result.GetValue(files)!;
    // In process: a generated project would know nothing of the files given here.
    var config = DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60));
    BenchmarkRunner.Run<ReadingBenchmark>(config, ["--inProcess", "--job", result.GetValue(job)!]);
});
return root.Parse(args).Invoke();
