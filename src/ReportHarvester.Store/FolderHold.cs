namespace ReportHarvester.Store;

/// <summary>
/// A lock in a data folder: a file held open; beside it stands the number of the process that holds it. The system lets go of it when
/// the process ends, however it ends.
/// </summary>
public static class FolderHold
{
    const int WouldBlock = 11;
    const int SharingViolation = unchecked((int)0x80070020);
    const string Writer = "reports.lock";

    /// <summary>Holds the folder for the one worker that harvests it by a schedule; between its runs others may write.</summary>
    /// <exception cref="DataFolderBusyException">Another worker holds it.</exception>
    public static IDisposable TakeForWorker(string folder)
    {
        Directory.CreateDirectory(folder);
        return Take(folder, "worker.lock");
    }

    /// <summary>Whether any process writes to the folder now.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var file = new FileStream(Path.Combine(folder, Writer), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException e) when (IsBusy(e))
        {
            return true;
        }
    }

    internal static FileStream Take(string folder) => Take(folder, Writer);

    static FileStream Take(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(HolderFile(path), $"{Environment.ProcessId}");
            return file;
        }
        catch (IOException e) when (IsBusy(e))
        {
            throw new DataFolderBusyException(folder, Holder(path), e);
        }
    }

    static bool IsBusy(IOException trouble) => trouble.HResult is WouldBlock or SharingViolation;

    // A file of its own, because one that is held cannot be read.
    static string HolderFile(string path) => Path.ChangeExtension(path, "pid");

    static int? Holder(string path) =>
        File.Exists(HolderFile(path)) && int.TryParse(File.ReadAllText(HolderFile(path)), out var process) ? process : null;
}
