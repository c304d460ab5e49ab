using System.Text.Json;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Sites;

/// <summary>
/// A bureau as Sites/sites.json names it: its host, the column with its annual reports, the reports by truth with their addresses there
/// (newest first), and what else the column lists.
/// </summary>
sealed record Bureau(
    string Key, string Host, string Column, string Note, IReadOnlyDictionary<string, string> Reports, IReadOnlyList<Entry> Unrelated)
{
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Bureau> All { get; } =
        JsonSerializer.Deserialize<List<Bureau>>(Resources.Text("Sites/sites.json"), options)!;

    public IReadOnlyList<Truth> Truths { get; } = [.. Reports.Keys.Select(TruthFile.Read)];

    public string Agency => Truths[0].Agency;

    public Uri Address => new($"http://{Host}{Column}");

    /// <summary>The lines of the list for the reports, newest first.</summary>
    public IReadOnlyList<Entry> Entries =>
        [.. Truths.Zip(Reports.Values, (t, address) => new Entry(address, t.Title, Page.Published(t), IsReport: true))];

    /// <summary>The path on the host of an address in the column.</summary>
    public string PathOf(string address) => new Uri(Address, address).AbsolutePath;
}

/// <summary>What a bureau's column lists, on all its pages and in order, and everything its host answers.</summary>
sealed record Site(Bureau Bureau, IReadOnlyList<Entry> Listed, IReadOnlyList<Answer> Answers)
{
    /// <summary>The links to annual reports that the column holds, with whole titles and absolute addresses.</summary>
    public IEnumerable<(Uri Address, string Title)> Links =>
        Listed.Where(e => e.IsReport).Select(e => (new Uri(Bureau.Address, e.Address), e.Title));
}
