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

    public static Option<int> YearReportedOn() => new("--year") { Description = "报告年度。Year reported on", HelpName = "Y", Required = true };

    public static Option<FileInfo?> Deadlines() => new("--deadlines")
    {
        Description = "地方规定的期限（JSON）。Deadlines of local rules, as "
            + """[{"rule": "C-DUE-DEPT", "in": "4312", "level": "county", "covers": "organ", "fromYear": 2021, "untilYear": 2021, "due": "01-28", "basis": "…"}]""",
        HelpName = "FILE",
    };

    /// <summary>The deadlines of local rules; none where no file is given.</summary>
    public static IReadOnlyList<DueRule> Read(FileInfo? deadlines) => deadlines is null ? [] : Read(deadlines.FullName);

    static IReadOnlyList<DueRule> Read(string deadlines)
    {
        try
        {
            return DueRule.Read(File.ReadAllText(deadlines));
        }
        catch (InvalidDataException trouble)
        {
            throw new SettingsException(trouble.Message);
        }
    }

    public static Option<string?> Region()
    {
        var option = new Option<string?>("--region") { Description = "行政区划代码的前几位。The first digits of the region's code", HelpName = "CODE" };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Any(t => !t.Value.All(char.IsAsciiDigit))) given.AddError("--region 是数字代码。--region is a code of digits.");
        });
        return option;
    }

    public static Option<string?> Level() => Word("--level", "级别。Level of the registry", [.. Pages.Words.Levels]);

    /// <summary>One of some words, or none.</summary>
    public static Option<string?> Word(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <exception cref="UsageException">It is nothing but blanks.</exception>
    public static string Said(ParseResult parsed, Option<string> option)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return parsed.GetRequiredValue(option).Trim() is { Length: > 0 } said ? said : throw new UsageException($"{option.Name} 是空的。{option.Name} is empty.");
    }

    /// <exception cref="UsageException">An agency is named that nobody is or was called.</exception>
    public static void RequireKnown(ReportStore store, string? agency)
    {
        if (agency is not null && AgencyList.Unknown(store, [agency]).Count > 0) throw new UsageException($"没有机关 {agency}。The store has no agency {agency}.");
    }

    /// <exception cref="UsageException">Nobody that the store knows stands in the region.</exception>
    public static void RequireRegion(ReportStore store, string? region)
    {
        if (region is not null && !AgencyList.AnyIn(store, region)) throw new UsageException($"没有机关在行政区划代码以 {region} 开头的地区。The store has no agency in a region whose code begins with {region}.");
    }

    /// <summary>The first format is the default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "输出格式。Output format", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
