using System.CommandLine;
using ReportHarvester.Publisher.Sites;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>`fixtures DIR [PART-OF-A-NAME]`: writes DIR/reports and DIR/sites.</summary>
static class FixturesCommand
{
    static readonly Argument<string> directory = new("DIR");
    static readonly Argument<string> part = new("PART-OF-A-NAME") { DefaultValueFactory = _ => "" };

    public static Command Command()
    {
        var command = new Command("fixtures", "writes DIR/reports and DIR/sites") { directory, part };
        command.SetAction((given, cancel) => Run(given.GetValue(directory)!, given.GetValue(part)!, cancel));
        return command;
    }

    static async Task Run(string directory, string part, CancellationToken cancel)
    {
        Fixture[] fixtures = [.. HtmlReports.All(), .. TextReports.All(), .. PdfReports.All(), .. OfficeReports.All(), .. StatisticsReports.All()];
        foreach (var fixture in fixtures.Where(f => f.Folder.Contains(part, StringComparison.Ordinal)))
        {
            await fixture.Write(Path.Combine(directory, "reports"), cancel);
            await Console.Out.WriteLineAsync(fixture.Folder);
        }
        if (part is "" or "sites")
            await SiteFixtures.Write(BureauSites.All(), Path.Combine(directory, "sites"), cancel);
    }
}
