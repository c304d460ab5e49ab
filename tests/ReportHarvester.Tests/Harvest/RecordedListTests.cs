using System.Text.Json;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Every list page recorded under fixtures/lists gives exactly the links written beside it.</summary>
public class RecordedListTests
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    sealed record Expected(Uri Address, ReportLink[] Reports, ReportLink[] Folders, string[] NextPages, Dictionary<string, int> Passed);

    public static TheoryData<string> Lists => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "fixtures/lists")).Select(d => Path.GetFileName(d)!)];

    [Theory, MemberData(nameof(Lists))]
    public void Gives_the_links_written_beside_it(string list)
    {
        var folder = Path.Combine(Repository.Root, "fixtures/lists", list);
        var expected = JsonSerializer.Deserialize<Expected>(File.ReadAllText(Path.Combine(folder, "links.json")), Web)!;

        var page = Discovery.ReadList(File.ReadAllBytes(Path.Combine(folder, "page.html")), null, new PageRequest(expected.Address));

        Assert.Equal(expected.Reports, page.Reports);
        Assert.Equal(expected.Folders, page.Folders);
        Assert.Equal(expected.NextPages, page.NextPages.Select(p => p.Key));
        Assert.Equal(expected.Passed.OrderBy(p => p.Key), page.Passed.GroupBy(p => p.Reason.ToString()).ToDictionary(g => g.Key, g => g.Count()).OrderBy(p => p.Key));
    }
}
