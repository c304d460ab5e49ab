using System.Diagnostics;
using System.Globalization;

namespace ReportHarvester.App;

/// <summary>This program again, as a process of its own that documents cannot get out of.</summary>
static class OwnProgram
{
    // Bytes. Each reading makes some three millions of what is soon gone.
    const int Nursery = 32 << 20;

    // Its own file, or the runtime with its assembly where it was started that way.
    public static ProcessStartInfo StartInfo(ReadingLimits limits, params string[] arguments)
    {
        var own = typeof(OwnProgram).Assembly;
        var isFile = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == own.GetName().Name;
        var start = isFile ? new ProcessStartInfo(Environment.ProcessPath!, arguments) : new ProcessStartInfo("dotnet", [own.Location, .. arguments]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Heap.ToString("X", CultureInfo.InvariantCulture);
        // Its garbage is collected after every tenth document and not within each.
        start.Environment["DOTNET_GCgen0size"] = Nursery.ToString("X", CultureInfo.InvariantCulture);
        // The sockets that it would make for debuggers stay behind where a process is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
