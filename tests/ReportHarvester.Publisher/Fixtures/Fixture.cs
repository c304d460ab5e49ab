using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>What Fixtures/about.json says of a fixture.</summary>
sealed record About(string What, IReadOnlyList<string> Layout);

/// <summary>A report to print into a folder named agency-year-special: what it prints, and how.</summary>
sealed partial record Fixture(string Folder, Truth Truth, string Extension, Func<CancellationToken, Task<byte[]>> Print)
{
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
    static readonly Dictionary<string, About> abouts =
        JsonSerializer.Deserialize<Dictionary<string, About>>(Resources.Text("Fixtures/about.json"), options)!;

    /// <summary>The truth that a folder's name begins with.</summary>
    public static Truth TruthOf(string folder) => TruthFile.Read(AgencyAndYear().Match(folder).Value);

    public async Task Write(string directory, CancellationToken cancel)
    {
        SelfCheck.Hold(Truth);
        var bytes = await Print(cancel);
        var target = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(target, "source." + Extension), bytes, cancel);
        await File.WriteAllTextAsync(Path.Combine(target, "truth.json"), TruthJson.Of(Truth), cancel);
        await File.WriteAllTextAsync(Path.Combine(target, "about.json"), TruthJson.Of(Description()), cancel);
    }

    JsonObject Description() => new()
    {
        ["what"] = abouts[Folder].What,
        ["layout"] = new JsonArray([.. abouts[Folder].Layout.Select(l => (JsonNode)l)]),
        ["figures"] = Truth.Source,
        ["prose"] = "own",
    };

    [GeneratedRegex("^.*?-[0-9]{4}(?=-)")]
    private static partial Regex AgencyAndYear();
}
