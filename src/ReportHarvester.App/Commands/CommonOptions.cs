using System.CommandLine;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>Options that several verbs take, defined once.</summary>
static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "数据文件夹。Data folder with the originals and reports.db",
        HelpName = "DIR",
        DefaultValueFactory = _ => "reportharvester-data",
    };

    public static Option<string?> Agency() => new("--agency") { Description = "机关名称（含曾用名）或代码，默认全部。Name or code of the agency; all if none", HelpName = "NAME" };

    public static Option<int?> Year() => new("--year") { Description = "报告年度，默认全部。Year reported on; all if none", HelpName = "Y" };

    public static Option<string?> Region() => new("--region") { Description = "行政区划代码的前几位。The first digits of the region's code", HelpName = "CODE" };

    /// <exception cref="UsageException">An agency is named that nobody is or was called.</exception>
    public static void RequireKnown(ReportStore store, string? agency)
    {
        if (agency is not null && AgencyList.Unknown(store, [agency]).Count > 0) throw new UsageException($"没有机关 {agency}。The store has no agency {agency}.");
    }

    /// <summary>The first format is the default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "输出格式。Output format", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
