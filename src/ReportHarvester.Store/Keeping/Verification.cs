using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What is wrong in a data folder, and how much was looked at.</summary>
public sealed record Verification(IReadOnlyList<string> OfDatabase, IReadOnlyList<string> OfOriginals, int Originals, int Readings)
{
    public IReadOnlyList<string> Problems => [.. OfDatabase, .. OfOriginals];

    /// <summary>
    /// Checks the database as such, that every row refers to something, that every original is there with its own hash, and that every
    /// reading has what belongs to it. Changes nothing and may run beside a writer.
    /// </summary>
    public static Verification Of(ReportStore store, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var kept = new List<string>();
        var readings = 0;
        try
        {
            store.Read(connection =>
            {
                problems.AddRange(connection.Query<string>("PRAGMA integrity_check;").Where(answer => answer != "ok").Select(answer => $"reports.db: {answer}"));
                problems.AddRange(connection.Query("PRAGMA foreign_key_check;").Select(row => $"reports.db: a row of {row.table} refers to nothing in {row.parent}"));
                problems.AddRange(connection.Query<string>(Rules));
                kept.AddRange(connection.Query<string>(Kept));
                return readings = connection.ExecuteScalar<int>("SELECT count(*) FROM reading");
            });
        }
        catch (SqliteException damaged)
        {
            problems.Add($"reports.db: {damaged.Message}");
        }
        var originals = new List<string>();
        foreach (var sha256 in kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(store.Originals, sha256, out var trouble) is null) originals.Add(trouble!);
        }
        return new Verification(problems, originals, kept.Count, readings);
    }

    // Everything whose bytes the database counts on: what was read, and what an address gave last.
    const string Kept = "SELECT sha256 FROM original UNION SELECT sha256 FROM visit WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM publication ORDER BY 1";

    const string Rules = """
        SELECT 'reading ' || r.id || ' has no evidence' FROM reading r LEFT JOIN evidence e ON e.reading = r.id AND e.agency = r.agency WHERE e.reading IS NULL
        UNION ALL
        SELECT 'reading ' || r.id || ' should have ' || r.figures || ' figures' FROM reading r
          WHERE r.figures <> (SELECT count(*) FROM figure f WHERE f.reading = r.id AND f.agency = r.agency)
        UNION ALL
        SELECT 'report ' || p.id || ' has readings and none is current' FROM report p
          WHERE EXISTS (SELECT 1 FROM reading WHERE agency = p.agency AND report = p.id AND NOT EXISTS (
            SELECT 1 FROM reading later WHERE later.agency = reading.agency AND later.sha256 = reading.sha256 AND later.url = reading.url AND later.id > reading.id))
          AND NOT EXISTS (SELECT 1 FROM reading WHERE agency = p.agency AND report = p.id AND is_current = 1)
        """;

    /// <summary>An original; null where it is missing or not what it was, and what is the trouble then.</summary>
    internal static byte[]? Read(DocumentArchive originals, string sha256, out string? trouble)
    {
        try
        {
            var bytes = originals.Read(sha256);
            trouble = bytes is null ? $"original {sha256} is missing" : null;
            return bytes;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            trouble = $"original {sha256}: {e.Message}";
            return null;
        }
    }

    /// <summary>The hashes whose bytes a database counts on.</summary>
    internal static IReadOnlyList<string> KeptBy(SqliteConnection connection) => [.. connection.Query<string>(Kept)];
}
