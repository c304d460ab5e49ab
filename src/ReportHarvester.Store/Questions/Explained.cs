using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Which errors the figures that persons put right explain. A sum that fails speaks of all its figures, since nobody can tell which of them is
/// wrong. Where it holds with the right numbers it is told which, and the others are beyond doubt; where it fails still, they stay in doubt. An
/// error of reading is explained by nothing but a correction of each figure that it names.
/// </summary>
sealed class Explained(SqliteConnection connection)
{
    const string CarriedOver = "T3-CARRY-YOY";

    static readonly FigureKey CarriedOut = new("requests.carried_out", "total"), CarriedIn = new("requests.carried_in", "total");

    // Persons put few figures right.
    readonly Lazy<HashSet<long>> corrected = new(() => [.. connection.Query<long>("""
        SELECT d.id FROM (SELECT DISTINCT agency, report FROM correction) k CROSS JOIN reading d ON d.agency = k.agency AND d.report = k.report AND d.is_current = 1
        """)]);

    readonly Dictionary<long, IReadOnlyList<Figure>> figures = [];
    readonly Dictionary<long, IReadOnlySet<(string, FigureKey)>> broken = [];

    public bool IsExplained(NamingIssue issue)
    {
        if (issue is not { Severity: Severity.Error, Indicator: { } indicator } || corrected.Value.Count == 0) return false;
        if (issue.Code == CarriedOver) return IsCarriedOver(issue.Reading);
        if (!TableSums.AreOf(issue.Code) || !corrected.Value.Contains(issue.Reading)) return false;
        if (!broken.TryGetValue(issue.Reading, out var sums)) broken[issue.Reading] = sums = TableSums.Broken(Figures(issue.Reading));
        return !sums.Contains((issue.Code, new FigureKey(indicator, issue.Applicant)));
    }

    bool IsCarriedOver(long reading)
    {
        var before = connection.ExecuteScalar<long?>("SELECT c.before FROM reading d JOIN year_check c ON c.report = d.report AND c.reading = d.id WHERE d.id = @reading", new { reading }) ?? 0;
        return (corrected.Value.Contains(reading) || corrected.Value.Contains(before)) && Number(reading, CarriedIn) is { } now && now == Number(before, CarriedOut);
    }

    decimal? Number(long reading, FigureKey key) => Figures(reading).FirstOrDefault(f => f.Key == key)?.Value;

    // With what was put right.
    IReadOnlyList<Figure> Figures(long reading)
    {
        if (figures.TryGetValue(reading, out var known)) return known;
        return figures[reading] = [.. PanelFigure.Of(connection, JsonSerializer.Serialize(new[] { reading }))[reading].Select(f => new Figure
        {
            Indicator = f.Indicator, Applicant = f.Applicant, Edition = f.Edition, Value = f.Value, State = f.State, Raw = "", Unit = f.PrintedUnit, Origin = new(),
        })];
    }
}
