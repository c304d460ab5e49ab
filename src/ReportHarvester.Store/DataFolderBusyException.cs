namespace ReportHarvester.Store;

/// <summary>Another running instance writes to the data folder.</summary>
public sealed class DataFolderBusyException : IOException
{
    public DataFolderBusyException(string folder, int? holder, Exception inner)
        : base($"数据文件夹正被另一进程使用，请稍后再试。The data folder {Path.GetFullPath(folder)} is held by another running instance"
            + $"{(holder is null ? "" : $", process {holder}")}; try again when it is through.", inner) => Folder = folder;

    public string Folder { get; }
}
