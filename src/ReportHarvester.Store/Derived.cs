using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What of the database was worked out from the rest of it, and by which rules: it is gone through again only when these change.</summary>
static class Derived
{
    /// <summary>Changes with every change to the checks, their words and what feeds them: what an older build found does not outlive it.</summary>
    public static readonly string Build = $"{typeof(Rules).Module.ModuleVersionId:N} {typeof(Derived).Module.ModuleVersionId:N}";

    public static void Refresh(SqliteConnection connection, string what, string rules, Action<SqliteTransaction> work)
    {
        if (IsBy(connection, what, rules)) return;
        using var transaction = connection.BeginTransaction();
        work(transaction);
        Note(transaction, what, rules);
        transaction.Commit();
    }

    public static bool IsBy(SqliteConnection connection, string what, string rules) => RulesOf(connection, what) == rules;

    /// <summary>By which it was worked out; null if it never was.</summary>
    public static string? RulesOf(SqliteConnection connection, string what) => connection.ExecuteScalar<string?>("SELECT rules FROM derived WHERE what = @what", new { what });

    public static void Note(SqliteTransaction transaction, string what, string rules) =>
        transaction.Connection!.Execute("INSERT INTO derived (what, rules) VALUES (@what, @rules) ON CONFLICT (what) DO UPDATE SET rules = excluded.rules", new { what, rules }, transaction);
}
