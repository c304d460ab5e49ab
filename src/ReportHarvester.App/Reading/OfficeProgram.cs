using System.Diagnostics;

namespace ReportHarvester.App;

/// <summary>
/// LibreOffice as it is installed here. Each conversion has a profile of its own, runs no macro, follows no link, and ends with all its
/// processes, also where this program is killed meanwhile. One at a time.
/// </summary>
sealed class OfficeProgram
{
    // Kilobytes of addresses, of each of its processes: twice what it takes for a report.
    const int Addresses = 4 << 20;

    static readonly ReadingLimits Limits = new();

    // Macros never, links to other places never; and whatever asks the network is sent to a port where nobody answers.
    const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        </oor:items>
        """;

    static readonly Lazy<OfficeProgram?> Installed = new(() => OnPath("soffice") is { } path ? new OfficeProgram(path) : null);

    readonly string path;
    readonly ReadingLimits limits;
    readonly Lock turn = new();

    /// <param name="limits">Of the time that one document may take, as for reading it: ten times what a report does.</param>
    public OfficeProgram(string path, ReadingLimits? limits = null)
    {
        (this.path, this.limits) = (path, limits ?? Limits);
        Version = Run(["--version"], out var said) && said.Length > 0 ? said.Split('(')[0].Trim() : "LibreOffice";
    }

    public string Version { get; }

    /// <summary>Null where it is not installed.</summary>
    public static OfficeProgram? Find() => Installed.Value;

    /// <summary>The document in another format; or null, and why there is none.</summary>
    public (byte[]? Document, string? Trouble) Convert(byte[] bytes, string format)
    {
        try
        {
            lock (turn) return ConvertNow(bytes, format);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Of the folder for passing files: a trouble of this machine, and of this document alone.
            return (null, $"未能转换：{trouble.Message} It could not be converted here.");
        }
    }

    (byte[]? Document, string? Trouble) ConvertNow(byte[] bytes, string format)
    {
        var folder = Directory.CreateTempSubdirectory("reportharvester-conversion-");
        try
        {
            var user = folder.CreateSubdirectory("profile/user");
            File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"), Settings);
            var (source, made) = (Path.Combine(folder.FullName, "document"), folder.CreateSubdirectory("made"));
            File.WriteAllBytes(source, bytes);
            var ended = Run([$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", format, "--outdir", made.FullName, source], out _);
            if (!ended) return (null, $"LibreOffice转换超过{limits.Patience.TotalSeconds:0.#}秒，已中止。Its conversion took longer than the limit and was stopped.");
            return made.GetFiles() is [{ Length: <= Reports.ReportReader.LargestDocument } file] ? (File.ReadAllBytes(file.FullName), null) : (null, $"LibreOffice未能在{limits.Time.TotalSeconds:0.#}秒处理器时间内转换。LibreOffice could not convert it, or worked on it longer than the limit.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // False where it had to be stopped. The program that stops it stops all that it started, and does not need this one for it.
    bool Run(string[] arguments, out string said)
    {
        const int Killed = 128 + 9;
        var start = new ProcessStartInfo("/bin/sh", ["-c", FormattableString.Invariant($"ulimit -v {Addresses}; ulimit -t {Math.Ceiling(limits.Time.TotalSeconds)}; exec timeout -s KILL {limits.Patience.TotalSeconds} \"$0\" \"$@\""), path, .. arguments])
            { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode != Killed;
    }

    static string? OnPath(string program) =>
        OperatingSystem.IsWindows() ? null : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
}
