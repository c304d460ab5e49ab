using System.Globalization;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>A disk of a given size, in memory. Only who may mount can make one.</summary>
sealed class SmallDisk : IDisposable
{
    readonly string folder;

    public SmallDisk(string folder, long bytes)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", Size(bytes), "tmpfs", this.folder)) throw new IOException($"{folder} cannot be mounted.");
    }

    public static bool Possible { get; } = Try();

    public void Resize(long bytes) => Assert.True(Run("mount", "-o", $"remount,{Size(bytes)}", folder));

    public void Dispose() => Run("umount", "-l", folder);

    static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"size={bytes}");

    static bool Try()
    {
        var folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        try
        {
            using (new SmallDisk(folder, 1 << 20)) return true;
        }
        catch (Exception trouble) when (trouble is IOException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    static bool Run(params string[] command)
    {
        using var process = WritingProcess.Start(command);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
