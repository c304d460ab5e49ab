using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What a harvest of a province left behind, but for what depends on when it asked.</summary>
sealed class Harvested
{
    /// <summary>Links, originals, readings, figures, issues, and what every address gave.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Originals that nothing refers to.</summary>
    public required int Orphans { get; init; }

    public static Harvested In(string data, Province province)
    {
        var changing = province.Sites.Where(s => s.Fault == Fault.ChangingList).Select(s => s.Address("/")).ToArray();
        var lists = string.Join(" OR ", changing.Select(host => $"url LIKE '{host}%'").Append("0"));
        // What a changing list gave depends on when it was asked; what its documents gave does not.
        var free = DataFolder.Query(data, $"SELECT sha256 FROM publication WHERE {lists} EXCEPT SELECT sha256 FROM original").ToHashSet();
        var named = DataFolder.Query(data, "SELECT sha256 FROM publication UNION SELECT sha256 FROM original").ToHashSet();
        var dump = DataFolder.Dump(data);
        bool Depends(string row) => changing.Any(host => row.StartsWith($"visit {host}", StringComparison.Ordinal) || row.StartsWith($"publication {host}", StringComparison.Ordinal))
            || IsOriginal(row) && (free.Contains(row[..64]) || !named.Contains(row[..64]));
        return new Harvested { Rows = [.. dump.Where(row => !Depends(row))], Orphans = dump.Count(row => IsOriginal(row) && !named.Contains(row[..64])) };
    }

    static bool IsOriginal(string row) => row.IndexOf(' ', StringComparison.Ordinal) == 64;
}
