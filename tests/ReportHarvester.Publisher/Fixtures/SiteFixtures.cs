using System.Text.Json.Nodes;
using ReportHarvester.Publisher.Sites;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Writes what each site answers under its host name, the links its column holds, and the list of sources.</summary>
static class SiteFixtures
{
    public static async Task Write(IReadOnlyList<BureauSite> sites, string directory, CancellationToken cancel)
    {
        foreach (var site in sites)
        {
            var root = Path.Combine(directory, site.Host);
            foreach (var answer in site.Answers)
            {
                var file = Path.Combine(root, answer.Path.TrimStart('/'));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, await answer.Content(cancel), cancel);
            }
            await File.WriteAllTextAsync(Path.Combine(root, "links.json"), TruthJson.Of(Links(site)), cancel);
        }
        await File.WriteAllTextAsync(Path.Combine(directory, "sources.json"), TruthJson.Of(new JsonArray([.. sites.Select(Source)])), cancel);
    }

    static JsonArray Links(BureauSite site) => new([.. site.Links.Select(l => (JsonNode)new JsonObject
    {
        ["address"] = l.Address.AbsoluteUri,
        ["title"] = l.Title,
    })]);

    static JsonNode Source(BureauSite site) => new JsonObject
    {
        ["key"] = site.Key,
        ["agency"] = site.Agency,
        ["address"] = site.Address.AbsoluteUri,
        ["note"] = site.Note,
        ["expect"] = new JsonObject { ["min"] = 3, ["max"] = site.Links.Count() + 2 },
    };
}
