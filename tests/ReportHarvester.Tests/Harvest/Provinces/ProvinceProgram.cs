using ReportHarvester.Harvest;
using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>The built program harvesting a province of its own, made from a seed, as its users start it; every host is dialled at this machine.</summary>
sealed class ProvinceProgram : IAsyncDisposable
{
    // As long as reports have been owed.
    const int AllYears = 17;

    readonly string sources;

    ProvinceProgram(Province province, ProvinceServer server, string folder)
    {
        (Province, Server, Data) = (province, server, Path.Combine(folder, "data"));
        sources = Path.Combine(Directory.CreateDirectory(folder).FullName, "sources.json");
        File.WriteAllText(sources, SourceList.Write(ProvinceRun.SourcesOf(province)));
    }

    public Province Province { get; }
    public ProvinceServer Server { get; }
    public string Data { get; }

    /// <summary>The command line of a harvest.</summary>
    public string[] Harvest => ["harvest", "--sources", sources, "--data", Data, "--contact", "test@province.example", "--connect", $"127.0.0.1:{Server.Port}", "--set", "diskFloorMiB=0"];

    public static async Task<ProvinceProgram> Of(int seed, int agencies, int? years, string folder)
    {
        var province = Province.Of(seed, agencies, years ?? AllYears);
        return new ProvinceProgram(province, await ProvinceServer.Start(province), folder);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
