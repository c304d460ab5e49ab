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

    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    static readonly Option<string[]> Indicators = new("--indicator")
    {
        Description = "指标，可带申请人，如 requests.new|business。Figures, with an applicant after |; in table 3 the total if none",
        HelpName = "ID", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Usual,
    };

    static readonly Option<int[]> Years = new("--year")
    {
        Description = "报告年度，默认全部。Years reported on; all if none",
        HelpName = "Y", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    static readonly Option<string[]> Agencies = new("--agency")
    {
        Description = "机关名称（含曾用名）或代码，默认全部。Names of agencies, also former ones, or codes; all if none",
        HelpName = "NAME", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    public static Command Create()
    {
        var command = new Command("compare", "跨年度、跨机关比较已入库的数据。Compare stored figures across years and agencies")
        {
            Data, Indicators, Years, Agencies, Format,
        };
        command.SetAction(parsed => Run(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var named = parsed.GetRequiredValue(Indicators);
        if (named.FirstOrDefault(name => ComparisonQuestion.KeyOf(name) is null) is { } unknown)
            return Refuse(error, ExitCode.Usage, $"没有指标 {unknown}。There is no figure {unknown}; ids are like requests.new or requests.new|business.");
        var question = new ComparisonQuestion
        {
            Figures = [.. named.Select(name => ComparisonQuestion.KeyOf(name)!).Distinct()],
            Years = parsed.GetRequiredValue(Years), Agencies = parsed.GetRequiredValue(Agencies),
        };
        return Answer(parsed.GetRequiredValue(Data), question, parsed.GetRequiredValue(Format), output, error);
    }

    static int Answer(string folder, ComparisonQuestion question, string format, TextWriter output, TextWriter error)
    {
        try
        {
            using var store = ReportStore.OpenReadOnly(folder);
            var comparison = Comparison.Ask(store, question);
            if (AgencyList.Unknown(store, question.Agencies) is [var unknown, ..])
                return Refuse(error, ExitCode.Usage, $"没有机关 {unknown}。The store has no agency {unknown}; without --agency all are shown.");
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
}
