using ReportHarvester.Tests.Fuzz;
using ReportHarvester.Tests.Store;
using ReportHarvester.Tests.Store.Nation;

namespace ReportHarvester.Tests;

/// <summary>Lets a test start this assembly as a process that may be killed, given a failing disk, measured, or made to read damaged documents for hours.</summary>
static class TestProgram
{
    static async Task Main(string[] args)
    {
        if (args is ["keep", var data, var count]) WritingProcess.Keep(data, int.Parse(count));
        if (args is ["save", var folder]) WritingProcess.SaveForEver(folder);
        if (args is ["measure", var into, var reports]) StoreMeasure.Run(into, int.Parse(reports));
        if (args is ["nation", var country, var agencies]) NationStore.Make(country, int.Parse(agencies));
        if (args is ["nation-load", var served, var seconds]) await NationLoad.Run(served, int.Parse(seconds));
        if (args is ["recheck", var checkedBefore]) NationStore.Recheck(checkedBefore);
        if (args is ["copies", var written, var writers]) CopiedProse.Measure(written, int.Parse(writers));
        if (args is ["fuzz", var documents, var seed, var findings]) await FuzzTests.Run(int.Parse(documents), int.Parse(seed), findings, convert: false);
        if (args is ["fuzz-converted", var conversions, var first, var kept]) await FuzzTests.Run(int.Parse(conversions), int.Parse(first), kept, convert: true);
        if (args is ["afl"]) FuzzTests.Guided();
    }
}
