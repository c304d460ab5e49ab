using System.Text;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>A document made to hurt whoever reads it, with the code of the issue that it must end in.</summary>
sealed record Hostile(string Code, Func<byte[]> Make);

/// <summary>All of them by the number of their case in the test catalogue. Made anew in every run: kept in files they would fill the repository.</summary>
static class HostileDocuments
{
    public static IReadOnlyDictionary<string, Hostile> All { get; } = HostilePages.All.Concat(HostilePdfs.All).Concat(HostilePackages.All).Concat(HostileBinaries.All).Concat(WrongTypes.All).ToDictionary();

    public static string Times(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    public static string Each(int times, Func<int, string> what) => string.Concat(Enumerable.Range(0, times).Select(what));
}
