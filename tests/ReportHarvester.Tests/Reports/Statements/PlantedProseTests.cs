using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Reports.Layouts;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Reports.Statements;

/// <summary>What prose was given to say, in reports of any layout: nothing else is read, and hardly anything is missed. REPORTHARVESTER_LAYOUTS makes it a long run.</summary>
public sealed class PlantedProseTests(ITestOutputHelper output)
{
    const double MostMissed = 0.01;

    [Theory, InlineData("html", 300), InlineData("docx", 60), InlineData("drawn", 60)]
    public async Task What_was_planted_is_read(string format, int reports)
    {
        reports = int.TryParse(Environment.GetEnvironmentVariable("REPORTHARVESTER_LAYOUTS"), out var many) ? many : reports;
        var printed = await Format.All[format].Print(Enumerable.Range(1, reports).Select(Drawing.Free.Of), null, default);
        int found = 0, missed = 0;
        foreach (var (printout, document) in printed)
        {
            var left = Narrative.Of(printout.Truth).Planted.Select(p => (p.Subject, p.Value, p.Unit)).ToList();
            foreach (var read in ReportReader.Read(document).Report.Statements)
                Assert.True(left.Remove((read.Subject, read.Value, read.Unit)), $"{printout.Layout.Seed}: {read.Subject} {read.Raw} in {read.Sentence}");
            found += Narrative.Of(printout.Truth).Planted.Count - left.Count;
            missed += left.Count;
            if (left.Count > 0) output.WriteLine($"{printout.Layout.Seed} {printout.Layout.Written}: {string.Join("; ", left)}");
        }
        output.WriteLine($"{format}: {found} found, {missed} missed in {printed.Count} reports");
        Assert.True(missed <= MostMissed * (found + missed), $"{found} found, {missed} missed");
    }
}
