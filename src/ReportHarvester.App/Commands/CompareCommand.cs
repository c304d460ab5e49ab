using System.CommandLine;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`compare`: sets stored figures side by side over agencies and years, every gap with its reason.</summary>
static class CompareCommand
{
    static readonly string[] Usual = ["requests.new", "requests.closed", "requests.carried_out"];

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var indicators = Several<string>("--indicator", "指标，可带申请人，如 requests.new|business。Figures, with the applicant after |; in table 3 the total if none");
        indicators.DefaultValueFactory = _ => Usual;
        var years = Several<int>("--year", "报告年度，默认全部。Years reported on; all if none");
        var agencies = Several<string>("--agency", "机关登记名称，默认全部。Registered names of agencies; all if none");
        var format = CommonOptions.Format("text", "json", "csv");
        var command = new Command("compare", "跨年度、跨机关比较已入库的数据。Compare stored figures across years and agencies") { data, indicators, years, agencies, format };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var named = parsed.GetValue(indicators)!;
            if (named.FirstOrDefault(name => ComparisonQuestion.KeyOf(name) is null) is { } unknown)
                return Refuse(error, ExitCode.Usage, $"没有指标 {unknown}。The codebook has no figure {unknown}; names are like requests.new or requests.new|business.");
            var question = new ComparisonQuestion
            {
                Figures = [.. named.Select(name => ComparisonQuestion.KeyOf(name)!).Distinct()], Years = parsed.GetValue(years)!, Agencies = parsed.GetValue(agencies)!,
            };
            return Answer(parsed.GetValue(data)!, question, parsed.GetValue(format)!, output, error);
        });
        return command;
    }

    static int Answer(string folder, ComparisonQuestion question, string format, TextWriter output, TextWriter error)
    {
        try
        {
            using var store = ReportStore.OpenReadOnly(folder);
            var comparison = Comparison.Ask(store, question);
            if (question.Agencies.Except(comparison.Agencies).FirstOrDefault() is { } unknown)
                return Refuse(error, ExitCode.Usage, $"库中没有机关 {unknown}。The store has no agency {unknown}; without --agency all are shown.");
            Write(comparison, format, output);
            return ExitCode.Done;
        }
        catch (FileNotFoundException e)
        {
            return Refuse(error, ExitCode.NoInput, $"没有数据库。{e.Message} Harvest into the folder first, or name another with --data.");
        }
        catch (SchemaException e)
        {
            return Refuse(error, ExitCode.Configuration, $"数据库版本不符。{e.Message}");
        }
        catch (SqliteException e)
        {
            return Refuse(error, ExitCode.InputOutput, $"数据库读取失败。{Path.Combine(folder, "reports.db")} cannot be read: {e.Message}");
        }
    }

    static void Write(Comparison comparison, string format, TextWriter output)
    {
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(comparison, ReadingJson.Indented));
        else if (format == "csv") ComparisonCsv.Write(comparison, output);
        else new ComparisonText(comparison, output).Write();
    }

    static int Refuse(TextWriter error, int code, string line)
    {
        error.WriteLine($"reportharvester: {line}");
        return code;
    }

    static Option<T[]> Several<T>(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
}
