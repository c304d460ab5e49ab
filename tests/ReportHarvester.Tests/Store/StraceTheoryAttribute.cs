namespace ReportHarvester.Tests.Store;

/// <summary>A test that makes system calls fail with strace; skipped, with that word, where strace is not there or may not trace.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class StraceTheoryAttribute : TheoryAttribute
{
    public static bool Works { get; } = Try();

    public StraceTheoryAttribute()
    {
        if (!Works) Skip = "strace is not installed here, or may not trace: failing disks are not tried.";
    }

    static bool Try()
    {
        try
        {
            using var process = WritingProcess.Start("strace", "-qq", "-o", "/dev/null", "true");
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
