using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests;

/// <summary>Lets a test start this assembly as a process that may be killed, given a failing disk, or measured.</summary>
static class TestProgram
{
    static void Main(string[] args)
    {
        if (args is ["keep", var data, var count]) WritingProcess.Keep(data, int.Parse(count));
        if (args is ["save", var folder]) WritingProcess.SaveForEver(folder);
        if (args is ["measure", var into, var reports]) StoreMeasure.Run(into, int.Parse(reports));
    }
}
