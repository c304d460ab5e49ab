using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

public sealed class NationTests : IDisposable
{
    const int Agencies = 3;

    // What is copied is another document that says the same but for a name. Where prefectures are filed, that is found out and takes numbers; all else is to be equal.
    const string SaysTheSame = "C-DUP";

    static readonly (string Table, string Column)[] Other = [("original", "sha256"), ("reading", "sha256"), ("visit", "sha256"), ("publication", "sha256"), ("reading", "content"), ("report_issue", "id"), ("report_issue_figure", "issue")];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nation-test-");

    [Fact]
    public void Prefectures_that_are_copied_are_as_if_they_had_been_filed()
    {
        var (one, copied, filed) = (Path.Combine(folder.FullName, "one"), Path.Combine(folder.FullName, "copied"), Path.Combine(folder.FullName, "filed"));
        NationStore.Fill(one, (store, run) => new Prefecture(0).File(store, run, Agencies));
        NationStore.Fill(copied, (store, _) => NationStore.Copy(store, one, prefectures: 3));
        NationStore.Fill(filed, (store, run) =>
        {
            for (var number = 0; number < 3; number++) new Prefecture(number).File(store, run, Agencies);
        });

        var (rows, expected) = (Rows(copied), Rows(filed));
        foreach (var table in expected.Keys) Assert.Equal(expected[table], rows[table]);
        Assert.True(expected["report_issue"].Count > 0 && expected["issue"].Count > 0 && expected["statement"].Count > 0 && expected["word"].Count > 0);
    }

    // Every table, and the words of the index, whose own tables tell in which order they came in.
    static Dictionary<string, List<string>> Rows(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "reports.db")};Pooling=False");
        connection.Open();
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        connection.Execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, section_word, instance)");
        return connection.Query<string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%' AND name <> 'derived'").Append("word")
            .ToDictionary(table => table, table => connection.Query($"SELECT * FROM {table}").Select(row => (string)Line(table, row)).Where(line => !line.Contains(SaysTheSame, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList());
    }

    static string Line(string table, dynamic row) => string.Join('|', ((IDictionary<string, object>)row).Where(column => !Other.Contains((table, column.Key))).Select(column => $"{column.Key}={column.Value}"));

    public void Dispose() => folder.Delete(recursive: true);
}
