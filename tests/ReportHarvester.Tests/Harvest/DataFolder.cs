using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Looks at a data folder from outside, as another program would.</summary>
static partial class DataFolder
{
    // What may differ between two ways to the same end: the run log, times, and the status an address happened to answer last.
    static readonly string[] Passing = ["at", "first_seen", "last_seen", "gone_since", "unlisted_at", "read_at", "since", "found", "status"];

    /// <summary>
    /// Everything in the folder that must not depend on how it came about: all rows, and every original's name and size. Which agencies are counted in one
    /// block follows from their numbers; what the blocks come to together stands in the totals.
    /// </summary>
    public static IReadOnlyList<string> Dump(string folder)
    {
        using var connection = Open(folder);
        var tables = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'section_word_*' AND name NOT IN ('run', 'run_source', 'source_standing', 'schedule', 'alert', 'alert_told', 'source_check', 'host_rest', 'report_tally', 'problem_tally', 'dropped_original') ORDER BY name");
        var rows = tables.SelectMany(table => Rows(connection, table));
        // What goes when the folder is opened next is gone where it was opened since.
        var dropped = Query(connection, "SELECT sha256 FROM dropped_original d WHERE NOT EXISTS (SELECT 1 FROM original o WHERE o.sha256 = d.sha256) AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.sha256 = d.sha256)");
        var originals = Directory.EnumerateFiles(Path.Combine(folder, "originals"), "*", SearchOption.AllDirectories)
            .Where(file => !dropped.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {new FileInfo(file).Length}");
        return [.. rows, .. originals];
    }

    public static IReadOnlyList<string> Query(string folder, string sql)
    {
        using var connection = Open(folder);
        return Query(connection, sql);
    }

    public static void Execute(string folder, string sql) => Query(folder, sql);

    static IEnumerable<string> Rows(SqliteConnection connection, string table)
    {
        var columns = Query(connection, $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Except(Passing);
        return Query(connection, $"SELECT {string.Join(", ", columns.Select(column => Shown(table, column)))} FROM {table} t")
            .Order(StringComparer.Ordinal).Select(row => $"{table} {ReadingNumber().Replace(row, "")}");
    }

    [GeneratedRegex("\"reading\":\\d+,")]
    private static partial Regex ReadingNumber();

    // Numbers are given in the order in which things came, and that order may differ: what they stand for may not.
    static string Shown(string table, string column) => (table, column) switch
    {
        // How far the readings had come when prose was compared.
        ("derived", "rules") => "CASE WHEN what LIKE 'prose %' THEN '' ELSE rules END",
        (_, "settled") => "settled IS NOT NULL",
        (not "indicator", "id") => "''",
        (_, "agency" or "parent") or ("agency_event", "other") => $"(SELECT a.name || COALESCE(a.code, '') FROM agency a WHERE a.id = t.{column})",
        (_, "report") => "(SELECT a.name || p.year || p.scope FROM report p JOIN agency a ON a.id = p.agency WHERE p.id = t.report)",
        (_, "reading" or "before") => $"(SELECT r.sha256 || r.url || r.reader FROM reading r WHERE r.id = t.{column})",
        ("report_issue_figure", "issue") => "(SELECT i.code || i.subject FROM report_issue i WHERE i.id = t.issue)",
        _ => $"\"{column}\"",
    };

    static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return rows;
    }

    static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "reports.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
