using Dapper;

namespace ReportHarvester.Store;

/// <summary>How much a data folder keeps.</summary>
public sealed record KeptAmount
{
    public int Originals { get; init; }

    /// <summary>Of all originals.</summary>
    public long Bytes { get; init; }

    public int Reports { get; init; }

    /// <summary>Documents that this version of the reader has not read yet.</summary>
    public int Outdated { get; init; }

    public static KeptAmount Of(ReportStore store, string readerVersion) => store.Read(connection => connection.QuerySingle<KeptAmount>("""
        SELECT (SELECT count(*) FROM original) AS originals, (SELECT COALESCE(sum(bytes), 0) FROM original) AS bytes, (SELECT count(*) FROM report) AS reports,
          (SELECT count(*) FROM (SELECT 1 FROM reading GROUP BY sha256, url HAVING sum(reader = @readerVersion) = 0)) AS outdated
        """, new { readerVersion }));
}
