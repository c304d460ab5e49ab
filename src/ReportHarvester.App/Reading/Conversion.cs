using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>
/// Formats that are not read themselves (RTF, OpenDocument, old WPS and Works) are read as what LibreOffice makes of them, where it is
/// installed; the reading says so. What it makes goes through the same door, and is trusted no more than the original.
/// </summary>
static class Conversion
{
    const int Head = 4096;

    /// <summary>Reads as <paramref name="read"/> does, once more where the document had to be converted.</summary>
    public static Reading Read(byte[] bytes, string? charset, Func<byte[], string?, Reading> read)
    {
        var reading = read(bytes, charset);
        if (reading.Format != DocumentFormat.Unknown || reading.Issues is not [{ Code: ReportReader.NeedsConversion } refusal] || OfficeProgram.Find() is not { } office) return reading;
        var (converted, trouble) = office.Convert(bytes, IsSheet(bytes) ? "xlsx" : "docx");
        if (converted is null) return reading with { Issues = [refusal with { Message = $"{refusal.Message} {trouble}" }] };
        var second = read(converted, null);
        return second with { Issues = [new Issue { Code = "CONVERTED", Severity = Severity.Info, Message = $"本文件由{office.Version}转换后读取。Read as {office.Version} converted it; places are those of the converted document." }, .. second.Issues] };
    }

    // The type stands at the head of either form, packed or flat.
    static bool IsSheet(byte[] bytes) => Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(Head, bytes.Length))).Contains("opendocument.spreadsheet", StringComparison.Ordinal);
}
