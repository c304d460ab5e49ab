namespace ReportHarvester.Tests;

/// <summary>Where the files of the repository lie when tests run from a build folder.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ReportHarvester.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
