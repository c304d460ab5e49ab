using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Counts reports and problems, by blocks of agencies: what is counted again when something changes is little.</summary>
static class Tally
{
    /// <summary>What is counted; the number goes up with every change of it.</summary>
    public const string Rules = "4";

    /// <summary>How many agencies are counted together.</summary>
    public const int BlockSize = 16;

    // The sums lose what the block had, and get what it has.
    static readonly string CountBlock = $"""
        {AddToTotals(-1)}
        DELETE FROM report_tally WHERE block = @block;
        DELETE FROM problem_tally WHERE block = @block;
        INSERT INTO report_tally (block, region, year, reports, unread)
        SELECT @block, COALESCE(a.region, ''), p.year, count(*), sum(r.outcome = 'failed')
        FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report
        JOIN agency_period a ON a.agency = r.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = r.agency)
        WHERE r.agency BETWEEN @first AND @last AND r.is_current = 1 GROUP BY 1, 2, 3;
        INSERT INTO report_tally (block, region, year, reports, unread, owing)
        SELECT @block, region, year, 0, 0, sum(more) FROM (
          SELECT region, first AS year, 1 AS more FROM owing WHERE agency BETWEEN @first AND @last
          UNION ALL SELECT region, last + 1, -1 FROM owing WHERE agency BETWEEN @first AND @last AND last < 9999) GROUP BY 1, 2, 3
        ON CONFLICT DO UPDATE SET owing = excluded.owing;
        INSERT INTO report_tally (block, region, year, reports, unread, answered)
        SELECT @block, o.region, p.year, 0, 0, count(DISTINCT p.agency) FROM owing o JOIN report p ON p.agency = o.agency AND p.year BETWEEN o.first AND o.last
        WHERE o.agency BETWEEN @first AND @last AND EXISTS (SELECT 1 FROM reading r WHERE r.agency = p.agency AND r.report = p.id AND r.is_current = 1 AND NOT {FilingObjection.IsStrangers}) GROUP BY 1, 2, 3
        ON CONFLICT DO UPDATE SET answered = excluded.answered;
        INSERT INTO problem_tally (region, block, year, code, severity, fault, form_table, problems)
        SELECT COALESCE(a.region, ''), @block, COALESCE(w.year, 0), w.code, w.severity, w.fault, COALESCE(w.form_table, ''), count(*)
        FROM problem w JOIN agency_period a ON a.agency = w.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = w.agency)
        WHERE w.agency BETWEEN @first AND @last GROUP BY 1, 2, 3, 4, 5, 6, 7;
        {AddToTotals(1)}
        """;

    static string AddToTotals(int sign) => $"""
        INSERT INTO report_total (region, year, reports, unread, owing, answered)
        SELECT region, year, {sign} * reports, {sign} * unread, {sign} * owing, {sign} * answered FROM report_tally WHERE block = @block
        ON CONFLICT DO UPDATE SET reports = reports + excluded.reports, unread = unread + excluded.unread, owing = owing + excluded.owing, answered = answered + excluded.answered;
        INSERT INTO problem_total (province, year, code, severity, fault, form_table, problems)
        SELECT substr(region, 1, 2), year, code, severity, fault, form_table, {sign} * sum(problems) FROM problem_tally WHERE block = @block GROUP BY 1, 2, 3, 4, 5, 6
        ON CONFLICT DO UPDATE SET problems = problems + excluded.problems;
        """;

    /// <summary>Counts everything.</summary>
    public static void CountAll(SqliteTransaction transaction)
    {
        transaction.Connection!.Execute("DELETE FROM report_tally; DELETE FROM problem_tally; DELETE FROM report_total; DELETE FROM problem_total;", transaction: transaction);
        CountAgain(transaction, transaction.Connection!.Query<long>("SELECT id FROM agency", transaction: transaction));
    }

    /// <summary>Counts again the blocks in which these agencies are.</summary>
    public static void CountAgain(SqliteTransaction transaction, IEnumerable<long> agencies)
    {
        foreach (var block in agencies.Select(agency => agency / BlockSize).Distinct().ToList())
            transaction.Connection!.Execute(CountBlock, new { block, first = block * BlockSize, last = (block + 1) * BlockSize - 1 }, transaction);
    }
}
