using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What a data folder held at the moment its program was cut off, looked at in a copy: whoever opens it next must do so without help.</summary>
sealed class Committed
{
    readonly Dictionary<string, bool> visits;

    Committed(Dictionary<string, bool> visits) => this.visits = visits;

    public static Committed Nothing { get; } = new([]);

    /// <param name="copy">A folder to copy the database into.</param>
    public static Committed In(string data, string copy)
    {
        if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.Exists(data) ? Directory.EnumerateFiles(data, "reports.db*") : [])
            if (!file.EndsWith("-shm", StringComparison.Ordinal)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        if (!File.Exists(Path.Combine(copy, "reports.db"))) return Nothing;
        Assert.Equal(["ok"], DataFolder.Query(copy, "PRAGMA integrity_check"));
        // A program cut off while it made the database leaves one without tables.
        if (DataFolder.Query(copy, "SELECT name FROM sqlite_master WHERE name = 'visit'").Count == 0) return Nothing;
        return new(DataFolder.Query(copy, "SELECT (etag IS NOT NULL OR last_modified IS NOT NULL) || url FROM visit WHERE sha256 IS NOT NULL").ToDictionary(v => v[1..], v => v[0] == '1'));
    }

    /// <summary>Of the answers of a later run, those that brought again what was committed, though its site offers a way to ask whether it is still the same.</summary>
    public IEnumerable<string> FetchedAgain(Province province, IEnumerable<Seen> seen)
    {
        var sites = province.Sites.ToDictionary(s => s.Host);
        return from answer in seen
               where answer is { Method: "GET", Status: 200 } && visits.GetValueOrDefault(AddressOf(answer))
               // A list that changes is read again as often as it does.
               let site = sites[answer.Host]
               where site.Fault != Fault.ChangingList || site.Documents.ContainsKey(answer.Target)
               select AddressOf(answer);
    }

    /// <summary>Answers that brought again what was committed because no site can be asked for less.</summary>
    public int AskedAgain(IEnumerable<Seen> seen) => seen.Count(s => s is { Method: "GET", Status: 200 } && visits.TryGetValue(AddressOf(s), out var validated) && !validated);

    public static string AddressOf(Seen seen) => $"http://{seen.Host}{seen.Target}";
}
