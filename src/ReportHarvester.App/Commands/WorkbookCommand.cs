using System.CommandLine;
using ReportHarvester.App.Export;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`workbook FILE`: a region's coverage, problems and ranks on a year, for Excel.</summary>
static class WorkbookCommand
{
    static readonly Argument<string> File = new("file") { Description = "XLSX文件。The workbook to write; one of that name is replaced" };
    static readonly Option<int> Year = CommonOptions.YearReportedOn();
    static readonly Option<string?> Region = CommonOptions.Region();
    static readonly Option<FileInfo?> Deadlines = CommonOptions.Deadlines();
    static readonly Option<string> Data = CommonOptions.Data();

    public static Command Create()
    {
        var command = new Command("workbook", "某地区某年度的工作簿：覆盖、各机关、问题、排名（带分子分母）、说明。A region's workbook: coverage, agencies, problems by table, ranks with numerators and denominators, notes") { File, Year, Region, Deadlines, Data };
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Run(parsed)));
        return command;
    }

    static int Run(ParseResult parsed)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        CommonOptions.RequireRegion(store, parsed.GetValue(Region));
        var question = new ComplianceQuestion(parsed.GetRequiredValue(Year)) { Region = parsed.GetValue(Region), Local = CommonOptions.Read(parsed.GetValue(Deadlines)) };
        var workbook = new RegionWorkbook(store, question, TimeProvider.System.GetUtcNow());
        var name = Path.GetFullPath(parsed.GetRequiredValue(File));
        var unfinished = name + ".part";
        try
        {
            using (var file = ExitOn.Creating(() => System.IO.File.Create(unfinished))) workbook.Write(file);
            System.IO.File.Move(unfinished, name, overwrite: true);
        }
        catch
        {
            if (System.IO.File.Exists(unfinished)) System.IO.File.Delete(unfinished);
            throw;
        }
        parsed.InvocationConfiguration.Output.WriteLine(name);
        return ExitCode.Done;
    }
}
