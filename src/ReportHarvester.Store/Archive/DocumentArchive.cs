using System.Security.Cryptography;

namespace ReportHarvester.Store;

/// <summary>Keeps the bytes of documents under their SHA-256, once, in <c>originals/ab/abcdef…</c>.</summary>
public sealed class DocumentArchive
{
    const string Unfinished = ".part";
    readonly string originals;

    public DocumentArchive(string folder) => originals = Path.Combine(folder, "originals");

    /// <summary>Keeps the bytes and returns their SHA-256 in lower-case hex; on return they are on the disk, also after a power cut.</summary>
    /// <exception cref="IOException">Writing or making durable failed; the bytes count as not kept.</exception>
    public string Keep(ReadOnlySpan<byte> bytes)
    {
        var sha256 = Hash(bytes);
        var path = PathOf(sha256);
        // A file that was altered since, or that the disk gives no more, is healed by the bytes that are at hand now.
        if (!IsWhole(path, sha256)) Write(path, bytes);
        // The entry too, even of a file found there: its folder may not have reached the disk when an earlier run was cut off.
        Disk.Sync(Path.GetDirectoryName(path)!);
        Disk.Sync(originals);
        return sha256;
    }

    static bool IsWhole(string path, string sha256)
    {
        try
        {
            return File.Exists(path) && HashOf(path) == sha256;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether bytes stand under the hash, as they were kept.</summary>
    /// <exception cref="InvalidDataException">The file was altered after it was kept.</exception>
    public bool Holds(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path) && (HashOf(path) is var found && found == sha256 ? true : throw Altered(path, found));
    }

    /// <summary>The bytes as they were kept; null where none stand under the hash.</summary>
    /// <exception cref="InvalidDataException">The file was altered after it was kept.</exception>
    public byte[]? Read(string sha256)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        var found = Hash(bytes);
        return found == sha256 ? bytes : throw Altered(path, found);
    }

    static InvalidDataException Altered(string path, string found) => new($"{path} was altered after it was kept: its SHA-256 is now {found}.");

    /// <summary>Removes what a run that was cut off left unfinished. Only the holder of the data folder may do it.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(originals)) return;
        foreach (var left in Directory.EnumerateFiles(originals, "*" + Unfinished)) File.Delete(left);
    }

    /// <summary>Takes the bytes away; nothing may refer to them.</summary>
    internal void Remove(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>Whether it keeps anything.</summary>
    internal bool IsEmpty => !Directory.Exists(originals) || !Directory.EnumerateFiles(originals, "*", SearchOption.AllDirectories).Any();

    /// <summary>Size in bytes; null where nothing stands under the hash.</summary>
    public long? SizeOf(string sha256) => new FileInfo(PathOf(sha256)) is { Exists: true } file ? file.Length : null;

    void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = Path.Combine(originals, Path.GetRandomFileName() + Unfinished);
        try
        {
            File.WriteAllBytes(unfinished, bytes);
            Disk.Sync(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // Only a hash becomes a path, never a name that came from the network.
    string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(originals, sha256[..2], sha256)
        : throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hex.", nameof(sha256));

    // Without holding the whole of it.
    static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
