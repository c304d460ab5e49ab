using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.App;
using ReportHarvester.Reports;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.App;

/// <summary>Every document that means harm ends in its named refusal, or is read right, and the next one is read as if nothing had been.</summary>
public sealed class HostileDocumentTests(ITestOutputHelper output, HostileDocumentTests.Reader reader) : IClassFixture<HostileDocumentTests.Reader>
{
    static readonly byte[] Small = Fixtures.Bytes("donghu-finance-2021-clean");

    public static TheoryData<string> Names => [.. HostileDocuments.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void It_ends_by_its_name_and_the_program_goes_on(string name)
    {
        var (code, make) = HostileDocuments.All[name];
        var bytes = make();
        var before = Stopwatch.GetTimestamp();
        var reading = reader.Process.Read(bytes, null);
        output.WriteLine($"{name}: {bytes.Length >> 10} KB, {Stopwatch.GetElapsedTime(before).TotalMilliseconds:F0} ms, {reading.Outcome}, {string.Join(' ', reading.Issues.Select(i => i.Code).Distinct())}");
        Assert.NotEqual(Outcome.Complete, reading.Outcome);
        Assert.Contains(code, reading.Issues.Select(i => i.Code));
        Assert.Equal(Outcome.Complete, reader.Process.Read(Small, null).Outcome);
    }

    // Odd, but a browser shows the same report.
    [Theory]
    [InlineData("<body>", "<body><base href='javascript:x'><!-- <table> -->")]
    [InlineData("<td", "<td id='same' onclick='while(1);'")]
    [InlineData("</td>", "\uFEFF</td>")]
    [InlineData("</body>", "<!-- never closed <table><tr><td>9")]
    [InlineData("</body>", "<table hidden><tr><td>信息内容<td>9</table>")]
    [InlineData("<!DOCTYPE html>", "<!DOCTYPE html SYSTEM 'file:///etc/passwd'>")]
    public void Oddities_of_a_page_change_no_figure(string what, string by)
    {
        var page = Encoding.UTF8.GetString(Small);
        Assert.Contains(what, page);
        var odd = reader.Process.Read(Encoding.UTF8.GetBytes(page.Replace(what, by)), null);
        Assert.Equal(reader.Process.Read(Small, null).Report.Figures.Select(f => (f.Key, f.Value)), odd.Report.Figures.Select(f => (f.Key, f.Value)));
    }

    [Theory]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("NaN")]
    [InlineData("1e30")]
    public void What_is_no_number_becomes_none(string printed)
    {
        var page = Regex.Replace(Encoding.UTF8.GetString(Small), "规章</td><td>[^<]*", $"规章</td><td>{printed}");
        var odd = reader.Process.Read(Encoding.UTF8.GetBytes(page), null);
        Assert.Null(odd.Report.Figures.FirstOrDefault(f => f.Indicator == "rules.issued")?.Value);
        Assert.NotEqual(Outcome.Complete, odd.Outcome);
    }

    public sealed class Reader : IDisposable
    {
        internal ReadingProcess Process { get; } = new(new ReadingLimits(), TimeProvider.System);

        public void Dispose() => Process.Dispose();
    }
}
