using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A document as it came, and what it is.</summary>
public sealed record ArchivedOriginal(byte[] Bytes, DocumentFormat Format)
{
    /// <summary>Null if no document of that hash is kept.</summary>
    public static ArchivedOriginal? Of(ReportStore store, string sha256)
    {
        var format = store.Read(connection => connection.ExecuteScalar<string?>("SELECT format FROM original WHERE sha256 = @sha256", new { sha256 }));
        return Word.To<DocumentFormat>(format) is { } known && store.Originals.Read(sha256) is { } bytes ? new ArchivedOriginal(bytes, known) : null;
    }
}
