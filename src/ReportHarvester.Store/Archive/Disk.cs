using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ReportHarvester.Store;

/// <summary>
/// Makes files and folders durable through libc. .NET's Flush(true) returns without an exception when fsync fails, and a folder,
/// whose entries a rename changes, cannot be opened from managed code at all.
/// </summary>
static partial class Disk
{
    const int ReadOnly = 0;
    const int CloseOnExec = 0x80000;
    const int Interrupted = 4;

    public static void Sync(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            SyncElsewhere(path);
            return;
        }
        var descriptor = Open(path, ReadOnly | CloseOnExec);
        if (descriptor < 0) throw Failure("open", path);
        try
        {
            while (Fsync(descriptor) != 0)
                if (Marshal.GetLastPInvokeError() != Interrupted) throw Failure("fsync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    static void SyncElsewhere(string path)
    {
        if (Directory.Exists(path)) return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    static IOException Failure(string call, string path)
    {
        var reason = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"{call} {path}: {reason.Message}", reason);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
