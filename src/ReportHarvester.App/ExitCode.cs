namespace ReportHarvester.App;

/// <summary>The exit codes of every verb: 0 and 1, then those of sysexits.h.</summary>
static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but something is partial or failed.</summary>
    public const int DoneWithTrouble = 1;

    /// <summary>Wrong use of the command line.</summary>
    public const int Usage = 64;

    /// <summary>No given file could be opened.</summary>
    public const int NoInput = 65;

    /// <summary>A service that is needed does not answer.</summary>
    public const int Unavailable = 69;

    /// <summary>A mistake in the program itself.</summary>
    public const int Internal = 70;

    /// <summary>An output file or folder cannot be made.</summary>
    public const int CannotCreate = 73;

    /// <summary>Reading or writing failed.</summary>
    public const int InputOutput = 74;

    /// <summary>Try again later: another instance holds the data, or it was stopped before it was done.</summary>
    public const int TryAgain = 75;

    /// <summary>Not permitted.</summary>
    public const int Permission = 77;

    /// <summary>The configuration is wrong.</summary>
    public const int Configuration = 78;
}
