using ReportHarvester.Publisher.Fixtures;

if (args is not ["fixtures", var directory, ..])
{
    await Console.Error.WriteLineAsync("usage: fixtures DIR [PART-OF-A-NAME]   writes DIR/reports and DIR/sites");
    return 64;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, _) => stop.Cancel();
var part = args.ElementAtOrDefault(2) ?? "";
foreach (var fixture in HtmlReports.All().Concat(TextReports.All()).Concat(PdfReports.All()).Concat(DrawnReports.All()).Where(f => f.Folder.Contains(part, StringComparison.Ordinal)))
{
    await fixture.Write(Path.Combine(directory, "reports"), stop.Token);
    await Console.Out.WriteLineAsync(fixture.Folder);
}
return 0;
