using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The agencies and the sources that speak for them.</summary>
static class Registry
{
    /// <summary>Enters source and agency if they are new and returns the agency's id.</summary>
    public static long Enter(SqliteTransaction transaction, string source, string agency)
    {
        var connection = transaction.Connection!;
        connection.Execute("INSERT INTO agency (name) VALUES (@agency) ON CONFLICT (name) DO NOTHING", new { agency }, transaction);
        var id = connection.ExecuteScalar<long>("SELECT id FROM agency WHERE name = @agency", new { agency }, transaction);
        connection.Execute("""
            INSERT INTO source (key, agency) VALUES (@source, @id)
            ON CONFLICT (key) DO UPDATE SET agency = excluded.agency
            """, new { source, id }, transaction);
        return id;
    }
}
