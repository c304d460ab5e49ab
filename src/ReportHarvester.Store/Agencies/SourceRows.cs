using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The sources, and the agencies that they speak for.</summary>
static class SourceRows
{
    /// <summary>Enters the source, or replaces whom it speaks for. Its agencies become known, also before they have any report.</summary>
    public static void Enter(SqliteTransaction transaction, string key, IReadOnlyList<string> agencies)
    {
        foreach (var agency in agencies) AgencyNames.Enter(transaction, agency);
        transaction.Connection!.Execute("""
            INSERT INTO source (key, agencies) VALUES (@key, @json) ON CONFLICT (key) DO UPDATE SET agencies = excluded.agencies
            """, new { key, json = JsonSerializer.Serialize(agencies, Plain) }, transaction);
    }

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
