using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Keeps what is worked out along with every change: triggers note which agencies and reports a transaction touches, and what hangs on them is
/// worked out again before it ends. Whoever changes the tables need not think of it.
/// </summary>
static class Touched
{
    // report 0: only the agency.
    const string Triggers = """
        CREATE TEMP TABLE touched (agency INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (agency, report)) WITHOUT ROWID;
        CREATE TEMP TRIGGER reading_in AFTER INSERT ON main.reading BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency, COALESCE(NEW.report, 0)); END;
        CREATE TEMP TRIGGER reading_moved AFTER UPDATE OF agency, report, is_current ON main.reading BEGIN
          INSERT OR IGNORE INTO touched VALUES (OLD.agency, COALESCE(OLD.report, 0)), (NEW.agency, COALESCE(NEW.report, 0)); END;
        CREATE TEMP TRIGGER issue_found AFTER INSERT ON main.report_issue BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency, COALESCE(NEW.report, 0)); END;
        CREATE TEMP TRIGGER issue_weighed AFTER UPDATE OF agency, report, severity, fault, settled ON main.report_issue BEGIN
          INSERT OR IGNORE INTO touched VALUES (OLD.agency, COALESCE(OLD.report, 0)), (NEW.agency, COALESCE(NEW.report, 0)); END;
        CREATE TEMP TRIGGER corrected AFTER INSERT ON main.correction BEGIN
          INSERT OR IGNORE INTO touched VALUES (NEW.agency, NEW.report);
          INSERT OR IGNORE INTO touched SELECT q.agency, q.id FROM main.report p JOIN main.report q ON q.agency = p.agency AND q.year = p.year + 1 WHERE p.id = NEW.report; END;
        CREATE TEMP TRIGGER reviewed AFTER INSERT ON main.review BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency, NEW.report); END;
        CREATE TEMP TRIGGER agency_named AFTER INSERT ON main.agency_period BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.agency, 0); END;
        CREATE TEMP TRIGGER agency_unnamed AFTER DELETE ON main.agency_period BEGIN INSERT OR IGNORE INTO touched VALUES (OLD.agency, 0); END;
        """;

    /// <summary>Works out what never was, or by other rules, and from now on notes what transactions of this connection touch.</summary>
    public static void Watch(SqliteConnection connection)
    {
        Derived.Refresh(connection, "report_tally, problem_tally", Tally.Rules, Tally.CountAll);
        Measured.Refresh(connection);
        connection.Execute(Triggers);
    }

    /// <summary>Works out again what the transaction touched.</summary>
    public static void Settle(SqliteTransaction transaction)
    {
        var touched = transaction.Connection!.Query<(long Agency, long Report)>("SELECT agency, report FROM touched", transaction: transaction).ToList();
        if (touched.Count == 0) return;
        Tally.CountAgain(transaction, touched.Select(change => change.Agency));
        Measured.MeasureAgain(transaction, touched.Select(change => change.Report));
        transaction.Connection!.Execute("DELETE FROM touched WHERE TRUE", transaction: transaction);
    }
}
