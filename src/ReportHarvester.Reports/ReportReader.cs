namespace ReportHarvester.Reports;

/// <summary>The only door to parsing: bytes of a published document become a reading. Pure: no clock, no network, no disk.</summary>
public static class ReportReader
{
    /// <summary>Reads a document. Whatever is wrong with it becomes an issue of the reading; nothing is thrown for bad input.</summary>
    /// <param name="bytes">The whole document as it was fetched.</param>
    /// <param name="charset">The charset that the server declared, for HTML; null if none.</param>
    public static Reading Read(byte[] bytes, string? charset = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new Reading { Format = DocumentFormat.Unknown };
    }
}
