namespace ReportHarvester.Store;

/// <summary>Another running instance writes to the data folder.</summary>
public sealed class DataFolderBusyException : IOException
{
    public DataFolderBusyException(string folder, Exception inner)
        : base($"The data folder {Path.GetFullPath(folder)} is held by another running instance.", inner) => Folder = folder;

    public string Folder { get; }
}
