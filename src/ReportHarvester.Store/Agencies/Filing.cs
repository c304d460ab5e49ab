using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Where a reading is filed: under which agency, whether as a report of it, and what is wrong with that.</summary>
sealed record Filed(long Agency, bool IsItsReport, FilingObjection? Objection);

/// <summary>Why a reading could not be filed, or only with a doubt.</summary>
sealed record FilingObjection(string Code, Severity Severity, string Message)
{
    /// <summary>Code of the doubt about a report that prints a name which nobody is known to bear.</summary>
    public const string Unregistered = "AGENCY-UNREGISTERED";

    /// <summary>Codes of what names one agency while its list names another, and of what names none where there are several.</summary>
    public const string Conflict = "AGENCY-CONFLICT", Undecided = "AGENCY-UNDECIDED";

    /// <summary>Code of the doubt about a report that its list gives for that on another year.</summary>
    public const string OtherYear = "YEAR-OTHER";

    /// <summary>Whether the issue i says of the reading r that nobody can tell whose report it is.</summary>
    public const string IsNobodys = $"(r.report IS NULL AND i.subject = 'filing' AND i.code IN ('{Unregistered}', '{Undecided}', '{Conflict}'))";

    // Whether the reading r is of a document of which something is doubted.
    const string Doubted = """
        EXISTS (SELECT 1 FROM report_issue i JOIN reading d ON d.id = i.reading
          WHERE i.agency = r.agency AND i.report = r.report AND i.subject = 'filing' AND i.settled IS NULL AND d.source = r.source AND d.url = r.url AND i.code
        """;

    /// <summary>Whether the reading r is of a document under such a name.</summary>
    public const string IsStrangers = $"{Doubted} = '{Unregistered}')";

    /// <summary>The current readings of documents under such a name, and their reports.</summary>
    public const string Strangers = $"""
        SELECT r.id, r.report FROM (SELECT DISTINCT agency, report FROM report_issue WHERE subject = 'filing' AND settled IS NULL AND code = '{Unregistered}') w
        JOIN reading r ON r.agency = w.agency AND r.report = w.report AND r.is_current = 1 WHERE {IsStrangers}
        """;

    /// <summary>Whether the reading r is of a document under such a name, or perhaps on another year.</summary>
    public const string IsDoubted = $"{Doubted} IN ('{Unregistered}', '{OtherYear}'))";
}

/// <summary>
/// Decides whose report a document is: what it prints, among the agencies that its source speaks for. A document that may be another's is
/// kept without being anybody's report, until somebody says whose it is. A name that nobody bears may be an old one of the source's agency:
/// a report under it is taken for the agency's, with a doubt, unless the source gives reports on the year under other names too.
/// </summary>
/// <param name="source">The source that gave it.</param>
/// <param name="named">Whom the source speaks for.</param>
/// <param name="year">On which it reports.</param>
sealed partial class Filing(SqliteTransaction transaction, string source, IReadOnlyList<string> named, int? year)
{
    // Shorter ends (财政局, 办公室) belong to too many.
    const int LeastSharedEnd = 4, LongestName = 60;

    readonly SqliteConnection connection = transaction.Connection!;

    /// <param name="printed">The name that the document prints.</param>
    /// <param name="scope">For whom the document says that it speaks.</param>
    /// <param name="article">The listed address that led to it.</param>
    /// <param name="title">What the list called it.</param>
    /// <param name="oneOfMany">It is one of several documents of an article, which print different names.</param>
    public Filed Decide(string? printed, Scope scope, string article, string? title, bool oneOfMany)
    {
        var filed = ToAgency(printed, scope, article, title, oneOfMany);
        return filed is { IsItsReport: true, Objection: null } ? filed with { Objection = OfOtherYear(title) } : filed;
    }

    Filed ToAgency(string? printed, Scope scope, string article, string? title, bool oneOfMany)
    {
        var candidates = named.Select(name => AgencyNames.Enter(transaction, name, year)).Distinct().ToList();
        var names = candidates.SelectMany(agency => AgencyNames.Of(connection, agency, transaction).Select(name => (agency, name))).ToList();
        var byTitle = candidates.Count > 1 && title is not null ? InTitle(names, AgencyNames.Fold(title)) : null;
        var whole = printed is null ? null : Whole(names, printed);
        var alike = printed is null || whole is not null ? null : Alike(names, AgencyNames.Fold(printed));
        // The whole name goes first; that of another agency is none of these, though they may end alike.
        var other = printed is null || whole is not null ? null : OfAnother(printed, registered: alike is not null);
        if ((whole ?? (other is null ? alike : null)) is { } byDocument)
            return byTitle is null || byTitle == byDocument ? new(byDocument, true, null)
                : Aside(byDocument, FilingObjection.Conflict, $"文件署名“{printed}”，列表标题为“{title}”。The document names one agency, the list another.");
        if (other is not null || (title is not null && byTitle is null && (other = TitledOfAnother(names, AgencyNames.Fold(title))) is not null))
            return Aside(candidates[0], "AGENCY-OTHER", printed is null ? EvidenceWords.Write("listed for another", title!, other) : EvidenceWords.Write("signed by another", printed, other));
        if (printed is not null && names.TrueForAll(n => IsOfAnotherKind(n.name, AgencyNames.Fold(printed))))
            return Aside(candidates[0], "AGENCY-OTHER", $"文件署名“{printed}”与来源的机关不是同类机关。One of both governs a region and the other does not: the document is that of another agency.");
        var its = byTitle ?? candidates[0];
        if (printed is not null && Beside(its, AgencyNames.Fold(printed), scope, article) is { } beside)
            return Aside(its, "AGENCY-OTHER", $"文件署名“{printed}”，该来源同年另有“{beside}”的报告；如系同一机关的其他名称，请登记。"
                + "Its source gives another report on the year, under another name; if both are names of one agency, enter them into the registry.");
        var doubt = printed is null ? null : new FilingObjection(FilingObjection.Unregistered, Severity.Warning,
            $"文件署名“{printed}”与来源的机关名称都不符。The name that the document prints is none of those of its source's agencies.");
        if (oneOfMany) return new(candidates[0], false, doubt ?? Undecided);
        if (candidates.Count == 1) return new(candidates[0], true, doubt);
        return byTitle is { } titled ? new(titled, true, doubt) : new(candidates[0], false, doubt ?? Undecided);
    }

    // The title on the list may be wrong, or lead to the old file, or the document may print last year's heading. A month is that of publication.
    FilingObjection? OfOtherYear(string? title) =>
        year is null || title is null || ListedYears().Matches(title).Select(m => int.Parse(m.Value)).Distinct().ToList() is not [var listed] || listed == year ? null
        : new(FilingObjection.OtherYear, Severity.Warning, EvidenceWords.Write("listed for other year", title, year, listed, year));

    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9]|年\s*[0-9]{1,2}\s*月|[-./][0-9])")]
    private static partial Regex ListedYears();

    static FilingObjection Undecided => new(FilingObjection.Undecided, Severity.Error,
        "来源有多个机关，标题和文件都未表明是哪一个。The source speaks for several agencies, and neither title nor document says for which of them.");

    static Filed Aside(long agency, string code, string message) => new(agency, false, new(code, Severity.Error, message));

    // A name passes on from one to another: of several who bore it, it is that of the year.
    long? Whole(List<(long Agency, string Name)> names, string printed)
    {
        var bearers = names.Where(n => n.Name == AgencyNames.Fold(printed)).Select(n => n.Agency).Distinct().ToList();
        return bearers.Count == 0 ? null : bearers.Count > 1 && AgencyNames.Find(connection, printed, year, transaction) is { } then && bearers.Contains(then) ? then : bearers[0];
    }

    // The one agency with a name of which one is the end of the other, as 市财政局 is of 东湖市财政局.
    static long? Alike(List<(long Agency, string Name)> names, string printed)
    {
        var alike = names.Where(n => SharesEnd(n.Name, printed)).Select(n => n.Agency).Distinct().ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    static bool SharesEnd(string one, string other) => Math.Min(one.Length, other.Length) >= LeastSharedEnd
        && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal));

    // The longest name in it: 东湖市人民政府办公室 holds 东湖市人民政府.
    static long? InTitle(List<(long Agency, string Name)> names, string title)
    {
        var found = names.FindAll(n => title.Contains(n.Name, StringComparison.Ordinal));
        var longest = found.Where(f => f.Name.Length == found.Max(l => l.Name.Length)).Select(f => f.Agency).Distinct().ToList();
        return longest.Count == 1 ? longest[0] : null;
    }

    // Its code or name. One that no registry knows is called as a source calls it, perhaps in short.
    string? OfAnother(string printed, bool registered) => AgencyNames.Find(connection, printed, year, transaction) is { } id
        ? connection.ExecuteScalar<string?>($"SELECT {(registered ? "code" : "COALESCE(code, name)")} FROM agency WHERE id = @id", new { id }, transaction) : null;

    // A government's office, which bears its name and more, may give its report.
    static bool IsOfAnotherKind(string name, string printed) => AgencyNames.IsGovernment(name) != AgencyNames.IsGovernment(printed)
        && !name.StartsWith(printed, StringComparison.Ordinal) && !printed.StartsWith(name, StringComparison.Ordinal);

    // The longest name of any agency that stands whole in the title, where it is none of these nor the beginning of one.
    string? TitledOfAnother(List<(long Agency, string Name)> names, string title)
    {
        if (names.Exists(n => title.Contains(n.Name, StringComparison.Ordinal))) return null;
        var parts = from start in Enumerable.Range(0, title.Length)
                    from length in Enumerable.Range(LeastSharedEnd, Math.Clamp(title.Length - start - LeastSharedEnd + 1, 0, LongestName))
                    where AgencyNames.MayEndBefore(title[(start + length)..])
                    select title.Substring(start, length);
        var longest = connection.QueryFirstOrDefault<string?>("SELECT folded FROM agency_period WHERE folded IN (SELECT value FROM json_each(@parts)) ORDER BY length(folded) DESC LIMIT 1",
            new { parts = JsonSerializer.Serialize(parts) }, transaction);
        return longest is null || names.Exists(n => n.Name.StartsWith(longest, StringComparison.Ordinal) || SharesEnd(n.Name, longest)) ? null : longest;
    }

    // Another name under which the source gives a report of that scope on the year.
    string? Beside(long agency, string printed, Scope scope, string article) => connection.Query<string>("""
        SELECT r.printed_agency FROM reading r LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
        WHERE r.agency = @agency AND r.source = @source AND r.article <> @article AND r.scope = @scope AND r.figures > 0 AND r.printed_agency IS NOT NULL
          AND COALESCE(r.printed_year, p.year) = @year AND NOT EXISTS (
            SELECT 1 FROM reading later WHERE later.agency = r.agency AND later.sha256 = r.sha256 AND later.url = r.url AND later.id > r.id)
        ORDER BY r.id
        """, new { agency, source, article, scope = Word.Of(scope), year }, transaction).FirstOrDefault(name => AgencyNames.Fold(name) is var folded && folded != printed && !SharesEnd(folded, printed));
}
