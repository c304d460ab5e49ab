using System.Net.Http.Headers;

namespace ReportHarvester.App;

/// <summary>Bytes that the archive keeps, and where they were found after redirects.</summary>
sealed record Original(string Sha256, byte[] Bytes, string? ContentType, Uri Address)
{
    /// <summary>The charset that the server declared.</summary>
    public string? Charset => MediaTypeHeaderValue.TryParse(ContentType, out var type) ? type.CharSet?.Trim('"') : null;
}
