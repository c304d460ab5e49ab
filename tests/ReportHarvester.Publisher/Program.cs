using ReportHarvester.Publisher.Fixtures;
using ReportHarvester.Publisher.Pdf;
using ReportHarvester.Publisher.Sites;

if (args is not ["fixtures" or "drawn", var directory, ..])
{
    await Console.Error.WriteLineAsync("""
        usage: fixtures DIR [PART-OF-A-NAME]   writes DIR/reports and DIR/sites
               drawn DIR                       writes one report in every way of drawing it
        """);
    return 64;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, _) => stop.Cancel();
if (args[0] == "drawn")
{
    await DrawnSamples.Write(directory, stop.Token);
    return 0;
}
var part = args.ElementAtOrDefault(2) ?? "";
Fixture[] fixtures = [.. HtmlReports.All(), .. TextReports.All(), .. PdfReports.All()];
foreach (var fixture in fixtures.Where(f => f.Folder.Contains(part, StringComparison.Ordinal)))
{
    await fixture.Write(Path.Combine(directory, "reports"), stop.Token);
    await Console.Out.WriteLineAsync(fixture.Folder);
}
if (part is "" or "sites")
    await SiteFixtures.Write(BureauSites.All(), Path.Combine(directory, "sites"), stop.Token);
return 0;
