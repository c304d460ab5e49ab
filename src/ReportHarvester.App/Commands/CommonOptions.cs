using System.CommandLine;

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

    /// <summary>The first format is the default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "输出格式。Output format", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
