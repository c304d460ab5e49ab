using Microsoft.Data.Sqlite;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>The one place where what stops a verb becomes a line on stderr and an exit code.</summary>
static class ExitOn
{
    public static async Task<int> Trouble(Func<Task<int>> verb, TextWriter? error = null)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            await (error ?? Console.Error).WriteLineAsync("reportharvester: 已中止，未做完。Stopped before it was done.");
            return ExitCode.TryAgain;
        }
        catch (Exception trouble) when (Code(trouble) is { } code)
        {
            await (error ?? Console.Error).WriteLineAsync($"reportharvester: {trouble.Message}");
            return code;
        }
    }

    /// <summary>The same for a verb that waits for nothing.</summary>
    public static Task<int> Trouble(Func<int> verb, TextWriter? error = null) => Trouble(() => Task.FromResult(verb()), error);

    /// <summary>What nobody expected is told whole, for whoever is to mend it.</summary>
    public static async Task<int> Mistakes(Func<Task<int>> program, TextWriter? error = null)
    {
        try
        {
            return await program();
        }
        catch (Exception mistake)
        {
            await (error ?? Console.Error).WriteLineAsync($"reportharvester: 程序有误，请报告。A mistake of the program, please report it: {mistake}");
            return ExitCode.Internal;
        }
    }

    /// <summary>Makes a file or folder that is written to; where that cannot be, it is no matter of one that should be there.</summary>
    public static T Creating<T>(Func<T> create)
    {
        try
        {
            return create();
        }
        catch (IOException trouble)
        {
            throw new CannotCreateException(trouble.Message);
        }
    }

    static int? Code(Exception trouble) => trouble switch
    {
        UsageException => ExitCode.Usage,
        DataFolderBusyException => ExitCode.TryAgain,
        TargetExistsException or CannotCreateException => ExitCode.CannotCreate,
        SourceListException or SchemaException or TableException or SettingsException => ExitCode.Configuration,
        FileNotFoundException or DirectoryNotFoundException => ExitCode.NoInput,
        UnauthorizedAccessException => ExitCode.Permission,
        IOException or InvalidDataException or SqliteException => ExitCode.InputOutput,
        _ => null,
    };
}

/// <summary>What was to be written cannot be made there.</summary>
sealed class CannotCreateException(string message) : Exception(message);

/// <summary>The command line asks for something that cannot be meant.</summary>
sealed class UsageException(string message) : Exception(message);
