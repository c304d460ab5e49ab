using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Keeps the words of the sections of every reading, by its id.</summary>
static class SectionIndex
{
    const string Insert = "INSERT INTO section_word (rowid, words) VALUES (@reading, @words)";

    public static void Add(SqliteTransaction transaction, long reading, IEnumerable<string> texts) =>
        transaction.Connection!.Execute(Insert, new { reading, words = SearchWords.Of(string.Join('。', texts)) }, transaction);

    /// <summary>Enters readings that were saved before there was an index, or by a program without one.</summary>
    public static void Complete(SqliteConnection connection)
    {
        var last = connection.ExecuteScalar<long>("SELECT COALESCE((SELECT rowid FROM section_word ORDER BY rowid DESC LIMIT 1), 0)");
        var missing = connection.Query<long>("SELECT id FROM reading WHERE id > @last ORDER BY id", new { last }).ToList();
        if (missing.Count == 0) return;
        using var transaction = connection.BeginTransaction();
        foreach (var reading in missing)
            Add(transaction, reading, connection.Query<string>("SELECT text FROM section WHERE reading = @reading ORDER BY position", new { reading }, transaction));
        transaction.Commit();
    }
}
