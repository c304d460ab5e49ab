using System.Globalization;
using ReportHarvester.Publisher.Sites.Province;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>
/// A harvest of a whole province finds every report that is there and no other, politely, and a second night asks only whether anything is new.
/// REPORTHARVESTER_PROVINCE sets how many agencies it has, REPORTHARVESTER_YEARS for how many years each reports, REPORTHARVESTER_SEED which province it is.
/// </summary>
public sealed class ProvinceTests(ITestOutputHelper output) : IDisposable
{
    // One host of every family.
    const int Agencies = 27, Years = 6;

    // As long as reports have been owed.
    const int AllYears = 17;

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("province-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Every_report_is_found_and_no_other_and_the_second_night_asks_whether_anything_is_new()
    {
        var agencies = Number("REPORTHARVESTER_PROVINCE", Agencies);
        var province = Province.Of(Number("REPORTHARVESTER_SEED", 1), agencies, Number("REPORTHARVESTER_YEARS", agencies > Agencies ? AllYears : Years));
        await using var server = await ProvinceServer.Start(province);
        var run = new ProvinceRun(province, server, data.FullName);

        var first = await run.Harvest();
        var score = ProvinceScore.Of(province, first, data.FullName);
        var before = Readings;
        var second = await run.Harvest();

        Tell(ProvinceTable.Of(province, score, first, second));
        Assert.Empty(score.Missed);
        Assert.Empty(score.Wrong);
        Assert.Empty(score.Caught);
        Assert.Empty(score.Misfiled);
        Assert.Empty(score.Unsaid);
        Assert.Equal(0, first.Result["links_passed_in_doubt"]);
        Assert.Equal(province.Sites.Count(s => s.Family.NeedsBrowser && !s.IsClosed), first.Result["list_troubles"]);
        Assert.Equal(before, Readings);
        Assert.All([first, second], night => Assert.Empty(Politeness.Overlapping(night)));
        Assert.All([first, second], night => Assert.Empty(Politeness.TooEarly(night, province)));
        Assert.All(province.Sites.Where(s => s.IsClosed), closed => Assert.All(first.Seen.Where(s => s.Host == closed.Host), s => Assert.Equal("/robots.txt", s.Target)));
    }

    IReadOnlyList<string> Readings => DataFolder.Query(data.FullName, "SELECT id, url, sha256, is_current FROM reading ORDER BY id");

    void Tell(string table)
    {
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("REPORTHARVESTER_PROVINCE") is not null) Console.WriteLine(table);
    }

    static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
