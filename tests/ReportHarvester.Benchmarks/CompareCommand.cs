using System.CommandLine;

namespace ReportHarvester.Benchmarks;

/// <summary>`compare [FILE...]`: reading times beside those of `pdftotext -layout`, as a table for the README.</summary>
static class CompareCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Reports to measure besides the fixtures", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
        var rounds = new Option<int>("--rounds") { Description = "Times that every program reads every file", DefaultValueFactory = _ => 15 };
        rounds.Validators.Add(r => { if (r.GetValueOrDefault<int>() < 1) r.AddError("--rounds must be at least 1."); });
        var program = new Option<string>("--program")
        {
            Description = "Another build of reportharvester, for instance a published one",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "reportharvester.dll"),
        };
        var command = new Command("compare", "Compare with pdftotext -layout (poppler-utils) and print a Markdown table.") { files, rounds, program };
        command.SetAction(result =>
        {
            ReportFile.Given = result.GetValue(files)!;
            var comparison = new Comparison(result.GetValue(program)!);
            comparison.Run(result.GetValue(rounds), Console.Error);
            ComparisonTable.Write(comparison, result.InvocationConfiguration.Output);
        });
        return command;
    }
}
