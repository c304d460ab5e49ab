namespace ReportHarvester.Store;

/// <summary>
/// The lock of the one writer of a data folder: a file held open. The system lets go of it when the process ends, however it ends.
/// </summary>
static class FolderHold
{
    const int WouldBlock = 11;
    const int SharingViolation = unchecked((int)0x80070020);

    public static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "reports.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is WouldBlock or SharingViolation)
        {
            throw new DataFolderBusyException(folder, e);
        }
    }
}
