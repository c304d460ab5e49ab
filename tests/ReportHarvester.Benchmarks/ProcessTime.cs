using System.ComponentModel;
using System.Diagnostics;

namespace ReportHarvester.Benchmarks;

/// <summary>How long a program takes from start to exit, its output read through a pipe.</summary>
static class ProcessTime
{
    /// <summary>Milliseconds; null if the program exits with a code above <paramref name="worst"/>: a failed run measures nothing.</summary>
    public static double? Of(string program, IEnumerable<string> arguments, int worst)
    {
        var start = program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        var before = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(before);
        return process.ExitCode <= worst ? time.TotalMilliseconds : null;
    }

    /// <summary>The first line of what a program says of itself on the standard error; null if it is not installed.</summary>
    public static string? Version(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return said.Split('\n')[0];
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
