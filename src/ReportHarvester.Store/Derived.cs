using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What of the database was worked out from the rest of it, and by which rules: it is gone through again only when these change.</summary>
static class Derived
{
    public static void Refresh(SqliteConnection connection, string what, string rules, Action<SqliteTransaction> work)
    {
        if (connection.ExecuteScalar<string?>("SELECT rules FROM derived WHERE what = @what", new { what }) == rules) return;
        using var transaction = connection.BeginTransaction();
        work(transaction);
        connection.Execute("INSERT INTO derived (what, rules) VALUES (@what, @rules) ON CONFLICT (what) DO UPDATE SET rules = excluded.rules", new { what, rules }, transaction);
        transaction.Commit();
    }
}
