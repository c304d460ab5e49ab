using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Keeps what every series and metric comes to in every current report, so that a whole country can be compared: the table measured has a row a
/// report and a column a measure, NULL where there is no value; none for a report that does not say for whom it speaks where another of the agency does, nor for one that may be another agency's.
/// Why there is no value, a <see cref="Comparison"/> says.
/// </summary>
static class Measured
{
    const int AtATime = 500;

    const string UpTo = " up to ";

    /// <summary>As what <see cref="Derived"/> knows it.</summary>
    public const string What = "measured";

    /// <summary>All series and metrics, as columns of the table.</summary>
    public static IReadOnlyList<Measure> Measures { get; } = [.. Series.All.Select(s => s.Id).Concat(Metric.All.Select(m => m.Id)).Select(id => Measure.Find(id)!)];

    /// <summary>How they are worked out; the number counts the changes of the code.</summary>
    public static string Rules { get; } = "6 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Series.All, Metrics = Metric.All }))));

    static readonly ComparisonQuestion Question = new() { Figures = [.. Measures.Select(measure => measure.Key)] };

    static readonly List<string> Parameters = [.. new[] { "@report", "@agency", "@year", "@ofRegion", "@edition" }.Concat(Measures.Select((_, i) => $"@m{i}"))];

    static readonly string Insert = $"INSERT INTO measured VALUES ({string.Join(", ", Parameters)})";

    const string Current = $"""
        SELECT p.id AS report, p.agency AS agency_id, p.year, p.scope, r.id AS reading, r.outcome, r.edition
        FROM json_each(@reports) t JOIN report p ON p.id = t.value JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE (p.scope <> 'unknown' OR NOT EXISTS (SELECT 1 FROM report o JOIN reading w ON w.agency = o.agency AND w.report = o.id AND w.is_current = 1
          WHERE o.agency = p.agency AND o.year = p.year AND o.scope = 'own' AND w.outcome <> 'failed'))
          AND NOT {FilingObjection.IsStrangers}
        """;

    // Whether one counts hangs on the other.
    const string Beside = "SELECT o.id FROM json_each(@reports) t JOIN report p ON p.id = t.value JOIN report o ON o.agency = p.agency AND o.year = p.year";

    /// <summary>The name of a measure's column; null where it has none.</summary>
    public static string? Column(FigureKey measure) => Measures.Any(known => known.Key == measure) ? $"\"{measure.Indicator}\"" : null;

    /// <summary>Makes the table where it is not by these rules, report after report; cut off, the next call goes on where this one was.</summary>
    public static void Refresh(SqliteConnection connection)
    {
        if (Derived.IsBy(connection, What, Rules)) return;
        var last = Last(connection) ?? Begin(connection);
        while (connection.Query<long>("SELECT id FROM report WHERE id > @last ORDER BY id LIMIT @AtATime", new { last, AtATime }).ToList() is { Count: > 0 } reports)
        {
            last = reports[^1];
            Commit(connection, $"{Rules}{UpTo}{last}", transaction => MeasureAgain(transaction, reports));
        }
        Commit(connection, Rules, _ => { });
    }

    // The last report that was measured for a table that is not whole yet.
    static long? Last(SqliteConnection connection) =>
        Derived.RulesOf(connection, What) is { } begun && begun.StartsWith(Rules + UpTo, StringComparison.Ordinal)
            ? long.Parse(begun.AsSpan(Rules.Length + UpTo.Length), CultureInfo.InvariantCulture) : null;

    static long Begin(SqliteConnection connection)
    {
        Commit(connection, $"{Rules}{UpTo}0", transaction => connection.Execute($"""
            DROP TABLE IF EXISTS measured;
            CREATE TABLE measured (report INTEGER PRIMARY KEY, agency INTEGER NOT NULL, year INTEGER NOT NULL, of_region INTEGER NOT NULL, edition TEXT, {string.Join(", ", Measures.Select(measure => $"\"{measure.Key.Indicator}\" NUMERIC"))});
            """, transaction: transaction));
        return 0;
    }

    static void Commit(SqliteConnection connection, string rules, Action<SqliteTransaction> work)
    {
        using var transaction = connection.BeginTransaction();
        work(transaction);
        Derived.Note(transaction, What, rules);
        transaction.Commit();
    }

    /// <summary>Measures these reports again, as far as they have a current reading.</summary>
    public static void MeasureAgain(SqliteTransaction transaction, IEnumerable<long> reports)
    {
        var connection = transaction.Connection!;
        var touched = reports.Where(report => report > 0).ToList();
        var beside = connection.Query<long>(Beside, new { reports = JsonSerializer.Serialize(touched) }, transaction);
        var asked = new { reports = JsonSerializer.Serialize(touched.Concat(beside).Distinct()) };
        connection.Execute("DELETE FROM measured WHERE report IN (SELECT value FROM json_each(@reports))", asked, transaction);
        var current = connection.Query<ReportPlace>(Current, asked, transaction).ToList();
        var evaluation = new Evaluation(Question);
        using var insert = new SqliteCommand(Insert, connection, transaction);
        var values = Parameters.Select(name => insert.Parameters.AddWithValue(name, DBNull.Value)).ToList();
        foreach (var (place, figures) in current.Zip(Comparison.Load(connection, Question, current)))
        {
            var answers = Measures.Select(measure => evaluation.Of(measure.Key, figures)).ToList();
            object?[] row = [place.Report, place.AgencyId, place.Year, place.Scope == Scope.Aggregate, place.Edition ?? answers.SelectMany(answer => answer.Editions).Max(),
                .. answers.Select(answer => answer.Value is { } value ? Printed.Store(value).Column : null)];
            foreach (var (parameter, value) in values.Zip(row)) parameter.Value = value ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }
}
