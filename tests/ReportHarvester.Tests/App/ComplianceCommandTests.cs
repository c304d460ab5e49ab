using System.CommandLine;
using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

public sealed class ComplianceCommandTests : IDisposable
{
    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_agency_is_asked_about_by_its_code_or_any_name_it_ever_bore()
    {
        using (var store = folder.Open())
            store.SaveAgencies(
            [
                new() { Code = "a", Kind = "department", Periods = [new AgencyPeriod { Name = "某县金融局", Until = new(2022, 6, 30), End = "renamed" }, new AgencyPeriod { Name = "某县金融办", Since = new(2022, 7, 1) }] },
                new() { Code = "b", Kind = "department", Periods = [new AgencyPeriod { Name = "某县财政局" }] },
            ], StoreFolder.Start);
        foreach (var name in new[] { "a", "某县金融局", "某县金融办" }) Assert.Equal(["某县金融办"], Asked("--agency", name));
        Assert.Equal(["某县金融办", "某县财政局"], Asked());
        Assert.Equal(ExitCode.Usage, Run("--agency", "某县水利局").Code);
        // Before the first regulation nobody owed a report.
        Assert.Equal(["某县财政局", "某县金融局"], Asked("--year", "2008").Order(StringComparer.Ordinal));
        Assert.Empty(Asked("--year", "2007"));
    }

    [Fact]
    public void What_cannot_be_meant_is_said_and_no_empty_answer_given()
    {
        folder.Open().Dispose();
        Assert.Contains("登记库中没有符合条件的应报告机关", Run().Error);
        Assert.Equal(ExitCode.Usage, Run("--level", "moon").Code);
        Assert.Equal(ExitCode.Usage, Run("--region", "32%").Code);
        var deadlines = Path.Combine(folder.Path, "deadlines.json");
        Assert.Equal(ExitCode.NoInput, Run("--deadlines", deadlines).Code);
        foreach (var wrong in new[] { "[{\"rule\": \"C-DUE-DEPT\"}]", "[{\"rule\": \"C-DUE-DEPT\", \"due\": \"02-30\", \"basis\": \"x\"}]", "no" })
        {
            File.WriteAllText(deadlines, wrong);
            Assert.Equal(ExitCode.Configuration, Run("--deadlines", deadlines).Code);
        }
    }

    string[] Asked(params string[] args)
    {
        using var answer = JsonDocument.Parse(Run([.. args, "--format", "json"]).Output);
        return [.. answer.RootElement.GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("agency").GetString()!)];
    }

    (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var parsed = ComplianceCommand.Create().Parse(["--data", folder.Path, .. args.Contains("--year") ? [] : new[] { "--year", "2022" }, .. args]);
        // As the program does.
        if (parsed.Errors.Count > 0) return (ExitCode.Usage, "", "");
        return (parsed.Invoke(new InvocationConfiguration { Output = output, Error = error }), output.ToString(), error.ToString());
    }
}
