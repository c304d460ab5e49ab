using System.Diagnostics;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>A process of its own that writes to a data folder and says on standard output what it was told is safe.</summary>
static class WritingProcess
{
    public const int FiguresEach = 30;

    public static Process Start(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    /// <summary>The command line of this assembly as a program.</summary>
    public static string[] Command(params string[] args) => ["dotnet", typeof(WritingProcess).Assembly.Location, .. args];

    public static void Keep(string folder, int count)
    {
        var archive = new DocumentArchive(folder);
        for (var i = 0; i < count; i++)
        {
            try
            {
                Console.WriteLine(archive.Keep(BitConverter.GetBytes(i)));
            }
            catch (IOException e)
            {
                Console.WriteLine("IOException " + e.Message);
            }
        }
    }

    public static void SaveForEver(string folder)
    {
        using var store = ReportStore.Open(folder);
        var first = int.Parse("0" + Environment.GetEnvironmentVariable("FIRST"));
        var keys = Codebook.Indicators.Where(i => i.Edition == "2021" && i.Table != "3").Select(i => (i.Id, (decimal?)1m)).ToList();
        keys.AddRange(Codebook.Applicants.Take(FiguresEach - keys.Count).Select(applicant => ($"requests.new|{applicant.Id}", (decimal?)1m)));
        for (var i = first; ; i++)
        {
            StoreFolder.Save(store, Readings.Of(2021, "2021", [.. keys]), $"document {i}");
            Console.WriteLine(i);
        }
    }
}
