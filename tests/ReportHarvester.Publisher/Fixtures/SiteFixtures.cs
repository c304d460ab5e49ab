using System.Text.Json.Nodes;
using ReportHarvester.Publisher.Sites;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Writes what each site answers under its host name, the links its column holds, and the list of sources.</summary>
static class SiteFixtures
{
    public static async Task Write(IReadOnlyList<Site> sites, string directory, CancellationToken cancel)
    {
        foreach (var site in sites)
        {
            var root = Path.Combine(directory, site.Bureau.Host);
            foreach (var answer in site.Answers)
            {
                var file = Path.Combine(root, answer.Path.TrimStart('/'));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, await answer.Content(cancel), cancel);
            }
            await File.WriteAllTextAsync(Path.Combine(root, "links.json"), TruthJson.Of(Links(site)), cancel);
        }
        var sources = new JsonArray([.. sites.Select(Source)]);
        await File.WriteAllTextAsync(Path.Combine(directory, "sources.json"), TruthJson.Of(sources), cancel);
    }

    static JsonArray Links(Site site) => new([.. site.Links.Select(l => (JsonNode)new JsonObject
    {
        ["address"] = l.Address.AbsoluteUri,
        ["title"] = l.Title,
    })]);

    static JsonNode Source(Site site) => new JsonObject
    {
        ["key"] = site.Bureau.Key,
        ["agency"] = site.Bureau.Agency,
        ["address"] = site.Bureau.Address.AbsoluteUri,
        ["note"] = site.Bureau.Note,
        ["expect"] = new JsonObject { ["min"] = 3, ["max"] = site.Links.Count() + 2 },
    };
}
