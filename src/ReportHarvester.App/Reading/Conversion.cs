using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>
/// Formats that are not read themselves (RTF, OpenDocument, old WPS and Works) are read as what LibreOffice makes of them, where it is
/// installed; the reading says so. What it makes goes through the same door, and is trusted no more than the original.
/// </summary>
/// <param name="find">The program that converts, asked for when it is first needed; null where there is none.</param>
sealed class Conversion(Func<OfficeProgram?> find)
{
    const int Head = 4096;

    // By hash, why there is no conversion: what was in vain once is not tried again.
    readonly ConcurrentDictionary<string, string> inVain = [];

    /// <summary>Reads as <paramref name="read"/> does, once more where the document, or a file of the archive, had to be converted.</summary>
    public Reading Read(byte[] bytes, string? charset, Func<byte[], string?, Reading> read)
    {
        var reading = read(bytes, charset);
        if (!MayBeConverted(reading) || find() is not { } office) return reading;
        string? trouble = null;
        var converted = reading.Format == Reports.DocumentFormat.Zip ? ReportReader.WithConverted(bytes, file => Convert(office, file, out trouble)) : Convert(office, bytes, out trouble);
        if (converted is null) return trouble is null ? reading : reading with { Issues = [.. reading.Issues.Select(i => i.Code == ReportReader.NeedsConversion ? i with { Message = $"{i.Message} {trouble}" } : i)] };
        var second = read(converted, null);
        return second with { Issues = [new Issue { Code = "CONVERTED", Severity = Severity.Info, Message = $"本文件由{office.Version}转换后读取。Read as {office.Version} converted it; places are those of the converted document." }, .. second.Issues] };
    }

    // Of an archive, a file may be named with its code in another issue.
    static bool MayBeConverted(Reading reading) => reading.Format switch
    {
        Reports.DocumentFormat.Unknown => reading.Issues is [{ Code: ReportReader.NeedsConversion }],
        Reports.DocumentFormat.Zip => reading.Issues.Any(i => i.Code == ReportReader.NeedsConversion || i.Message.Contains(ReportReader.NeedsConversion, StringComparison.Ordinal)),
        _ => false,
    };

    byte[]? Convert(OfficeProgram office, byte[] bytes, out string? trouble)
    {
        var hash = System.Convert.ToHexString(SHA256.HashData(bytes));
        if (inVain.TryGetValue(hash, out trouble)) return null;
        (var converted, trouble) = office.Convert(bytes, IsSheet(bytes) ? "xlsx" : "docx");
        if (converted is null) inVain[hash] = trouble!;
        return converted;
    }

    // The type stands at the head of either form, packed or flat.
    static bool IsSheet(byte[] bytes) => Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(Head, bytes.Length))).Contains("opendocument.spreadsheet", StringComparison.Ordinal);
}
