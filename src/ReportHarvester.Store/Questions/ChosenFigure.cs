using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// The one place where it is decided with which number of a figure questions are answered: as printed, unless a person put it right and the report prints what it printed
/// then; the print stays as it is. In pieces of SQL, for those who need all of a reading's figures and for those who need few of many readings: f is the row of figures, a the
/// names of the figures that are asked for, e the evidence, p what these three give, c the correction.
/// </summary>
static class ChosenFigure
{
    /// <summary>The number of the column; NULL where there is none, or none of ones.</summary>
    public const string Number = """
        CASE a.name WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business WHEN 'research' THEN f.research WHEN 'public_interest' THEN f.public_interest
          WHEN 'legal_service' THEN f.legal_service WHEN 'other_org' THEN f.other_org WHEN 'total' THEN f.total ELSE f.value END
        """;

    /// <summary>The newest correction, whether it holds or not. The plus keeps the search to the agency, which seldom has any.</summary>
    public const string Last = """
        (SELECT max(k.id) FROM correction k WHERE k.agency = f.agency AND k.indicator = f.indicator AND k.applicant IS NULLIF(a.name, 'value')
          AND +k.report = (SELECT report FROM reading WHERE id = f.reading))
        """;

    /// <summary>What the evidence says of f, where f has a name. Ids of indicators have dots, at which SQLite before 3.41 takes -> apart.</summary>
    public const string Cell = """json_extract(e.cells, '$."' || f.indicator || '".' || f.name)""";

    /// <summary>Whether there is a figure at all: a row has a column for every applicant.</summary>
    public const string IsThere = "(p.number IS NOT NULL OR p.cell IS NOT NULL)";

    /// <summary>Whether c is the correction that counts; withdrawn it has no value.</summary>
    public const string Holds = $"c.id = p.last AND p.cell IS NOT NULL AND c.value IS NOT NULL AND c.printed IS {Raw}";

    public const string Value = "COALESCE(c.value, p.number)";
    public const string Exact = "CASE WHEN c.id IS NULL THEN p.cell ->> 11 END";

    /// <summary>NULL: a number.</summary>
    public const string State = "CASE WHEN c.id IS NULL AND p.number IS NULL THEN p.cell ->> 9 END";
    public const string Raw = "COALESCE(p.cell ->> 8, CAST(p.number AS TEXT), '')";
    public const string Unit = "p.cell ->> 6";

    /// <summary>One row a figure of every reading, to be asked for by reading.</summary>
    public const string All = $"""
        SELECT p.agency, p.reading, p.indicator, p.applicant, p.edition, {Value} AS value, p.cell, c.id AS correction, {Exact} AS exact, {State} AS state, {Raw} AS raw, {Unit} AS unit
        FROM (
          SELECT f.agency, f.reading, f.indicator, NULLIF(f.name, 'value') AS applicant, f.edition, f.number, f.last, {Cell} AS cell
          FROM (
            SELECT f.agency, f.reading, f.indicator, f.edition, a.name, {Number} AS number, {Last} AS last
            FROM figure_row f
            CROSS JOIN (SELECT 'value' AS name UNION ALL SELECT 'natural_person' UNION ALL SELECT 'business' UNION ALL SELECT 'research'
              UNION ALL SELECT 'public_interest' UNION ALL SELECT 'legal_service' UNION ALL SELECT 'other_org' UNION ALL SELECT 'total') a) f
          CROSS JOIN evidence e ON e.reading = f.reading AND e.agency = f.agency) p
        LEFT JOIN correction c ON {Holds}
        WHERE {IsThere}
        """;

    /// <summary>Keeps the view chosen_figure, for whoever asks the database itself, the same.</summary>
    public static void MakeView(SqliteTransaction transaction) =>
        transaction.Connection!.Execute($"DROP VIEW IF EXISTS chosen_figure; CREATE VIEW chosen_figure AS {All};", transaction: transaction);
}
