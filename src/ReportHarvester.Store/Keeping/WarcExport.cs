using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>
/// Writes what the archive keeps as WARC 1.1 (ISO 28500:2017), each record compressed on its own. The archive keeps bodies as they were meant,
/// not as they were packed and without most headers, so its records are those of resources; nothing is made up to look like a response.
/// </summary>
public static class WarcExport
{
    // What an address said of its last bytes holds for these. Of the others it is known what they were read as.
    const string Publications = """
        SELECT p.url, p.since AS at, p.sha256, COALESCE((SELECT v.content_type FROM visit v WHERE v.url = p.url AND v.sha256 = p.sha256),
          CASE (SELECT format FROM original WHERE sha256 = p.sha256) WHEN 'html' THEN 'text/html' WHEN 'pdf' THEN 'application/pdf' END) AS content_type, 0 AS status
        FROM publication p ORDER BY p.since, p.url
        """;

    /// <summary>Every change of the bytes that an address gave, in the order of time.</summary>
    /// <returns>How many records were written, and which originals could not be.</returns>
    public static CopyResult Write(ReportStore store, Stream output, string software, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (written, problems) = (0, new List<string>());
        Record(output, "warcinfo", now, [], "application/warc-fields", Encoding.UTF8.GetBytes($"software: {software}\r\nformat: WARC File Format 1.1\r\n"));
        var published = store.Read(connection => connection.Query<Visit>(Publications).ToList());
        foreach (var one in published)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Bytes(store, one.Sha256!, problems) is not { } bytes) continue;
            Record(output, "resource", one.At, [("WARC-Target-URI", Target(one.Url)), ("WARC-Payload-Digest", $"sha256:{one.Sha256}")], one.ContentType ?? "application/octet-stream", bytes);
            written++;
        }
        return new CopyResult(published.Count, written, problems);
    }

    static byte[]? Bytes(ReportStore store, string sha256, List<string> problems)
    {
        try
        {
            if (store.Originals.Read(sha256) is { } bytes) return bytes;
            problems.Add($"original {sha256} is missing");
        }
        catch (InvalidDataException altered)
        {
            problems.Add(altered.Message);
        }
        return null;
    }

    // What was posted becomes part of the address, in the way that players of archives look for it.
    // What was imported is known by the name of its file, as a person reads it; a URI has none of its letters.
    static string Target(string key) => key.Split(' ', 2) is [var address, var form] ? $"{address}{(address.Contains('?') ? '&' : '?')}__wb_method=POST&{form}" : new Uri(key).AbsoluteUri;

    static void Record(Stream output, string type, DateTimeOffset at, (string Name, string Value)[] fields, string contentType, byte[] block)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(block));
        var named = fields.Prepend(("WARC-Block-Digest", $"sha256:{digest}")).Prepend(("WARC-Date", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)))
            .Append(("Content-Type", contentType)).Append(("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture))).ToList();
        var head = string.Concat(named.Select(field => $"{field.Item1}: {OneLine(field.Item2)}\r\n"));
        // The same record has the same name whenever it is exported.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(type + head)).AsSpan(0, 16), bigEndian: true);
        using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\n{head}\r\n"));
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }

    static string OneLine(string value) => string.Concat(value.Where(c => !char.IsControl(c)));
}
