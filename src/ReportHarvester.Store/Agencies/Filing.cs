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
        var byTitle = candidates.Count > 1 && title is not null ? InTitle(candidates, AgencyNames.Fold(title)) : null;
        if (printed is not null && Bearer(candidates, printed) is { } byDocument)
            return byTitle is null || byTitle == byDocument ? new(byDocument, true, null)
                : Aside(byDocument, "AGENCY-CONFLICT", $"文件署名“{printed}”，列表标题为“{title}”。The document names one agency, the list another.");
        if (printed is not null && OfAnother(printed) is { } other)
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

    // The whole name first, unless it is another's; then the one name of which one is the end of the other, as 市财政局 is of 东湖市财政局.
    long? Bearer(List<long> candidates, string printed)
    {
        var folded = AgencyNames.Fold(printed);
        var names = candidates.SelectMany(agency => AgencyNames.Of(connection, agency, transaction).Select(name => (agency, name))).ToList();
        if (names.FirstOrDefault(n => n.name == folded) is { name: not null } whole) return whole.agency;
        if (OfAnother(printed) is not null) return null;
        var alike = names.Where(n => SharesEnd(n.name, folded)).Select(n => n.agency).Distinct().ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    static bool SharesEnd(string one, string other) => Math.Min(one.Length, other.Length) >= LeastSharedEnd
        && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal));

    // The longest name in it: 东湖市人民政府办公室 holds 东湖市人民政府.
    long? InTitle(List<long> candidates, string title)
    {
        var found = candidates.SelectMany(agency => AgencyNames.Of(connection, agency, transaction)
            .Where(name => title.Contains(name, StringComparison.Ordinal)).Select(name => (agency, name.Length))).ToList();
        var longest = found.Where(f => f.Length == found.Max(l => l.Length)).Select(f => f.agency).Distinct().ToList();
        return longest.Count == 1 ? longest[0] : null;
    }

    string? OfAnother(string printed) => AgencyNames.Find(connection, printed, year, transaction) is { } id
        ? Dapper.SqlMapper.ExecuteScalar<string?>(connection, "SELECT code FROM agency WHERE id = @id", new { id }, transaction) : null;
}
