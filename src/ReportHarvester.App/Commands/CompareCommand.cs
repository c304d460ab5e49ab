using System.CommandLine;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`compare`: sets stored figures, series and metrics side by side over agencies and years, every gap with its reason.</summary>
static class CompareCommand
{
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json", "csv");

    public static Command Create()
    {
        var command = new Command("compare", "跨年度、跨机关比较已入库的数据。Compare stored figures across years and agencies") { Data, Format };
        foreach (var option in ComparisonOptions.All) command.Options.Add(option);
        command.SetAction(parsed => Run(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var folder = parsed.GetRequiredValue(Data);
        try
        {
            var question = ComparisonOptions.Question(parsed);
            using var store = ReportStore.OpenReadOnly(folder);
            if (AgencyList.Unknown(store, [.. question.Agencies, .. question.PeersOf is { } peer ? [peer] : (string[])[]]) is [var unknown, ..])
                return Refuse(error, ExitCode.Usage, $"没有机关 {unknown}。The store has no agency {unknown}; without --agency all are shown.");
            Write(Comparison.Ask(store, question), parsed, output);
            return ExitCode.Done;
        }
        catch (UsageException e)
        {
            return Refuse(error, ExitCode.Usage, e.Message);
        }
        catch (FileNotFoundException e)
        {
            return Refuse(error, ExitCode.NoInput, $"找不到文件。{e.Message} Harvest into the folder first, or name another with --data.");
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

    static void Write(Comparison comparison, ParseResult parsed, TextWriter output)
    {
        var format = parsed.GetRequiredValue(Format);
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(comparison, ReadingJson.Indented));
        else if (format == "csv") ComparisonTable.Csv(comparison, output);
        else new ComparisonText(comparison, output, ComparisonOptions.Look(parsed)).Write();
    }

    static int Refuse(TextWriter error, int code, string line)
    {
        error.WriteLine($"reportharvester: {line}");
        return code;
    }
}
