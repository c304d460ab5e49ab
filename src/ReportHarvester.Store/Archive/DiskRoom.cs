namespace ReportHarvester.Store;

/// <summary>What is free on the disk under a folder.</summary>
public static class DiskRoom
{
    /// <summary>Bytes that the disk has left for this user.</summary>
    public static long Free(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>To be asked before a large file is written, which would else fill the disk and be half.</summary>
    /// <exception cref="DiskLowException">Fewer bytes are free than it takes.</exception>
    internal static void RequireFor(string file, long bytes)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file))! is var folder && Free(folder) is var free && free < bytes)
            throw new DiskLowException($"磁盘剩余 {free >> 20} MiB，而数据库副本 {file} 需要 {bytes >> 20} MiB，未复制。Only {free >> 20} MiB are free for {file}, a copy of the database of {bytes >> 20} MiB: none was made. Make room.");
    }

    /// <exception cref="DiskLowException">Fewer bytes are free than wanted.</exception>
    public static void Require(string folder, long wanted)
    {
        if (wanted > 0 && Free(folder) is var free && free < wanted)
            throw new DiskLowException($"磁盘剩余 {free >> 20} MiB，少于 diskFloorMiB {wanted >> 20}，已停止采集。Only {free >> 20} MiB are free on the disk of {Path.GetFullPath(folder)}, "
                + $"fewer than diskFloorMiB {wanted >> 20}: nothing more is fetched or read into it. Make room, or lower the setting.");
    }
}

/// <summary>The disk has less free than it has to have.</summary>
public sealed class DiskLowException(string message) : IOException(message);
