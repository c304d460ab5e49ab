using System.CommandLine;
using System.Globalization;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>What can be asked of a comparison on the command line.</summary>
static class ComparisonOptions
{
    const int EarliestYear = 2008, LatestYear = 2100;

    static readonly string[] Usual = ["requests.new", "requests.closed", "requests.carried_out"];

    static readonly Option<string[]> Indicators = Many("--indicator", "ID", "指标，可带申请人，如 requests.new|business。Figures, with an applicant after |; in table 3 the total if none");
    static readonly Option<string[]> SeriesIds = Many("--series", "ID", "跨版系列，如 received。Counts followed over the editions of the form");
    static readonly Option<string[]> Metrics = Many("--metric", "ID", "比率，如 disclosure_rate（公开率）。Rates and differences of series");
    static readonly Option<string[]> Agencies = Many("--agency", "NAME", "机关名称（含曾用名）或代码，默认全部。Names of agencies, also former ones, or codes; all if none");
    static readonly Option<string[]> Regions = Many("--region", "CODE", "行政区划代码或其前几位，如 3213。Codes of divisions or their first digits");

    static readonly Option<string[]> Years = new("--year", "--years")
    {
        Description = "报告年度，如 2021 或 2019-2025，默认全部。Years reported on, single or from-to; all if none",
        HelpName = "Y", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    static readonly Option<FileInfo?> AgencyFile = new("--agency-list") { Description = "机关名单，一行一个名称或代码。A file of names or codes, one a line", HelpName = "FILE" };
    static readonly Option<string?> Level = CommonOptions.Level();
    static readonly Option<string?> Peers = new("--peers") { Description = "该机关及同一上级的同类机关。The agency and those of its kind under the same superior", HelpName = "NAME" };
    static readonly Option<Scope?> ScopeOnly = new("--scope") { Description = "own 本机关，aggregate 汇总。Only reports of organs themselves, or of whole regions" };
    static readonly Option<int?> Guard = new("--guard") { Description = "比率的最小基数。Least base of a rate, in place of each metric's own", HelpName = "N" };
    static readonly Option<bool> Doubtful = new("--doubtful") { Description = "有错误指向的数也参与计算。Reckon also with figures that an error names" };
    static readonly Option<bool> Rank = new("--rank") { Description = "排名，附中位数和四分位数。Rank, with medians and quartiles" };
    static readonly Option<bool> Change = new("--change") { Description = "列出比上年的变动。Show the change against the year before" };

    public static IReadOnlyList<Option> All { get; } =
        [Indicators, SeriesIds, Metrics, Years, Agencies, AgencyFile, Regions, Level, Peers, ScopeOnly, Guard, Doubtful, Rank, Change];

    public static ComparisonLook Look(ParseResult parsed) => new(parsed.GetValue(Rank), parsed.GetValue(Change), parsed.GetValue(Guard));

    /// <exception cref="UsageException">Something is asked for that there is not.</exception>
    public static ComparisonQuestion Question(ParseResult parsed) => new()
    {
        Figures = Figures(parsed), Years = [.. parsed.GetRequiredValue(Years).SelectMany(YearsOf).Distinct()],
        Agencies = [.. parsed.GetRequiredValue(Agencies), .. Listed(parsed.GetValue(AgencyFile))], Regions = parsed.GetRequiredValue(Regions),
        Level = parsed.GetValue(Level), PeersOf = parsed.GetValue(Peers), Scope = parsed.GetValue(ScopeOnly), Guard = parsed.GetValue(Guard),
        WithDoubtful = parsed.GetValue(Doubtful),
    };

    static List<FigureKey> Figures(ParseResult parsed)
    {
        List<FigureKey> asked =
        [
            .. parsed.GetRequiredValue(Indicators).Select(text => Key(text, MeasureKind.Indicator)),
            .. parsed.GetRequiredValue(SeriesIds).Select(text => Key(text, MeasureKind.Series)),
            .. parsed.GetRequiredValue(Metrics).Select(text => Key(text, MeasureKind.Metric)),
        ];
        return asked.Count == 0 ? [.. Usual.Select(text => Key(text, MeasureKind.Indicator))] : [.. asked.Distinct()];
    }

    static FigureKey Key(string text, MeasureKind kind) => Measure.Find(text) is { } measure && measure.Kind == kind ? measure.Key : throw new UsageException(kind switch
    {
        MeasureKind.Series => $"没有系列 {text}。There is no series {text}; there are {string.Join(", ", Series.All.Select(s => s.Id))}.",
        MeasureKind.Metric => $"没有比率 {text}。There is no metric {text}; there are {string.Join(", ", Metric.All.Select(m => m.Id))}.",
        _ => $"没有指标 {text}。There is no figure {text}; ids are like requests.new or requests.new|business.",
    });

    static IEnumerable<int> YearsOf(string text)
    {
        var ends = text.Split('-').Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).ToList();
        if (ends.Count > 2 || ends.Exists(year => year is < EarliestYear or > LatestYear) || ends[0] > ends[^1])
            throw new UsageException($"年度不对：{text}。{text} is no year and no span of years like 2019-2025.");
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    static IEnumerable<string> Listed(FileInfo? file) =>
        file is null ? [] : File.ReadLines(file.FullName).Select(line => line.Trim('\uFEFF', ' ', '\t', '\r')).Where(line => line.Length > 0);

    static Option<string[]> Many(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
}
