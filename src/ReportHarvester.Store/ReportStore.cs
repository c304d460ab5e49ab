using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Originals, readings and the log of the harvest, in one data folder. One instance writes, any number reads. Threads take turns.
/// </summary>
public sealed class ReportStore : IDisposable
{
    readonly string folder;
    readonly FileStream? hold;
    readonly long diskFloor;
    readonly Lock turn = new();

    ReportStore(string folder, SqliteConnection connection, FileStream? hold, long diskFloor = 0)
    {
        Connection = connection;
        this.folder = folder;
        this.hold = hold;
        this.diskFloor = diskFloor;
        Originals = new DocumentArchive(folder);
    }

    public DocumentArchive Originals { get; }

    internal SqliteConnection Connection { get; }

    /// <summary>Opens the folder for writing, makes it if need be, and holds it until disposed.</summary>
    /// <param name="diskFloor">Bytes that its disk has to have free for <see cref="RequireRoom"/>.</param>
    /// <exception cref="DataFolderBusyException">Another instance holds it.</exception>
    /// <exception cref="SchemaException">A newer program wrote it.</exception>
    /// <exception cref="InvalidDataException">There are originals, and no database that knows them.</exception>
    public static ReportStore Open(string folder, long diskFloor = 0)
    {
        Directory.CreateDirectory(folder);
        var hold = FolderHold.Take(folder);
        SqliteConnection? connection = null;
        try
        {
            RefuseOrphans(folder);
            // What is worked on is no copy any more that the next backup may replace.
            File.Delete(Backup.MarkIn(folder));
            connection = Database.OpenForWriting(folder);
            Schema.Migrate(connection);
            CodebookCopy.Refresh(connection);
            Derived.Refresh(connection, "chosen_figure", ChosenFigure.All, ChosenFigure.MakeView);
            Derived.Refresh(connection, "reading.content", OlderReadings.Rules, OlderReadings.Complete);
            Derived.Refresh(connection, "agency_period.folded", AgencyNames.Rules, AgencyNames.Refold);
            SectionIndex.Complete(connection);
            Touched.Watch(connection);
            var store = new ReportStore(folder, connection, hold, diskFloor);
            store.Originals.Sweep();
            Dressing.Sweep(connection, store.Originals);
            return store;
        }
        catch
        {
            connection?.Dispose();
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Opens the folder for writing as <see cref="Open"/> does, where there is a store.</summary>
    /// <exception cref="FileNotFoundException">There is no database in it.</exception>
    public static ReportStore OpenExisting(string folder)
    {
        RequireDatabase(folder);
        return Open(folder);
    }

    /// <summary>Opens the folder for questions, beside a writer or without one.</summary>
    /// <exception cref="FileNotFoundException">There is no database in it.</exception>
    /// <exception cref="SchemaException">A newer or an older program wrote it.</exception>
    public static ReportStore OpenReadOnly(string folder) => OpenBeside(folder, Database.OpenForReading, Schema.Require);

    /// <summary>Opens the folder to be copied or verified as it is, whichever program of before wrote it.</summary>
    /// <exception cref="FileNotFoundException">There is no database in it.</exception>
    /// <exception cref="SchemaException">A newer program wrote it.</exception>
    public static ReportStore OpenAsItIs(string folder) => OpenBeside(folder, Database.OpenForReading, Schema.RefuseNewer);

    /// <summary>Opens the folder for what the worker notes beside a run: the alerts, which nobody else writes. The same is thrown.</summary>
    public static ReportStore OpenForNotes(string folder) => OpenBeside(folder, Database.OpenForWriting, Schema.Require);

    static ReportStore OpenBeside(string folder, Func<string, SqliteConnection> open, Action<SqliteConnection> require)
    {
        RequireDatabase(folder);
        var connection = open(folder);
        try
        {
            require(connection);
            return new ReportStore(folder, connection, hold: null);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static void RequireDatabase(string folder)
    {
        var file = Path.GetFullPath(Database.FileIn(folder));
        if (Directory.Exists(folder)) RefuseOrphans(folder);
        if (!File.Exists(file)) throw new FileNotFoundException($"没有数据库 {file}。There is no database {file}.", file);
    }

    // A new database would know none of them, and call every report a new one.
    static void RefuseOrphans(string folder)
    {
        if (new FileInfo(Database.FileIn(folder)) is { Exists: true, Length: > 0 } || new DocumentArchive(folder).IsEmpty) return;
        throw new InvalidDataException($"{Path.GetFullPath(folder)} 有原件而没有数据库，请用 restore 从备份恢复到另一文件夹。"
            + "Originals stand there, and no database; bring a copy back with `restore` into another folder, or move these away.");
    }

    /// <summary>To be asked before more is brought into the folder: what is there keeps its room to be worked with.</summary>
    /// <exception cref="DiskLowException">Less is free on its disk than it was opened with.</exception>
    public void RequireRoom() => DiskRoom.Require(folder, diskFloor);

    /// <summary>What the address said last; null if it was never asked.</summary>
    public Visit? LastVisit(string url) => Read(connection =>
        connection.QuerySingleOrDefault<Visit>("SELECT * FROM visit WHERE url = @url", new { url }));

    /// <summary>Remembers a visit. Other bytes than before may be known ones: which reading of their report is current is decided again.</summary>
    /// <param name="passing">It may be a list, or rules for robots: unless it is known as an article or a document, only its newest bytes are kept.</param>
    public void SaveVisit(Visit visit, bool passing = false) => Write(transaction =>
    {
        var before = LastVisit(visit.Url)?.Sha256;
        Connection.Execute("""
            INSERT INTO visit (url, status, etag, last_modified, sha256, content_type, at, found_at)
            VALUES (@Url, @Status, @ETag, @LastModified, @Sha256, @ContentType, @At, @FoundAt)
            ON CONFLICT (url) DO UPDATE SET status = excluded.status, etag = excluded.etag, last_modified = excluded.last_modified,
              sha256 = excluded.sha256, content_type = excluded.content_type, at = excluded.at, found_at = excluded.found_at
            """, visit, transaction);
        if (visit.Sha256 is { } sha256 && sha256 != before)
        {
            Connection.Execute("INSERT INTO publication (url, since, sha256) VALUES (@Url, @At, @Sha256) ON CONFLICT DO NOTHING", visit, transaction);
            CurrentReading.Published(transaction, visit.Url, before, sha256, visit.At);
            if (passing && before is not null) new Dressing(transaction, visit.Url, visit.At).Pass(before);
        }
        return visit;
    });

    /// <summary>Remembers that listed addresses answered that there is nothing; in another night again, they count as vanished.</summary>
    public Absences SaveAbsences(string source, IReadOnlySet<string> urls, DateTimeOffset at) =>
        urls.Count == 0 ? new Absences(0, 0) : Write(transaction => new Tombstones(transaction, source, at).Gone(urls));

    /// <summary>What would count as vanished by a list that holds these addresses, and is to be asked itself before.</summary>
    /// <param name="gone">Those of them that answered just now that there is nothing.</param>
    public IReadOnlyList<MissedLink> DueToVanish(string source, IReadOnlySet<string> urls, IReadOnlySet<string> gone, DateTimeOffset at) =>
        Write(transaction => new Tombstones(transaction, source, at).Due(urls, gone));

    /// <summary>Remembers that an address gives something, where it was missed before, whichever sources listed it.</summary>
    public void SavePresence(string url, DateTimeOffset at)
    {
        var missed = Read(connection => connection.Query<string>("""
            SELECT source FROM link WHERE url = @url AND (gone_since IS NOT NULL OR tombstone_reason = 'gone')
            """, new { url }).ToList());
        if (missed.Count == 0) return;
        Write(transaction =>
        {
            foreach (var source in missed) new Tombstones(transaction, source, at).Back(url);
            return url;
        });
    }

    /// <summary>Remembers what a list holds that was read whole; what it held before and holds no more has moved or vanished.</summary>
    /// <param name="doubted">Addresses of which nothing is concluded from the list.</param>
    /// <returns>False where more than half is missing: nothing is concluded from such a list.</returns>
    public bool SaveListing(string source, IReadOnlySet<string> urls, DateTimeOffset at, IReadOnlySet<string>? doubted = null) =>
        Write(transaction => new Tombstones(transaction, source, at).Listed(urls, doubted ?? new HashSet<string>()));

    /// <summary>
    /// Enters agencies into the registry or replaces what it says of them, all or none, and files anew what is concerned.
    /// </summary>
    /// <returns>How many readings moved to another agency or report.</returns>
    public int SaveAgencies(IReadOnlyList<RegisteredAgency> agencies, DateTimeOffset at) => Write(transaction =>
    {
        // What was filed by a name that they are said not to have borne is looked at too.
        var before = Connection.Query<string>("SELECT p.name FROM json_each(@codes) c JOIN agency g ON g.code = c.value JOIN agency_period p ON p.agency = g.id",
            new { codes = System.Text.Json.JsonSerializer.Serialize(agencies.Select(agency => agency.Code)) }, transaction).ToList();
        new AgencyRegistry(transaction).Save(agencies, at);
        // Mergers and splits excuse what would not hold, so all is held against the registry anew.
        Connection.Execute("DELETE FROM year_check; DELETE FROM unit_check; DELETE FROM derived WHERE what LIKE 'prose %'", transaction: transaction);
        return new Refiling(transaction, at).AfterNaming([.. agencies.SelectMany(agency => agency.Periods.Select(period => period.Name).Append(agency.Code!)).Concat(before).Distinct()]);
    });

    /// <summary>Remembers a look at a source's list: that a report was not there is known from these.</summary>
    /// <param name="listed">How many reports it listed; null where it could not be had.</param>
    /// <param name="doubted">It was had, and whether it was had whole cannot be told.</param>
    public void SaveCheck(string source, int? listed, DateTimeOffset at, bool doubted = false) => Write(transaction =>
        Connection.Execute("INSERT OR IGNORE INTO source_check (source, at, reached, listed, doubted) VALUES (@source, @at, @reached, @count, @doubted)",
            new { source, at, reached = listed is not null && !doubted, count = listed ?? 0, doubted }, transaction));

    /// <summary>Makes a source and its agencies known, also before it has given any report: its absence is an answer then.</summary>
    public void SaveSource(string source, IReadOnlyList<string> agencies, string address, DateTimeOffset at) => Write(transaction =>
    {
        var unknown = agencies.Where(name => AgencyNames.Find(Connection, name, transaction: transaction) is null).ToList();
        if (SourceRows.Enter(transaction, source, agencies)) new Refiling(transaction, at).AfterSource(source);
        if (unknown.Count > 0) new Refiling(transaction, at).AfterKnowing(unknown);
        return Connection.Execute("UPDATE source SET address = @address WHERE key = @source", new { source, address }, transaction);
    });

    /// <summary>
    /// The documents that an article carries now, all of them: what it carried before and does no more stands no longer beside them, until it carries it again.
    /// </summary>
    /// <returns>What became known to be wrong with its reports by it, one a line; null if nothing did.</returns>
    public string? SaveCarried(string source, string article, IReadOnlyCollection<string> urls, DateTimeOffset at)
    {
        var (gone, back) = Read(connection => Dropped.Between(connection, source, article, urls));
        return gone.Count + back.Count == 0 ? null : Write(transaction => new Dropped(transaction, source, article, at).Change(gone, back));
    }

    /// <summary>Remembers how many documents that an article carries could not be had, where each may be of another agency: who has no report then may have one there.</summary>
    public void SaveMissed(string source, string article, int missed)
    {
        const string known = "source = @source AND url = @article AND missed <> @missed";
        if (Read(connection => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM link WHERE {known})", new { source, article, missed })))
            Write(transaction => Connection.Execute($"UPDATE link SET missed = @missed WHERE {known}", new { source, article, missed }, transaction));
    }

    /// <summary>Decides whether reports vanished with the documents that an article carries no more, after all that it carries was saved: two nights have to say so.</summary>
    public void SaveDropped(string source, string article, DateTimeOffset at)
    {
        if (Read(connection => Dropped.Left(connection, source, article)) is not { Count: > 0 } left) return;
        Write(transaction =>
        {
            foreach (var (agency, report) in left) new Presence(transaction, agency, report, at).Settle(lookedAgain: true);
            return left.Count;
        });
    }

    /// <summary>Remembers a link that a source listed; true if it was not known. The first title and time stay, unless the list gives it for another year now.</summary>
    /// <param name="listed">The day that the list gives it.</param>
    public bool SaveLink(string source, string url, string title, DateTimeOffset at, int? year = null, DateOnly? listed = null) => Write(transaction =>
    {
        var isNew = Connection.Execute("""
            INSERT INTO link (source, url, title, first_seen, year, listed) VALUES (@source, @url, @title, @at, @year, @listed)
            ON CONFLICT (source, url) DO NOTHING
            """, new { source, url, title, at, year, listed }, transaction) == 1;
        if (!isNew && listed is not null) Connection.Execute("UPDATE link SET listed = @listed WHERE source = @source AND url = @url AND listed IS NULL", new { source, url, listed }, transaction);
        if (!isNew && year is not null)
            Connection.Execute("UPDATE link SET year = @year, title = @title WHERE source = @source AND url = @url AND year IS NOT @year", new { source, url, title, year }, transaction);
        return isNew;
    });

    /// <summary>
    /// Holds what an address gives against the title under which it is listed now, once it was asked: what it gave for another year, and gives no
    /// more, stays what it was listed as.
    /// </summary>
    /// <param name="title">What the list says of it, with the folder or column.</param>
    public void SaveListed(string source, string url, string title, DateTimeOffset at)
    {
        const string renamed = $"""
            r.article = @url AND r.source = @source AND r.imported = 0 AND r.link_title <> @title AND NOT {Dropped.IsDropped}
            AND NOT EXISTS (SELECT 1 FROM link l WHERE l.source = r.source AND l.url = r.article AND (l.year IS NULL OR instr(r.link_title, l.title) > 0))
            AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.url = r.url AND v.sha256 NOT IN (r.sha256, COALESCE(r.given_as, r.sha256)))
            """;
        if (!Read(connection => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM reading r WHERE {renamed})", new { source, url, title }))) return;
        Write(transaction =>
        {
            Connection.Execute($"UPDATE reading AS r SET link_title = @title WHERE {renamed}", new { source, url, title }, transaction);
            return new Refiling(transaction, at).AfterListing(source, url);
        });
    }

    /// <summary>The addresses with a query that a source listed under a title, and that did not vanish.</summary>
    public IReadOnlyList<string> LinksWithQuery(string source, string title) => Read(connection => connection.Query<string>(
        "SELECT url FROM link WHERE source = @source AND title = @title AND url LIKE '%?%' AND tombstone IS NULL", new { source, title }).ToList());

    /// <summary>When listed addresses of a source were last asked for; the earliest time there is, where what they gave was not read yet.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastAsked(string source) => Read(connection => connection.Query<Visit>("""
        SELECT v.url, v.status, CASE WHEN v.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.article = v.url) THEN @never ELSE v.at END AS at
        FROM link l JOIN visit v ON v.url = l.url WHERE l.source = @source
        """, new { source, never = DateTimeOffset.MinValue }).ToDictionary(asked => asked.Url, asked => asked.At));

    /// <summary>Whether this version of the reader has read these bytes of this address for one of these agencies: two sources may list it, of which one speaks for whose report it is.</summary>
    /// <param name="agencies">Names or codes.</param>
    public bool HasReading(string sha256, string url, string readerVersion, IReadOnlyList<string> agencies) => Read(connection => connection.ExecuteScalar<bool>($"""
        SELECT EXISTS (SELECT 1 FROM reading WHERE url = @url AND @sha256 IN (sha256, given_as) AND reader = @readerVersion AND agency IN ({AgencyNames.Bearers}))
        """, new { sha256, url, readerVersion, codes = agencies, names = agencies.Select(AgencyNames.Fold) }));

    /// <summary>Whether any document of a listed article has figures.</summary>
    /// <param name="itself">Only the article's own page counts, and none of what it carries.</param>
    public bool HasFigures(string source, string article, bool itself = false) => Read(connection => connection.ExecuteScalar<bool>("""
        SELECT EXISTS (SELECT 1 FROM reading WHERE source = @source AND article = @article AND figures > 0 AND (NOT @itself OR url = article))
        """, new { source, article, itself }));

    /// <summary>The addresses of what an article carried when it was looked at last, as far as that was read.</summary>
    public IReadOnlyList<string> DocumentsOf(string article) => Read(connection => connection.Query<string>($"SELECT DISTINCT url FROM reading r WHERE article = @article AND imported = 0 AND NOT {Dropped.IsDropped}", new { article }).ToList());

    /// <summary>Under which other address the article's document of these bytes is known; null where it is not, or these bytes are known under this address.</summary>
    public string? KnownAs(string article, string address, string sha256) => Read(connection => connection.ExecuteScalar<string?>("""
        SELECT url FROM reading WHERE article = @article AND sha256 = @sha256 ORDER BY url <> @address, url = article, id LIMIT 1
        """, new { article, address, sha256 }) is { } url && url != address ? url : null);

    /// <summary>Whether a page that says nothing stands in place of a listed article: the article gave figures before, or other articles of the source give the same bytes.</summary>
    public bool IsStandIn(string source, string article, string sha256) => Read(connection => connection.ExecuteScalar<bool>("""
        SELECT EXISTS (SELECT 1 FROM reading WHERE source = @source AND article = @article AND figures > 0)
          OR EXISTS (SELECT 1 FROM link l JOIN visit v ON v.url = l.url WHERE l.source = @source AND l.url <> @article AND v.sha256 = @sha256)
        """, new { source, article, sha256 }));

    /// <summary>Whether a title names one of these agencies, as they are or were called, also by the end of a name that no other of them has.</summary>
    /// <param name="agencies">Names or codes.</param>
    public bool IsNamed(IReadOnlyList<string> agencies, string title) => Read(connection => connection.Query<string>(
        $"SELECT folded FROM agency_period WHERE agency IN ({AgencyNames.Bearers})", new { codes = agencies, names = agencies.Select(AgencyNames.Fold) }).ToList()) is var names && AgencyNames.Fold(title) is var folded
        && names.Any(name => folded.Contains(name, StringComparison.Ordinal) || AgencyNames.EndOf(name) is var end && folded.Contains(end, StringComparison.Ordinal) && names.Count(other => other.EndsWith(end, StringComparison.Ordinal)) == 1);

    /// <summary>The agencies that documents attached to an article print.</summary>
    public IReadOnlyList<string> AttachedNames(string article) => Read(connection => connection.Query<string>("""
        SELECT DISTINCT printed_agency FROM reading WHERE article = @article AND url <> article AND figures > 0 AND printed_agency IS NOT NULL
        """, new { article }).ToList());

    /// <summary>Saves a reading with all it found in one durable transaction. Saving it again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The archive does not keep its document.</exception>
    public SavedReading SaveReading(NewReading reading)
    {
        var bytes = Originals.SizeOf(reading.Sha256)
            ?? throw new InvalidOperationException($"The document {reading.Sha256} of {reading.Url} is not in the archive; keep it first.");
        return Write(transaction => new ReadingWriter(transaction, reading).Save(bytes));
    }

    /// <summary>Holds reports that were read since against those of the year before, those of regions against those of their units, their prose against that of all others, and what persons put right against what is printed now.</summary>
    /// <returns>How much was found that was not known before.</returns>
    public int CompareReports(DateTimeOffset at) => CompareYears(at) + CompareUnits(at) + CompareProse(at) + CompareCorrections(at);

    int CompareCorrections(DateTimeOffset at) => Write(transaction =>
    {
        var issues = new ReportIssues(transaction);
        Corrections.TellAll(transaction, issues, at);
        return issues.Count;
    });

    internal int CompareYears(DateTimeOffset at)
    {
        const int AtATime = 200;
        return Read(connection => YearChecks.AllDue(connection, Derived.Build)).Chunk(AtATime).Sum(some => Write(transaction =>
        {
            var checks = new YearChecks(transaction, at);
            foreach (var pair in some) checks.Compare(pair, Derived.Build);
            return checks.Found;
        }));
    }

    internal int CompareUnits(DateTimeOffset at)
    {
        const int AtATime = 20;
        return Read(connection => UnitChecks.AllDue(connection, Derived.Build)).Chunk(AtATime).Sum(some => Write(transaction =>
        {
            var checks = new UnitChecks(transaction, at);
            foreach (var whole in some) checks.Compare(whole);
            return checks.Found;
        }));
    }

    // A country's year takes minutes: others may write notes meanwhile.
    internal int CompareProse(DateTimeOffset at)
    {
        var found = 0;
        foreach (var (year, state) in Read(connection => new ProseChecks(connection).Years()))
        {
            var (what, rules) = ($"prose {year}", $"{Derived.Build} {state}");
            if (Read(connection => Derived.IsBy(connection, what, rules))) continue;
            var copies = Read(connection => new ProseChecks(connection).Of(year)).ToLookup(c => (c.Report.Agency, c.Report.Report), c => c.Issue);
            Write(transaction =>
            {
                var issues = new ReportIssues(transaction);
                foreach (var report in issues.ReportsWith(AcrossAgencies.Code, year).Union(copies.Select(c => c.Key)))
                    issues.Sync(report.Agency, report.Report, [AcrossAgencies.Code], [.. copies[report]], at);
                Derived.Note(transaction, what, rules);
                return found += issues.Count;
            });
        }
        return found;
    }

    /// <summary>Writes down what a person decided of a problem; the problem as it stands now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such problem any more.</exception>
    public Problem SaveReview(string problem, Decision decision, string reviewer, string reason, DateTimeOffset at) =>
        Write(transaction => Reviews.Decide(transaction, problem, decision, reviewer, reason, at));

    /// <summary>Writes down a figure that a person put right. What was printed stays.</summary>
    /// <returns>What the report prints.</returns>
    /// <exception cref="KeyNotFoundException">There is no report of that agency on that year.</exception>
    /// <exception cref="CorrectionException">The report has no such figure, it cannot be that number, or there are two reports.</exception>
    public string SaveCorrection(Correction correction, DateTimeOffset at) => Write(transaction => Reviews.Correct(transaction, correction, at));

    /// <summary>What was last made of these bytes of this address, and by which version of the reader; null if they were never read.</summary>
    public (string Reader, Reading Reading)? LastReading(string sha256, string url) => Read(connection =>
        connection.QueryFirstOrDefault<(long Id, string Reader)>("""
            SELECT id, reader FROM reading WHERE sha256 = @sha256 AND url = @url ORDER BY id DESC LIMIT 1
            """, new { sha256, url }) is { Id: > 0 } last ? (last.Reader, ReadingLoader.Load(connection, last.Id)!) : ((string, Reading)?)null);

    /// <summary>A stored reading as it was saved; null if there is none of that id.</summary>
    public Reading? LoadReading(long id) => Read(connection => ReadingLoader.Load(connection, id));

    public void Dispose()
    {
        Connection.Dispose();
        hold?.Dispose();
    }

    internal T Read<T>(Func<SqliteConnection, T> question)
    {
        lock (turn) return question(Connection);
    }

    // BeginTransaction is BEGIN IMMEDIATE. What fails inside leaves the database as it was.
    internal T Write<T>(Func<SqliteTransaction, T> work)
    {
        lock (turn)
        {
            using var transaction = Connection.BeginTransaction();
            var result = work(transaction);
            if (hold is not null) Touched.Settle(transaction);
            transaction.Commit();
            return result;
        }
    }
}
