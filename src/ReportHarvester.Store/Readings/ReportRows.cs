using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// The reports of an agency on a year: its own and that of its region are two. A document that does not say which it is belongs to the one
/// whose documents it came with, whose content it has, or where one of both has no figures that could differ.
/// </summary>
sealed class ReportRows(SqliteTransaction transaction, long agency, int year)
{
    readonly SqliteConnection connection = transaction.Connection!;

    public long Enter(Scope scope, string article, string content, bool hasFigures)
    {
        var there = connection.Query<(long Id, string Scope, bool Related)>("""
            SELECT id, scope, EXISTS (SELECT 1 FROM reading r WHERE r.agency = p.agency AND r.report = p.id
              AND (r.article = @article OR r.content = @content OR r.figures = 0 OR NOT @hasFigures)) AS related
            FROM report p WHERE agency = @agency AND year = @year
            ORDER BY EXISTS (SELECT 1 FROM reading r WHERE r.agency = p.agency AND r.report = p.id AND r.article = @article) DESC, scope DESC
            """, new { agency, year, article, content, hasFigures }, transaction).ToList();
        var unknown = there.FirstOrDefault(report => report.Scope == "unknown");
        if (scope == Scope.Unknown)
            return there.FirstOrDefault(report => report.Related) is { Id: > 0 } related ? related.Id : unknown.Id > 0 ? unknown.Id : Insert(scope);
        if (there.FirstOrDefault(report => report.Scope == Word.Of(scope)) is { Id: > 0 } same) return same.Id;
        if (!unknown.Related) return Insert(scope);
        connection.Execute("UPDATE report SET scope = @word WHERE id = @Id", new { unknown.Id, word = Word.Of(scope) }, transaction);
        return unknown.Id;
    }

    long Insert(Scope scope) => connection.ExecuteScalar<long>(
        "INSERT INTO report (agency, year, scope) VALUES (@agency, @year, @word) RETURNING id", new { agency, year, word = Word.Of(scope) }, transaction);
}
