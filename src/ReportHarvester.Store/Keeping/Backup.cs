using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What a copy came to: originals copied now, and those that could not be.</summary>
public sealed record CopyResult(int Originals, int Copied, IReadOnlyList<string> Problems);

/// <summary>
/// Copies of a data folder in another folder, which is a data folder itself. The database is a snapshot and takes its place last, when all
/// originals that it counts on are there: a copy that is cut off leaves the copy before it whole, and goes on where it ended.
/// </summary>
public static class Backup
{
    /// <summary>Brings a copy up to date; only what is new is copied. May run beside a harvest.</summary>
    /// <exception cref="DataFolderBusyException">Something writes to the copy.</exception>
    /// <exception cref="TargetExistsException">A store stands there that is no copy, or was worked on since.</exception>
    public static CopyResult Make(ReportStore store, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        using var hold = FolderHold.Take(target);
        RefuseStore(target);
        File.WriteAllText(MarkIn(target), "A copy that `reportharvester backup` made, and may replace.\n");
        return Copy(store, target, cancellationToken);
    }

    /// <summary>Brings a copy back into a folder that holds no database; without the originals that the copy lacks, which the result names.</summary>
    /// <exception cref="InvalidDataException">The copy's database is damaged; nothing is restored.</exception>
    public static CopyResult Restore(ReportStore copy, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        using var hold = FolderHold.Take(target);
        if (File.Exists(Database.FileIn(target)))
            throw new TargetExistsException($"{Path.GetFullPath(target)} 已有数据库。There is a database already; move the folder away, or restore into another.");
        if (Verification.Of(copy, cancellationToken) is { OfDatabase: { Count: > 0 } problems })
            throw new InvalidDataException($"备份的数据库已损坏。The copy's database is damaged: {string.Join("; ", problems.Take(5))}");
        return Copy(copy, target, cancellationToken);
    }

    static CopyResult Copy(ReportStore from, string target, CancellationToken cancellationToken)
    {
        var snapshot = Database.FileIn(target) + ".new";
        from.Read(connection =>
        {
            DatabaseCopy.Make(connection, snapshot);
            return snapshot;
        });
        var result = CopyOriginals(KeptBy(snapshot), from.Originals, target, cancellationToken);
        Place(snapshot, target);
        return result;
    }

    static CopyResult CopyOriginals(IReadOnlyList<string> kept, DocumentArchive from, string target, CancellationToken cancellationToken)
    {
        var to = new DocumentArchive(target);
        to.Sweep();
        var (copied, problems) = (0, new List<string>());
        foreach (var sha256 in kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (to.SizeOf(sha256) is { } there && there == from.SizeOf(sha256)) continue;
            if (Verification.Read(from, sha256, out var trouble) is not { } bytes) problems.Add(trouble!);
            else if (to.Keep(bytes) == sha256) copied++;
        }
        return new CopyResult(kept.Count, copied, problems);
    }

    static IReadOnlyList<string> KeptBy(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return Verification.KeptBy(connection);
    }

    /// <summary>Tells a copy from a store that somebody works with: that one has none.</summary>
    internal static string MarkIn(string folder) => Path.Combine(folder, "reports.copy");

    // What a newer program made is not ours to replace, nor what is no copy.
    static void RefuseStore(string target)
    {
        if (!File.Exists(Database.FileIn(target))) return;
        using (var connection = Database.OpenForReading(target)) Schema.RefuseNewer(connection);
        if (!File.Exists(MarkIn(target)))
            throw new TargetExistsException($"{Path.GetFullPath(target)} 已有数据库，且不是 backup 所做的备份，不予覆盖。A database stands there that is no copy made by `backup`, and is not replaced; name another folder.");
    }

    static void Place(string snapshot, string target)
    {
        var database = Database.FileIn(target);
        // What belonged to the database before would be taken for the new one's.
        foreach (var beside in new[] { "-wal", "-shm" }) File.Delete(database + beside);
        File.Move(snapshot, database, overwrite: true);
        Disk.Sync(target);
    }
}

/// <summary>There is something already where something was to be made.</summary>
public sealed class TargetExistsException(string message) : IOException(message);
