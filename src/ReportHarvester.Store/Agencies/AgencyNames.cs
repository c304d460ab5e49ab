using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Finds agencies by what they are or were called.</summary>
static class AgencyNames
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };
    static readonly AgencyWords Words = Load();

    /// <summary>What folding a name comes to; the number counts the changes of <see cref="Fold"/> itself.</summary>
    public static string Rules { get; } = $"1 {string.Join(' ', Words.Short.Select(word => $"{word.Key}={word.Value}"))}";

    /// <summary>A name as it is compared: spaces are no part of it, brackets have one width, and words that are often cut short are.</summary>
    public static string Fold(string name) => Words.Short.Aggregate(
        string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch { '（' => '(', '）' => ')', _ => c })),
        (folded, word) => folded.Replace(word.Key, word.Value, StringComparison.Ordinal));

    /// <summary>Folds names anew that were folded by other rules.</summary>
    public static void Refold(SqliteTransaction transaction)
    {
        var connection = transaction.Connection!;
        var changed = connection.Query<(long Agency, long Position, string Name, string Folded)>("SELECT agency, position, name, folded FROM agency_period", transaction: transaction)
            .Where(period => Fold(period.Name) != period.Folded).ToList();
        connection.Execute("UPDATE agency_period SET folded = @folded WHERE agency = @Agency AND position = @Position",
            changed.Select(period => new { period.Agency, period.Position, folded = Fold(period.Name) }), transaction);
    }

    /// <summary>Whether what bears a name (folded) governs a region or a zone.</summary>
    public static bool IsGovernment(string name) => Words.Governments.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>SQL for what an agency was called at the end of a year; what it is called now where the registry does not say.</summary>
    /// <param name="agency">The agency as a row of the table agency.</param>
    public static string InYear(string agency, string year) => $"COALESCE({AtEnd("name", agency, year)}, {agency}.name)";

    /// <summary>SQL for the region in which an agency stood at the end of a year; another where the registry does not say.</summary>
    public static string PlaceInYear(string agency, string year, string other) => $"COALESCE({AtEnd("region", agency, year)}, {other})";

    static string AtEnd(string column, string agency, string year) => $"""
        (SELECT y.{column} FROM agency_period y WHERE y.agency = {agency}.id AND (y.since IS NULL OR y.since <= {year} || '-12-31') AND (y.until IS NULL OR y.until >= {year} || '-12-31') ORDER BY y.position DESC LIMIT 1)
        """;

    /// <summary>What the registry says happened, in words: renamed, merged and so on of a name, and into what, as far as that is known.</summary>
    public static string Event(string kind, string name, string? to) => !EvidenceWords.Has($"event {kind}") ? $"{name} {kind}"
        : to is null ? EvidenceWords.Write($"event {kind}", name) : EvidenceWords.Write($"event {kind} to", name, to);

    /// <summary>What a unit is called, also by those who speak of it within the region that a government's name begins with: 青屏县财政局 is 县财政局 and 财政局.</summary>
    public static IReadOnlyList<string> Within(string government, string unit)
    {
        const int Shortest = 3;
        var (region, names) = (RegionOf(Fold(government)), new List<string> { unit });
        if (RegionOf(Fold(unit)) is { Length: >= Shortest } own && own != Fold(unit)) names.Add(own);
        if (region.Length > 0 && unit.Length - region.Length >= Shortest && unit.StartsWith(region, StringComparison.Ordinal)) names.AddRange([unit[(region.Length - 1)..], unit[region.Length..]]);
        return names;
    }

    /// <summary>What a name (folded) ends with, without most of its region: 财政局 of 东湖市财政局.</summary>
    public static string EndOf(string name) => name[Math.Max(0, name.Length - 3)..];

    static string RegionOf(string name) => Words.Governments.Where(end => name.EndsWith(end, StringComparison.Ordinal)).MaxBy(end => end.Length) is { } end ? name[..^end.Length] : name;

    /// <summary>Whether the name of a unit may end where the rest of a title (folded) begins.</summary>
    public static bool MayEndBefore(string rest) => rest.Length == 0 || char.IsAsciiDigit(rest[0]) || Words.AfterUnit.Any(word => rest.StartsWith(word, StringComparison.Ordinal));

    static AgencyWords Load()
    {
        using var stream = typeof(AgencyNames).Assembly.GetManifestResourceStream("agency-words.json")!;
        return JsonSerializer.Deserialize<AgencyWords>(stream, Plain)!;
    }

    sealed record AgencyWords(IReadOnlyDictionary<string, string> Short, string[] Governments, string[] AfterUnit);

    /// <summary>
    /// The agency of a code or name: who bore the name in the year (now, if none is given), else who bore it last; one of the registry before
    /// one that is only known by the name. Null if nobody ever bore it.
    /// </summary>
    public static long? Find(SqliteConnection connection, string codeOrName, int? year = null, SqliteTransaction? transaction = null) =>
        connection.ExecuteScalar<long?>(Found("@codeOrName", "@folded"), new
        {
            codeOrName, folded = Fold(codeOrName), first = year is null ? "9999-12-31" : $"{year:0000}-01-01", last = year is null ? "9999-12-31" : $"{year:0000}-12-31",
        }, transaction);

    /// <summary>SQL for the same, of many: between the days @first and @last.</summary>
    public static string Found(string codeOrName, string folded) => $"""
        SELECT agency FROM (
          SELECT id AS agency, 0 AS rank, 0 AS unknown, '' AS until, '' AS since FROM agency WHERE code = {codeOrName}
          UNION ALL
          SELECT agency, CASE WHEN COALESCE(since, '0000') <= @last AND COALESCE(until, '9999-12-31') >= @first THEN 1 ELSE 2 END, code IS NULL,
            COALESCE(until, '9999-12-31'), COALESCE(since, '0000') FROM agency_period JOIN agency ON agency.id = agency WHERE folded = {folded})
        ORDER BY unknown, rank, until DESC, since DESC, agency LIMIT 1
        """;

    /// <summary>All folded names that an agency ever bore.</summary>
    public static IReadOnlyList<string> Of(SqliteConnection connection, long agency, SqliteTransaction transaction) =>
        [.. connection.Query<string>("SELECT DISTINCT folded FROM agency_period WHERE agency = @agency", new { agency }, transaction)];

    /// <summary>SQL for the agencies that have one of the codes or ever bore one of the names (folded).</summary>
    public const string Bearers = "SELECT agency FROM agency_period WHERE folded IN @names UNION SELECT id FROM agency WHERE code IN @codes";

    /// <summary>Finds the agency, or enters it as one that is in no registry yet.</summary>
    public static long Enter(SqliteTransaction transaction, string codeOrName, int? year = null)
    {
        var connection = transaction.Connection!;
        if (Find(connection, codeOrName, year, transaction) is { } known) return known;
        var id = connection.ExecuteScalar<long>("INSERT INTO agency (name) VALUES (@codeOrName) RETURNING id", new { codeOrName }, transaction);
        connection.Execute("INSERT INTO agency_period (agency, position, name, folded) VALUES (@id, 0, @codeOrName, @folded)",
            new { id, codeOrName, folded = Fold(codeOrName) }, transaction);
        return id;
    }
}
