using System.Text;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.App;

/// <summary>A harvest that meets a document which kills its reader.</summary>
public sealed class HarvestApartTests : IDisposable
{
    const string Column = "a.example/gknb/";

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("apart-");

    public void Dispose() => work.Delete(recursive: true);

    [Fact]
    public async Task It_goes_on_stores_why_and_does_not_try_again()
    {
        await using var sites = await MemorySites.Serve(
            (Column, "<title>政府信息公开年报</title>" + string.Concat(Enumerable.Range(1, 3).Select(i => $"<li><a href='t{i}.html'>202{i}年政府信息公开年报</a></li>"))),
            (Column + "t1.html", Article), (Column + "t3.html", Article + "<!-- 2023 -->"));
        sites.Put(Column + "t2.html", Hostile.HostileDocuments.All["D02 PDF: run lengths that unpack to 1 GB"].Make());

        var first = await Harvest(sites.Port);

        Assert.Equal(1, first.Code);
        Assert.Equal(["t1.html|complete|", "t2.html|failed|TOO-MUCH-MEMORY", "t3.html|complete|"], Stored());
        var before = DataFolder.Dump(Data);
        var second = await Harvest(sites.Port);
        Assert.Equal(before, DataFolder.Dump(Data));
        Assert.DoesNotContain("read_failed", second.Output, StringComparison.Ordinal);
    }

    string Data => Path.Combine(work.FullName, "data");

    static string Article => Encoding.UTF8.GetString(Fixtures.Bytes("donghu-finance-2021-clean"));

    IReadOnlyList<string> Stored() => DataFolder.Query(Data,
        "SELECT replace(url, 'http://a.example/gknb/', ''), outcome, (SELECT group_concat(code) FROM issue i WHERE i.agency = r.agency AND i.reading = r.id AND code LIKE 'TOO-%') FROM reading r ORDER BY url");

    Task<(int Code, string Output, string Error)> Harvest(int port)
    {
        var sources = Path.Combine(work.FullName, "sources.json");
        File.WriteAllText(sources, """[{"key":"a","agency":"东湖市财政局","address":"http://a.example/gknb/"}]""");
        return BuiltProgram.Run("harvest", "--data", Data, "--contact", "a@b.example", "--connect", $"127.0.0.1:{port}", "--sources", sources, "--format", "json");
    }
}
