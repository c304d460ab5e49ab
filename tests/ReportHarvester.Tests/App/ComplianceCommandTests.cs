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
    }

    string[] Asked(params string[] args)
    {
        using var answer = JsonDocument.Parse(Run([.. args, "--format", "json"]).Output);
        return [.. answer.RootElement.GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("agency").GetString()!)];
    }

    (int Code, string Output) Run(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        return (ComplianceCommand.Create().Parse(["--data", folder.Path, "--year", "2022", .. args]).Invoke(new InvocationConfiguration { Output = output, Error = output }), output.ToString());
    }
}
