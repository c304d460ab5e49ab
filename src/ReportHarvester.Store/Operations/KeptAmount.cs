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
        SELECT k.originals, k.bytes, (SELECT count(*) FROM report) AS reports,
          (SELECT count(*) FROM (SELECT sha256, url FROM reading WHERE reader < @readerVersion UNION SELECT sha256, url FROM reading WHERE reader > @readerVersion) d
            WHERE NOT EXISTS (SELECT 1 FROM reading n WHERE n.sha256 = d.sha256 AND n.url = d.url AND n.reader = @readerVersion)) AS outdated
        FROM (SELECT count(*) AS originals, COALESCE(sum(bytes), 0) AS bytes FROM original) k
        """, new { readerVersion }));
}
