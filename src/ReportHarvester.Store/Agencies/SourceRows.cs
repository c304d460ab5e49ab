using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The sources, and the agencies that they speak for.</summary>
static class SourceRows
{
    /// <summary>Enters the source, or replaces whom it speaks for. Its agencies become known, also before they have any report.</summary>
    /// <returns>True where it spoke for others before.</returns>
    public static bool Enter(SqliteTransaction transaction, string key, IReadOnlyList<string> agencies)
    {
        foreach (var agency in agencies) AgencyNames.Enter(transaction, agency);
        var json = JsonSerializer.Serialize(agencies, Plain);
        var connection = transaction.Connection!;
        var before = connection.ExecuteScalar<string?>("SELECT agencies FROM source WHERE key = @key", new { key }, transaction);
        if (before == json && AreFolded(connection, key, agencies, transaction)) return false;
        if (before is not null)
            connection.Execute("DELETE FROM source_agency WHERE name IN (SELECT value FROM json_each(@folded)) AND source = @key", new { key, folded = Folded(JsonSerializer.Deserialize<string[]>(before)!) }, transaction);
        connection.Execute("""
            INSERT INTO source (key, agencies) VALUES (@key, @json) ON CONFLICT (key) DO UPDATE SET agencies = excluded.agencies
            """, new { key, json }, transaction);
        // The registry may write it otherwise.
        connection.Execute("INSERT OR IGNORE INTO source_agency (name, source) SELECT value, @key FROM json_each(@folded)", new { key, folded = Folded(agencies) }, transaction);
        return before is not null && before != json;
    }

    static string Folded(IEnumerable<string> agencies) => JsonSerializer.Serialize(agencies.Select(AgencyNames.Fold));

    // A program of before entered them as they are written only.
    static bool AreFolded(SqliteConnection connection, string key, IReadOnlyList<string> agencies, SqliteTransaction transaction) =>
        !connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM json_each(@folded) n WHERE NOT EXISTS (SELECT 1 FROM source_agency WHERE name = n.value AND source = @key))", new { key, folded = Folded(agencies) }, transaction);

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
