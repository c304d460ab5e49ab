using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Keeps the database's copy of the codebook like the program's.</summary>
static class CodebookCopy
{
    public static void Refresh(SqliteConnection connection)
    {
        var stored = connection.Query<Indicator>("""
            SELECT id, edition, form_table AS "table", form_group AS "group", label, english, unit, kind FROM indicator
            """);
        if (stored.ToHashSet().SetEquals(Codebook.Indicators)) return;
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM indicator WHERE 1 = 1", transaction: transaction);
        connection.Execute("""
            INSERT INTO indicator (id, edition, form_table, form_group, label, english, unit, kind)
            VALUES (@Id, @Edition, @Table, @Group, @Label, @English, @Unit, @Kind)
            """, Codebook.Indicators, transaction);
        transaction.Commit();
    }
}
