using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Keeps the counts of reports and problems true: triggers note which blocks of agencies a transaction touches, and these are counted again before it ends.</summary>
static class Tally
{
    /// <summary>What is counted; the number goes up with every change of it.</summary>
    public const string Rules = "1";

    /// <summary>How many agencies are counted together.</summary>
    public const int BlockSize = 64;

    static readonly string Touches = $"""
        CREATE TEMP TABLE touched (block INTEGER PRIMARY KEY);
        CREATE TEMP TRIGGER read AFTER INSERT ON main.reading BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency / {BlockSize}); END;
        CREATE TEMP TRIGGER reread AFTER UPDATE OF agency, report, is_current ON main.reading BEGIN INSERT OR IGNORE INTO touched VALUES (OLD.agency / {BlockSize}), (NEW.agency / {BlockSize}); END;
        CREATE TEMP TRIGGER found AFTER INSERT ON main.report_issue BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency / {BlockSize}); END;
        CREATE TEMP TRIGGER weighed AFTER UPDATE OF agency, report, severity, fault, settled ON main.report_issue BEGIN INSERT OR IGNORE INTO touched VALUES (OLD.agency / {BlockSize}), (NEW.agency / {BlockSize}); END;
        CREATE TEMP TRIGGER named AFTER INSERT ON main.agency_period BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency / {BlockSize}); END;
        CREATE TEMP TRIGGER unnamed AFTER DELETE ON main.agency_period BEGIN INSERT OR IGNORE INTO touched VALUES (OLD.agency / {BlockSize}); END;
        """;

    const string Count = """
        DELETE FROM report_tally WHERE block = @block;
        DELETE FROM problem_tally WHERE block = @block;
        INSERT INTO report_tally (region, block, year, reports, unread)
        SELECT COALESCE(a.region, ''), @block, p.year, count(*), sum(r.outcome = 'failed')
        FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report
        JOIN agency_period a ON a.agency = r.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = r.agency)
        WHERE r.agency BETWEEN @first AND @last AND r.is_current = 1 GROUP BY 1, 2, 3;
        INSERT INTO problem_tally (region, block, year, code, severity, fault, form_table, problems)
        SELECT COALESCE(a.region, ''), @block, COALESCE(w.year, 0), w.code, w.severity, w.fault, COALESCE(w.form_table, ''), count(*)
        FROM problem w JOIN agency_period a ON a.agency = w.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = w.agency)
        WHERE w.agency BETWEEN @first AND @last GROUP BY 1, 2, 3, 4, 5, 6, 7;
        """;

    /// <summary>From now on notes what transactions of this connection touch.</summary>
    public static void Watch(SqliteConnection connection) => connection.Execute(Touches);

    /// <summary>Counts again what the transaction touched.</summary>
    public static void Settle(SqliteTransaction transaction)
    {
        var blocks = transaction.Connection!.Query<long>("SELECT block FROM touched", transaction: transaction).ToList();
        if (blocks.Count == 0) return;
        foreach (var block in blocks) CountAgain(transaction, block);
        transaction.Connection!.Execute("DELETE FROM touched WHERE TRUE", transaction: transaction);
    }

    /// <summary>Counts everything, for a store that was never counted by these rules.</summary>
    public static void CountAll(SqliteTransaction transaction)
    {
        foreach (var block in transaction.Connection!.Query<long>($"SELECT DISTINCT id / {BlockSize} FROM agency", transaction: transaction).ToList()) CountAgain(transaction, block);
    }

    static void CountAgain(SqliteTransaction transaction, long block) =>
        transaction.Connection!.Execute(Count, new { block, first = block * BlockSize, last = (block + 1) * BlockSize - 1 }, transaction);
}
