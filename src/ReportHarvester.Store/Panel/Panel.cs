using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>All current reports with all that is published of them, as the store was at one moment.</summary>
public sealed class Panel : IDisposable
{
    const int AtATime = 200;

    static readonly ComparisonQuestion Question = new() { Figures = [] };

    // Figures come in the order of the form, the newest edition first.
    static readonly Dictionary<(string, string), int> Order = Codebook.Indicators.Index().ToDictionary(i => (i.Item.Id, i.Item.Edition), i => i.Index);
    static readonly Dictionary<string, int> Applicants = Codebook.Applicants.Index().ToDictionary(a => a.Item.Id, a => a.Index);

    readonly ReportStore store;
    readonly SqliteTransaction moment;

    /// <summary>Takes the store as it is now: a harvest may write meanwhile.</summary>
    public Panel(ReportStore store)
    {
        this.store = store;
        moment = store.Read(connection => connection.BeginTransaction(deferred: true));
        var day = Publication.DayOf(Last($"{Arrivals} UNION ALL SELECT max(at) FROM source_check"));
        Reports = store.Read(connection => PanelReport.All(connection, day).Chunk(AtATime).SelectMany(batch => WithIssues(connection, batch)).ToList());
    }

    /// <summary>All reports and absences by code, name, year and scope; with the issues about each as a whole, without their figures.</summary>
    public IReadOnlyList<PanelReport> Reports { get; }

    const string Arrivals = $"""
        SELECT max(at) AS at FROM correction UNION ALL SELECT max(at) FROM review UNION ALL SELECT max(at) FROM report_event UNION ALL SELECT max(found) FROM report_issue
          UNION ALL SELECT max(settled) FROM report_issue UNION ALL SELECT max(read_at) FROM reading WHERE is_current = 1
          UNION ALL SELECT rules FROM derived WHERE what = '{AgencyRegistry.Changed}'
        """;

    /// <summary>
    /// When last something came in that may change what is published: a reading, what persons put right or decided, what was found or ceased to be between reports, another registry; or a day passed by which
    /// one was due that is not there.
    /// </summary>
    public DateTimeOffset Newest => Reports.Max(report => report.AbsentSince) is { } day && Publication.StartOf(day) is var absent && absent > Last(Arrivals) ? absent : Last(Arrivals);

    DateTimeOffset Last(string times) => store.Read(connection => connection.ExecuteScalar<string?>($"SELECT max(at) FROM ({times})")) is { } at
        ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : DateTimeOffset.UnixEpoch;

    /// <summary>The same with all that was read of them.</summary>
    public IEnumerable<PanelReport> Read(CancellationToken cancellationToken)
    {
        foreach (var batch in Reports.Chunk(AtATime))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var report in store.Read(connection => Filled(connection, batch).ToList())) yield return report;
        }
    }

    public void Dispose() => moment.Dispose();

    static IEnumerable<PanelReport> WithIssues(SqliteConnection connection, IReadOnlyList<PanelReport> batch)
    {
        var issues = NamingIssue.OfDocuments(connection, Readings(batch));
        return batch.Select(report => report with { Issues = [.. issues[report.Reading ?? 0].Where(issue => !issue.Dismissed).Select(issue => issue.Code).Distinct().Order(StringComparer.Ordinal)] });
    }

    static string Readings(IEnumerable<PanelReport> batch) => JsonSerializer.Serialize(batch.Select(report => report.Reading).Where(id => id is not null));

    static IEnumerable<PanelReport> Filled(SqliteConnection connection, IReadOnlyList<PanelReport> batch)
    {
        var readings = Readings(batch);
        var figures = PanelFigure.Of(connection, readings);
        var issues = NamingIssue.Of(connection, readings, Codebook.Indicators.Select(i => new FigureKey(i.Id)));
        var tables = TableEdition.Of(connection, readings);
        return batch.Select(report => report.Reading is { } id ? Filled(report, figures[id], issues[id], tables[id]) : report);
    }

    static PanelReport Filled(PanelReport report, IEnumerable<PanelFigure> figures, IEnumerable<NamingIssue> issues, IEnumerable<TableEdition> tables)
    {
        var place = new ReportPlace { Agency = report.Agency, Year = report.Year, Scope = report.Scope, Reading = report.Reading, Outcome = report.Outcome, Edition = report.Edition, IsDue = true };
        var known = new ReportFigures(place, figures.Select(figure => figure.Found), issues, () => tables);
        var evaluation = new Evaluation(Question);
        return report with
        {
            Figures = [.. figures.OrderBy(f => Order[(f.Indicator, f.Edition)]).ThenBy(f => f.Applicant is null ? -1 : Applicants[f.Applicant])
                .Select(figure => figure with { Issues = known.NamedIssues([figure.Key]) })],
            Measures = [.. Store.Measured.Measures.Select(measure => Measured(measure, evaluation.Of(measure.Key, known), known))],
        };
    }

    static PanelMeasure Measured(Measure measure, Evaluated answer, ReportFigures known) => new()
    {
        Measure = measure, Value = answer.Value, Numerator = answer.Numerator, Denominator = answer.Denominator, Missing = answer.Missing, Corrected = answer.Corrected,
        Edition = answer.Editions.Count == 0 ? null : string.Join('+', answer.Editions),
        ToNewest = answer.Parts.Count == 0 ? null : Crossing.Worst(answer.Parts.Select(part => part.Series.Between(part.Edition, part.Series.Members[0].Editions[0]))), Issues = known.NamedIssues(answer.Figures),
    };
}
