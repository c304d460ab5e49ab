using Microsoft.Data.Sqlite;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>Enters reports that have nothing but prose, as the rows of the one reading that the program saved; a hundred times as fast.</summary>
sealed class PatternRows : IDisposable
{
    static readonly int[] Sections = [1, 5, 6];

    readonly SqliteTransaction transaction;
    readonly SqliteCommand report, reading, section;

    public PatternRows(SqliteConnection connection)
    {
        transaction = connection.BeginTransaction();
        report = Command("INSERT INTO report (agency, year, scope) SELECT id, $year, 'own' FROM agency WHERE code = $agency RETURNING id", "$agency", "$year");
        reading = Command("""
            INSERT INTO original (sha256, bytes, format, first_seen) SELECT $report, bytes, format, first_seen FROM original LIMIT 1;
            INSERT INTO reading (agency, report, source, url, article, sha256, reader, format, outcome, printed_year, scope, read_at, is_current, figures)
            SELECT p.agency, p.id, r.source, r.url || '/' || p.id, r.url || '/' || p.id, $report, r.reader, r.format, 'complete', p.year, p.scope, r.read_at, 1, 0 FROM reading r JOIN report p ON p.id = $report WHERE r.id = 1
            RETURNING id
            """, "$report");
        section = Command("INSERT INTO section (agency, reading, position, number, title, text) SELECT agency, id, $number, $number, '', $text FROM reading WHERE id = $reading", "$reading", "$number", "$text");
    }

    public void Add(string agency, int year, IReadOnlyList<string> prose)
    {
        var id = Run(reading, Run(report, agency, year));
        foreach (var (i, number) in Sections.Index()) Run(section, id, number, prose[i]);
    }

    public void Dispose()
    {
        transaction.Commit();
        foreach (var command in new[] { report, reading, section }) command.Dispose();
        transaction.Dispose();
    }

    SqliteCommand Command(string sql, params string[] names)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var name in names) command.Parameters.AddWithValue(name, null);
        return command;
    }

    static object? Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteScalar();
    }
}
