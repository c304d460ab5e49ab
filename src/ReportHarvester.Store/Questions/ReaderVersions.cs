using System.Text.Json;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>By which versions of the reader something was read: a store may hold readings of several.</summary>
public static class ReaderVersions
{
    /// <summary>The versions among these readers; that the machine ended a reading, which stands after its version, is left out.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string?> readers) => [.. readers.OfType<string>().Select(reader => reader.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Those of these readings.</summary>
    public static IReadOnlyList<string> Of(ReportStore store, IEnumerable<long> readings) => store.Read(connection =>
        In(connection.Query<string>("SELECT DISTINCT reader FROM reading WHERE id IN (SELECT value FROM json_each(@readings))", new { readings = JsonSerializer.Serialize(readings) })));
}
