using System.Text.Json.Nodes;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>A report to print: its folder, what is special about it, the truth it prints, and how it is printed.</summary>
sealed record Fixture(string Folder, string What, IReadOnlyList<string> Layout, Truth Truth, string Extension, Func<CancellationToken, Task<byte[]>> Print)
{
    public async Task Write(string directory, CancellationToken cancel)
    {
        SelfCheck.Hold(Truth);
        var bytes = await Print(cancel);
        var target = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(target, "source." + Extension), bytes, cancel);
        await File.WriteAllTextAsync(Path.Combine(target, "truth.json"), TruthJson.Of(Truth), cancel);
        await File.WriteAllTextAsync(Path.Combine(target, "about.json"), TruthJson.Of(About()), cancel);
    }

    JsonObject About() => new()
    {
        ["what"] = What,
        ["layout"] = new JsonArray([.. Layout.Select(l => (JsonNode)l)]),
        ["figures"] = Truth.Source,
        ["prose"] = "own",
    };
}
