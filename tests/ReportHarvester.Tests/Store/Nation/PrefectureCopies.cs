using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>Copies what a store with the first prefecture holds, under ids that go on where those of the last copy end.</summary>
sealed class PrefectureCopies
{
    static readonly Prefecture First = new(0);

    // What speaks of the store and not of an agency, or of many agencies together, or follows the table source.
    static readonly string[] Own = ["indicator", "derived", "run", "schedule", "alert", "alert_told", "report_tally", "problem_tally", "report_total", "problem_total", "source_agency"];

    readonly SqliteConnection connection;
    readonly List<(string Table, string Column, bool IsText)> columns;
    readonly Dictionary<string, long> ids;

    /// <param name="connection">To a store that is empty.</param>
    /// <param name="folder">The store with the first prefecture.</param>
    public PrefectureCopies(SqliteConnection connection, string folder)
    {
        this.connection = connection;
        connection.Execute("PRAGMA foreign_keys = OFF; ATTACH @file AS one;", new { file = Path.Combine(folder, "reports.db") });
        columns = [.. connection.Query<(string Table, string Column, string Type)>("""
            SELECT t.name, c.name, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid
            """).Where(c => !Own.Contains(c.Table)).Select(c => (c.Table, c.Column, c.Type == "TEXT"))];
        ids = columns.Where(c => c.Column == "id").ToDictionary(c => c.Table, c => connection.ExecuteScalar<long>($"SELECT max(id) FROM one.{c.Table}"));
        KeepWords();
    }

    // The index of words gives back no text.
    void KeepWords()
    {
        connection.Execute("CREATE TEMP TABLE word (reading INTEGER PRIMARY KEY, words TEXT NOT NULL)");
        var texts = connection.Query<(long Reading, string Texts)>("SELECT reading, group_concat(text, '。' ORDER BY position) FROM one.section GROUP BY reading", buffered: false);
        connection.Execute("INSERT INTO word VALUES (@Reading, @words)", texts.Select(section => new { section.Reading, words = SearchWords.Of(section.Texts) }).ToList());
    }

    public void Add(Prefecture prefecture)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in columns.GroupBy(c => c.Table))
            connection.Execute($"INSERT INTO {table.Key} SELECT {string.Join(", ", table.Select(c => Moved(c.Table, c.Column, c.IsText, prefecture)))} FROM one.{table.Key}", transaction: transaction);
        connection.Execute($"INSERT INTO section_word (rowid, words) SELECT {After("reading", "reading", prefecture)}, {Renamed("words", prefecture)} FROM word", transaction: transaction);
        transaction.Commit();
    }

    string Moved(string table, string column, bool isText, Prefecture prefecture) => (table, column) switch
    {
        (_, "id") => After(column, table, prefecture),
        (_, "agency" or "parent") or ("agency_event", "other") => After(column, "agency", prefecture),
        (_, "report" or "reading") => After(column, column, prefecture),
        (_, "before") => After(column, "reading", prefecture),
        ("report_issue_figure", "issue") => After(column, "report_issue", prefecture),
        (_, "region") => $"'{prefecture.Digits}' || substr(region, 5)",
        (_, "sha256") when prefecture != First => $"'{prefecture.Digits}' || substr(sha256, 1, 60)",
        _ => isText ? Renamed(column, prefecture) : $"\"{column}\"",
    };

    // 0 and NULL refer to nothing.
    string After(string column, string table, Prefecture prefecture) => $"{column} + ({column} > 0) * {ids[table] * prefecture.Number}";

    static string Renamed(string column, Prefecture prefecture) =>
        $"replace(replace(replace(\"{column}\", '{First.Province}', '{prefecture.Province}'), '{First.City}', '{prefecture.City}'), '{First.Prefix}', '{prefecture.Prefix}')";
}
