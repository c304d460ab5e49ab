using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Works out for readings of an older schema what SQL cannot: the hash of what they say.</summary>
static class OlderReadings
{
    /// <summary>Every program that has these rules gives a reading its hash when it saves it.</summary>
    public const string Rules = "1";

    public static void Complete(SqliteTransaction transaction)
    {
        var connection = transaction.Connection!;
        foreach (var id in connection.Query<long>("SELECT id FROM reading WHERE content IS NULL", transaction: transaction).ToList())
        {
            var report = ReadingLoader.Load(connection, id)!.Report;
            connection.Execute("UPDATE reading SET content = @content, figures = @figures WHERE id = @id",
                new { id, content = Content.Of(report), figures = report.Figures.Count }, transaction);
        }
    }
}
