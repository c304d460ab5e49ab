using System.Net.Http.Headers;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A document that the archive keeps, and where it was found after redirects. Its bytes are there to be read and are held no longer than that takes.</summary>
sealed record Original(DocumentArchive Archive, string Sha256, string? ContentType, Uri Address)
{
    const long Large = 2 << 20;

    // Many hosts may have sent a large document at the same time.
    static readonly Lock Turn = new();

    /// <summary>The charset that the server declared.</summary>
    public string? Charset => MediaTypeHeaderValue.TryParse(ContentType, out var type) ? type.CharSet?.Trim('"') : null;

    /// <summary>Does something with the bytes; with large ones, one thread after the other.</summary>
    /// <exception cref="InvalidDataException">They were altered since they were kept.</exception>
    public T Read<T>(Func<byte[], T> use)
    {
        if (Archive.SizeOf(Sha256) <= Large) return use(Bytes);
        lock (Turn) return use(Bytes);
    }

    byte[] Bytes => Archive.Read(Sha256) ?? throw new InvalidDataException($"{Sha256} is missing from the archive.");
}
