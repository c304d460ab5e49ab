using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Puts a stored reading together again, equal to the one that was saved.</summary>
static class ReadingLoader
{
    public static Reading? Load(SqliteConnection connection, long id)
    {
        var head = connection.QuerySingleOrDefault<Head>("""
            SELECT format, pages, printed_agency, printed_year, scope, title, edition, dated, published FROM reading WHERE id = @id
            """, new { id });
        return head is null ? null : new Reading
        {
            Format = head.Format, Pages = head.Pages, Issues = Issues(connection, id),
            Report = new Report
            {
                Agency = head.PrintedAgency, Year = head.PrintedYear, Scope = head.Scope, Title = head.Title, Edition = head.Edition,
                Dated = head.Dated, Published = head.Published,
                Figures = Figures(connection, id), Statements = Statements(connection, id), Sections = Sections(connection, id),
            },
        };
    }

    public static List<Figure> Figures(SqliteConnection connection, long id) =>
        [.. connection.Query<FigureLine>("""
            SELECT indicator, applicant, edition, COALESCE(exact, value) AS value, state, raw, unit, proven,
              page, grid, "row", "column", line, "left", top, "right", bottom
            FROM figure WHERE reading = @id ORDER BY position
            """, new { id }).Select(line => line.ToFigure())];

    static List<Issue> Issues(SqliteConnection connection, long id)
    {
        var named = connection.Query<NamedFigure>("""
            SELECT issue, indicator, applicant FROM issue_figure WHERE reading = @id ORDER BY issue, position
            """, new { id }).ToLookup(figure => figure.Issue, figure => new FigureKey(figure.Indicator, figure.Applicant));
        return [.. connection.Query<IssueLine>("""
            SELECT position, code, severity, fault, form_table, message, origin FROM issue WHERE reading = @id ORDER BY position
            """, new { id }).Select(line => line.ToIssue([.. named[line.Position]]))];
    }

    public static List<Statement> Statements(SqliteConnection connection, long id) => [.. connection.Query<StatementLine>("""
        SELECT subject, value, unit, raw, sentence, section, origin FROM statement WHERE reading = @id ORDER BY position
        """, new { id }).Select(line => line.ToStatement())];

    public static List<Section> Sections(SqliteConnection connection, long id) =>
        [.. connection.Query<(int Number, string Title, string Text)>("""
            SELECT number, title, text FROM section WHERE reading = @id ORDER BY position
            """, new { id }).Select(line => new Section(line.Number, line.Title, line.Text))];
}
