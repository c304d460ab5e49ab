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
        var before = transaction.Connection!.ExecuteScalar<string?>("SELECT agencies FROM source WHERE key = @key", new { key }, transaction);
        if (before == json) return false;
        transaction.Connection!.Execute("""
            INSERT INTO source (key, agencies) VALUES (@key, @json) ON CONFLICT (key) DO UPDATE SET agencies = excluded.agencies
            """, new { key, json }, transaction);
        return before is not null;
    }

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
