using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Saves one reading within a transaction: its report, itself, what it found, and which reading of the report is current.</summary>
sealed class ReadingWriter(SqliteTransaction transaction, NewReading reading)
{
    readonly SqliteConnection connection = transaction.Connection!;
    readonly Reading read = reading.Reading;
    readonly Report report = reading.Reading.Report;
    readonly string content = Content.Of(reading.Reading.Report);

    string Article => reading.Article ?? reading.Url;

    // What the machine ended was not read by this version: a better outcome finds it unread, and stands beside it.
    string Reader => read.Outcome == Outcome.Failed && read.Issues.FirstOrDefault(issue => ReportReader.EndsOfTheMachine.Contains(issue.Code)) is { } end
        ? $"{reading.ReaderVersion} {end.Code}" : reading.ReaderVersion;

    int? Year => report.Year ?? reading.YearHint;

    public SavedReading Save(long bytes)
    {
        SourceRows.Enter(transaction, reading.Source, reading.Agencies);
        var filed = new Filing(transaction, reading.Source, reading.Agencies, Year).Decide(report.Agency, report.Scope, Article, reading.LinkTitle, reading.OneOfMany);
        var agency = filed.Agency;
        var known = Scalar<long?>("""
            SELECT id FROM reading WHERE sha256 = @Sha256 AND url = @Url AND reader = @Reader AND agency = @agency
            """, new { reading.Sha256, reading.Url, Reader, agency });
        if (known is { } stored) return new SavedReading(Novelty.Unchanged, stored) { WasStored = true };
        if (SaidLast(agency) is { } said)
        {
            new Dressing(transaction, reading.Url, reading.At).Give(agency, said, reading.Sha256);
            return new SavedReading(Novelty.Unchanged, said) { WasStored = true };
        }

        Execute("""
            INSERT INTO original (sha256, bytes, format, first_seen) VALUES (@Sha256, @bytes, @format, @At) ON CONFLICT (sha256) DO NOTHING
            """, new { reading.Sha256, bytes, format = Word.Of(read.Format), reading.At });
        var home = filed.IsItsReport ? EnterReport(agency) : null;
        var id = InsertReading(agency, home);
        InsertFindings(agency, id);
        var issues = new ReportIssues(transaction);
        issues.File(agency, home, id, filed.Objection, reading.At);
        var novelty = new Chronicle(transaction, agency, reading.At).Arrive(new Arrival
        {
            Id = id, Report = home, Url = reading.Url, Sha256 = reading.Sha256, Article = Article, Content = content,
        });
        new CurrentReading(transaction, agency).Move(reading.Sha256, reading.Url, home, id, reading.At, issues);
        if (report is { Agency: not null, Figures.Count: > 0 }) new Refiling(transaction, reading.At).AfterArrival(agency);
        return new SavedReading(novelty, id) { Doubts = issues.Said };
    }

    // The reading of what the address gave last, where its new bytes say the same as it did.
    long? SaidLast(long agency) => Scalar<long?>("""
        SELECT CASE WHEN content = @content AND outcome = @outcome AND reader = @Reader AND article = @Article THEN id END FROM reading r
        WHERE agency = @agency AND url = @Url AND NOT @Imported AND EXISTS (SELECT 1 FROM visit WHERE url = @Url AND sha256 = @Sha256)
          AND NOT EXISTS (SELECT 1 FROM reading WHERE agency = @agency AND url = @Url AND sha256 = @Sha256)
        ORDER BY (SELECT max(since) FROM publication b WHERE b.url = r.url AND b.sha256 IN (r.sha256, r.given_as)) DESC NULLS LAST, id DESC LIMIT 1
        """, new { agency, content, outcome = Word.Of(read.Outcome), Reader, Article, reading.Url, reading.Sha256, reading.Imported });

    long? EnterReport(long agency) =>
        Year is not { } year ? null : new ReportRows(transaction, agency, year).Enter(report.Scope is Scope.Unknown ? reading.ScopeHint ?? Scope.Unknown : report.Scope,
            Article, content, report.Figures.Count > 0);

    long InsertReading(long agency, long? home) => Scalar<long>("""
        INSERT INTO reading (agency, report, source, url, sha256, reader, format, pages, outcome,
          printed_agency, printed_year, scope, title, edition, dated, published, read_at,
          article, link_title, one_of_many, imported, content, figures)
        VALUES (@agency, @home, @Source, @Url, @Sha256, @Reader, @format, @Pages, @outcome,
          @printedAgency, @printedYear, @scope, @Title, @Edition, @Dated, @Published, @At,
          @article, @LinkTitle, @OneOfMany, @Imported, @content, @figures)
        RETURNING id
        """, new
    {
        agency, home, reading.Source, reading.Url, reading.Sha256, Reader, format = Word.Of(read.Format), read.Pages,
        outcome = Word.Of(read.Outcome), printedAgency = report.Agency, printedYear = report.Year, scope = Word.Of(report.Scope),
        report.Title, report.Edition, report.Dated, report.Published, reading.At, article = Article, reading.LinkTitle,
        reading.OneOfMany, reading.Imported, content, figures = report.Figures.Count,
    });

    void InsertFindings(long agency, long id)
    {
        FigureRows.Insert(transaction, agency, id, report.Figures);
        Execute("INSERT INTO evidence (agency, reading, cells) VALUES (@agency, @id, @cells)",
            new { agency, id, cells = Evidence.Write(report.Figures) });
        InsertIssues(agency, id);
        Execute("""
            INSERT INTO section (agency, reading, position, number, title, text) VALUES (@agency, @id, @position, @Number, @Title, @Text)
            """, report.Sections.Select((section, position) => new { agency, id, position, section.Number, section.Title, section.Text }));
        SectionIndex.Add(transaction, id, report.Sections.Select(section => section.Text));
        Execute("""
            INSERT INTO statement (agency, reading, position, subject, value, unit, raw, sentence, section, origin)
            VALUES (@agency, @id, @position, @Subject, @Value, @Unit, @Raw, @Sentence, @Section, @origin)
            """, report.Statements.Select((said, position) => new
        {
            agency, id, position, said.Subject, said.Value, said.Unit, said.Raw, said.Sentence, said.Section, origin = Word.OfOrigin(said.Origin),
        }));
    }

    void InsertIssues(long agency, long id)
    {
        Execute("""
            INSERT INTO issue (agency, reading, position, code, severity, fault, form_table, message, origin)
            VALUES (@agency, @id, @position, @Code, @severity, @fault, @Table, @Message, @origin)
            """, read.Issues.Select((issue, position) => new
        {
            agency, id, position, issue.Code, severity = Word.Of(issue.Severity), fault = Word.Of(issue.Fault), issue.Table, issue.Message,
            origin = Word.OfOrigin(issue.Origin),
        }));
        Execute("""
            INSERT INTO issue_figure (agency, reading, issue, position, indicator, applicant)
            VALUES (@agency, @id, @number, @position, @Indicator, @Applicant)
            """, from issue in read.Issues.Index()
                 from figure in issue.Item.Figures.Index()
                 select new { agency, id, number = issue.Index, position = figure.Index, figure.Item.Indicator, figure.Item.Applicant });
    }

    void Execute(string sql, object values) => connection.Execute(sql, values, transaction);

    T? Scalar<T>(string sql, object values) => connection.ExecuteScalar<T>(sql, values, transaction);
}
