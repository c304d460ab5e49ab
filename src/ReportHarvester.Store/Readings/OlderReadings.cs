using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Works out for readings of an older schema what SQL cannot: the hash of what they say.</summary>
static class OlderReadings
{
    public static void Complete(SqliteConnection connection)
    {
        var open = connection.Query<long>("SELECT id FROM reading WHERE content IS NULL").ToList();
        if (open.Count == 0) return;
        using var transaction = connection.BeginTransaction();
        foreach (var id in open)
        {
            var report = ReadingLoader.Load(connection, id)!.Report;
            connection.Execute("UPDATE reading SET content = @content, figures = @figures WHERE id = @id",
                new { id, content = Content.Of(report), figures = report.Figures.Count }, transaction);
        }
        transaction.Commit();
    }
}
