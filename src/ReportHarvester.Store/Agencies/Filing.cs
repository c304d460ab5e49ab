using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Where a reading is filed: under which agency, whether as a report of it, and what is wrong with that.</summary>
sealed record Filed(long Agency, bool IsItsReport, FilingObjection? Objection);

/// <summary>Why a reading could not be filed, or only with a doubt.</summary>
sealed record FilingObjection(string Code, Severity Severity, string Message);

/// <summary>
/// Decides whose report a document is: what it prints, among the agencies that its source speaks for. A document that may be another's is
/// kept without being anybody's report, until somebody says whose it is.
/// </summary>
sealed class Filing(SqliteTransaction transaction, IReadOnlyList<string> named, int? year)
{
    // Shorter ends (财政局, 办公室) belong to too many.
    const int LeastSharedEnd = 4;

    readonly SqliteConnection connection = transaction.Connection!;

    /// <param name="printed">The name that the document prints.</param>
    /// <param name="title">What the list called it.</param>
    /// <param name="oneOfMany">It is one of several documents of an article, which print different names.</param>
    public Filed Decide(string? printed, string? title, bool oneOfMany)
    {
        var candidates = named.Select(name => AgencyNames.Enter(transaction, name, year)).Distinct().ToList();
        var names = candidates.SelectMany(agency => AgencyNames.Of(connection, agency, transaction).Select(name => (agency, name))).ToList();
        var byTitle = candidates.Count > 1 && title is not null ? InTitle(names, AgencyNames.Fold(title)) : null;
        var whole = printed is null ? null : Whole(names, AgencyNames.Fold(printed));
        // The whole name goes first; that of another agency is none of these, though they may end alike.
        var other = printed is null || whole is not null ? null : OfAnother(printed);
        if ((whole ?? (printed is null || other is not null ? null : Alike(names, AgencyNames.Fold(printed)))) is { } byDocument)
            return byTitle is null || byTitle == byDocument ? new(byDocument, true, null)
                : Aside(byDocument, "AGENCY-CONFLICT", $"文件署名“{printed}”，列表标题为“{title}”。The document names one agency, the list another.");
        if (other is not null)
            return Aside(candidates[0], "AGENCY-OTHER",
                $"文件署名“{printed}”是登记机关{other}，不属于该来源。The document is that of another registered agency, which its source does not speak for.");
        var doubt = printed is null ? null : new FilingObjection("AGENCY-UNREGISTERED", Severity.Warning,
            $"文件署名“{printed}”与来源的机关名称都不符。The name that the document prints is none of those of its source's agencies.");
        if (oneOfMany) return new(candidates[0], false, doubt ?? Undecided);
        if (candidates.Count == 1) return new(candidates[0], true, doubt);
        return byTitle is { } titled ? new(titled, true, doubt) : new(candidates[0], false, doubt ?? Undecided);
    }

    static FilingObjection Undecided => new("AGENCY-UNDECIDED", Severity.Error,
        "来源有多个机关，标题和文件都未表明是哪一个。The source speaks for several agencies, and neither title nor document says for which of them.");

    static Filed Aside(long agency, string code, string message) => new(agency, false, new(code, Severity.Error, message));

    static long? Whole(List<(long Agency, string Name)> names, string printed) =>
        names.Where(n => n.Name == printed).Select(n => (long?)n.Agency).FirstOrDefault();

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

    string? OfAnother(string printed) => AgencyNames.Find(connection, printed, year, transaction) is { } id
        ? Dapper.SqlMapper.ExecuteScalar<string?>(connection, "SELECT code FROM agency WHERE id = @id", new { id }, transaction) : null;
}
