using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Loads of a reading what checks across reports look at: its numbers from the wide rows, without where they stood. The reports of an agency's years
/// are compared one after the other, and a unit's with those of its government: what was loaded last is kept.
/// </summary>
sealed class YearReports(SqliteTransaction transaction)
{
    readonly SqliteConnection connection = transaction.Connection!;

    // As many as a county has units; a report is some hundred numbers and its prose.
    const int MostKept = 64;

    readonly Dictionary<long, YearReport> kept = [];
    readonly Queue<long> order = [];

    public YearReport Load(long reading)
    {
        if (kept.TryGetValue(reading, out var known)) return known;
        if (order.Count == MostKept) kept.Remove(order.Dequeue());
        order.Enqueue(reading);
        return kept[reading] = Read(reading);
    }

    YearReport Read(long reading)
    {
        var head = connection.QuerySingle<(long Year, string Scope)>("""
            SELECT p.year, p.scope FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report WHERE r.id = @reading
            """, new { reading }, transaction);
        return new YearReport
        {
            Year = (int)head.Year, Scope = Word.To<Scope>(head.Scope)!.Value, Figures = Figures(reading),
            Columns = [.. Columns(reading)], Statements = [.. ReadingLoader.Statements(connection, reading)], Sections = [.. ReadingLoader.Sections(connection, reading)],
        };
    }

    // Another column may list the same article, or another document of the report.
    IEnumerable<string> Columns(long reading) => connection.Query<string>("""
        SELECT DISTINCT s.address FROM reading r JOIN reading d ON d.agency = r.agency AND d.report = r.report AND d.imported = 0
        JOIN link l ON l.url = d.article AND l.tombstone IS NULL JOIN source s ON s.key = l.source WHERE r.id = @reading AND s.address IS NOT NULL ORDER BY 1
        """, new { reading }, transaction);

    string? Unit(long reading, FigureKey key) => connection.ExecuteScalar<string?>(
        "SELECT unit FROM figure WHERE reading = @reading AND indicator = @Indicator AND applicant IS @Applicant", new { reading, key.Indicator, key.Applicant }, transaction);

    Dictionary<FigureKey, YearFigure> Figures(long reading)
    {
        var figures = new Dictionary<FigureKey, YearFigure>();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT indicator, edition, {string.Join(", ", FigureRows.Columns)} FROM figure_row WHERE reading = $reading";
        command.Parameters.AddWithValue("$reading", reading);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            for (var i = 0; i < FigureRows.Columns.Length; i++)
                if (!rows.IsDBNull(i + 2))
                    figures[new(rows.GetString(0), i == 0 ? null : FigureRows.Columns[i])] = new(Store.Printed.Read(rows.GetValue(i + 2)), rows.GetString(1));
        // Counts in another unit than ones are not in the rows; amounts are, whatever they count by.
        foreach (var key in figures.Keys.Where(key => Codebook.Find(key.Indicator)?.Kind == "amount").ToList()) figures[key] = figures[key] with { Unit = Unit(reading, key) };
        return figures;
    }
}
