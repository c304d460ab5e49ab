using System.Diagnostics;

namespace ReportHarvester.Tests.Harvest;

/// <summary>The built program as its users start it, in a process of its own.</summary>
static class BuiltProgram
{
    /// <summary>Its command line.</summary>
    public static string[] Command(params string[] arguments) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "reportharvester.dll"), .. arguments];

    public static Process Start(params string[] arguments) => Store.WritingProcess.Start(Command(arguments));

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Output, string Error)> Run(params string[] arguments) => Run([], arguments);

    /// <param name="environment">More variables, as NAME=VALUE.</param>
    public static async Task<(int Code, string Output, string Error)> Run(string[] environment, params string[] arguments)
    {
        using var process = Store.WritingProcess.Start(["env", .. environment, .. Command(arguments)]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
