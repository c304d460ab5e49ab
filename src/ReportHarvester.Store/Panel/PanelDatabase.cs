using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The panel as a SQLite file for Datasette or anybody's queries: keys and foreign keys, a view with what the tables share.</summary>
public sealed class PanelDatabase : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly Dictionary<string, SqliteCommand> inserts = [];

    /// <param name="file">A new file.</param>
    public PanelDatabase(string file, IReadOnlyList<PanelTable> tables)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        // Whole or not at all: the folder it stands in gets its name when all is written.
        connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; PRAGMA cache_size = -64000;");
        transaction = connection.BeginTransaction();
        foreach (var table in tables) Create(table);
    }

    /// <param name="row">In the order of all columns of the table; what a join gives is not stored.</param>
    public void Add(PanelTable table, IReadOnlyList<object?> row)
    {
        var insert = inserts[table.Name];
        foreach (var (i, value) in PanelRows.Joined(table, row).Index()) insert.Parameters[i].Value = Stored(value);
        insert.ExecuteNonQuery();
    }

    /// <summary>Adds the view and the index, and makes all of it last.</summary>
    public void Finish()
    {
        var shared = PanelTable.Figures.Columns.Where(c => c.Flat).Select(c => $"r.{Quoted(c.Name)}");
        connection.Execute($"""
            CREATE VIEW figures_with_report AS SELECT f.*, {string.Join(", ", shared)} FROM figures f JOIN reports r ON r.report = f.report;
            CREATE INDEX figures_indicator ON figures (indicator, applicant, value);
            CREATE INDEX reports_year ON reports (year, region);
            """, transaction: transaction);
        transaction.Commit();
        connection.Execute("ANALYZE;");
    }

    public void Dispose()
    {
        foreach (var insert in inserts.Values) insert.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    void Create(PanelTable table)
    {
        var columns = table.Columns.Where(c => !c.Flat).ToList();
        var lines = columns.Select(c => $"{Quoted(c.Name)} {TypeOf(c.Type)}{(c.Required ? " NOT NULL" : "")}")
            .Concat(table.Key.Count == 0 ? [] : [$"PRIMARY KEY ({string.Join(", ", table.Key.Select(Quoted))})"])
            .Concat(table.Links.Select(l => $"FOREIGN KEY ({string.Join(", ", l.Columns.Select(Quoted))}) REFERENCES {Quoted(l.Table)}"));
        connection.Execute($"CREATE TABLE {Quoted(table.Name)} (\n  {string.Join(",\n  ", lines)}\n){(table.Key.Count > 0 ? " WITHOUT ROWID" : "")}", transaction: transaction);
        var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {Quoted(table.Name)} VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Count)) insert.Parameters.Add(new SqliteParameter($"$p{i}", null));
        inserts.Add(table.Name, insert);
    }

    static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Boolean => "INTEGER",
        ColumnType.Number => "NUMERIC",
        _ => "TEXT",
    };

    static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        decimal number => Printed.Store(number).Column,
        bool yes => yes ? 1 : 0,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => PanelRows.Time(time),
        _ => value,
    };

    // Names are the program's own; quoted because some are words of SQL.
    static string Quoted(string name) => $"\"{name}\"";
}
