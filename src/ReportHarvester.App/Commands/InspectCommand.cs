using System.CommandLine;
using System.Text;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Inspection;

namespace ReportHarvester.App.Commands;

/// <summary>`inspect FILE --page N --svg OUT`: draws rulings, cells and what each cell became.</summary>
static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "报告文件. The file to look into" };
        var page = new Option<int>("--page") { Description = "第几页；无页码的格式为第几张表. The page, or the table where a format has no pages", DefaultValueFactory = _ => 1 };
        var svg = new Option<string>("--svg") { Description = "输出的SVG文件. The SVG file to write", Required = true };
        var command = new Command("inspect", "画出一页中的线、格及其读取结果。Draw rulings, cells and what each cell became, as SVG") { file, page, svg };
        command.SetAction(result => Run(result.GetValue(file)!, result.GetValue(page), result.GetValue(svg)!));
        return command;
    }

    static int Run(string file, int page, string svg)
    {
        if (!GivenFile.TryOpen(file, out var bytes, out var trouble)) return Fail(ExitCode.NoInput, $"{file}: {trouble}");
        if (bytes is null) return Fail(ExitCode.DoneWithTrouble, $"{file}: {ReportReader.TooLarge(new FileInfo(file).Length).Issues[0].Message}");
        try
        {
            if (ReportInspector.Draw(bytes, page) is not { } drawing)
                return Fail(ExitCode.Usage, $"{file}: 没有第{page}页（表）。There is no page or table {page}.");
            File.WriteAllText(svg, drawing, new UTF8Encoding(false));
            return ExitCode.Done;
        }
        catch (InvalidDataException refusal)
        {
            return Fail(ExitCode.DoneWithTrouble, $"{file}: {refusal.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCode.CannotCreate, $"{svg}: 无法写入：{e.Message} Cannot be written; check the folder and its permissions.");
        }
    }

    static int Fail(int code, string line)
    {
        Console.Error.WriteLine(line);
        return code;
    }
}
