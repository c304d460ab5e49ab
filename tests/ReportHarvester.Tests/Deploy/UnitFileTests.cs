using System.Diagnostics;

namespace ReportHarvester.Tests.Deploy;

/// <summary>The systemd unit that comes with the program.</summary>
public sealed class UnitFileTests : IDisposable
{
    static readonly string Unit = File.ReadAllText(Path.Combine(Repository.Root, "src", "ReportHarvester.App", "Deploy", "reportharvester.service"));

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("unit-");

    public void Dispose() => work.Delete(recursive: true);

    [SystemdFact]
    public async Task Systemd_finds_nothing_wrong_with_it()
    {
        var file = Path.Combine(work.FullName, "reportharvester.service");
        // The program is not installed here; systemd looks for what is to be started.
        File.WriteAllText(file, Unit.Replace("/opt/reportharvester/reportharvester", "/bin/true", StringComparison.Ordinal));
        using var verify = Process.Start(new ProcessStartInfo("systemd-analyze", ["verify", "--man=no", file]) { RedirectStandardError = true })!;
        var complaints = await verify.StandardError.ReadToEndAsync();
        await verify.WaitForExitAsync();
        // What it says of other units of this machine is none of ours.
        Assert.DoesNotContain(complaints.Split('\n'), line => line.Contains("reportharvester", StringComparison.Ordinal));
        Assert.Equal(0, verify.ExitCode);
    }
}

/// <summary>Skipped where systemd is not installed.</summary>
sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute()
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) Skip = "systemd is not installed";
    }
}
