using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What a cell of a comparison can say besides a number or a printed mark, in the order of the legend.</summary>
enum ComparisonMark { Blank, Mark, Text, NoReport, NotDue, NotInEdition, NotPlaced, NotRead, OtherUnit, Doubtful, ZeroBase, UnderGuard, Issue, Corrected, Break, Rank }

/// <summary>The words of a comparison, Chinese first.</summary>
static class ComparisonWords
{
    const int NamesInASentence = 3;

    public static string Heading(FigureKey key) => Measure.Find(key.ToString()) is { } measure ? $"{measure.Chinese} ({measure.English}) {key}" : $"{key}";

    /// <summary>What a metric is and what it rests on; null for what needs no such words.</summary>
    public static string? Definition(FigureKey key, int? guard)
    {
        if (Metric.All.FirstOrDefault(m => m.Id == key.Indicator) is not { } metric) return null;
        var least = metric.Denominator is null ? "" : $"基数少于{guard ?? metric.Guard}不计。No rate below a base of {guard ?? metric.Guard}.";
        return $"{metric.Unit}：{metric.Definition}{metric.Meaning} {least}".TrimEnd();
    }

    public static ComparisonMark Of(Missing missing) => Enum.Parse<ComparisonMark>(missing.ToString());

    public static string Sign(ComparisonMark mark) => mark switch
    {
        ComparisonMark.Blank => "空",
        ComparisonMark.Mark => "记",
        ComparisonMark.Text => "文",
        ComparisonMark.NoReport => "—a",
        ComparisonMark.NotDue => "—e",
        ComparisonMark.NotInEdition => "—b",
        ComparisonMark.NotPlaced => "—c",
        ComparisonMark.NotRead => "—d",
        ComparisonMark.OtherUnit => "—u",
        ComparisonMark.Doubtful => "?",
        ComparisonMark.ZeroBase => "÷0",
        ComparisonMark.UnderGuard => "<",
        ComparisonMark.Issue => "!",
        ComparisonMark.Corrected => "*",
        ComparisonMark.Break => "‖",
        _ => "[n]",
    };

    public static string Legend(ComparisonMark mark) => Sign(mark) + " " + mark switch
    {
        ComparisonMark.Issue => "有问题指向该数 an issue names this figure",
        ComparisonMark.Corrected => "经人工更正，原表所印不同 put right by a person; the report prints otherwise",
        ComparisonMark.Break => "由此起表样不同 the form differs from here on",
        ComparisonMark.Rank => "名次，由大到小，同值同名次 rank from the greatest down, equal values share it",
        _ => Reason(MissingWords.All[Enum.Parse<Missing>(mark.ToString())]),
    };

    static string Reason(MissingWord word) => $"{word.Chinese} {word.English}";

    /// <summary>One sentence for all agencies that changed in the same way.</summary>
    public static IEnumerable<string> Breaks(IEnumerable<EditionBreak> breaks) =>
        from change in breaks.GroupBy(Change)
        let names = change.Take(NamesInASentence).Select(b => $"{b.Agency} {b.FromYear}→{b.ToYear}")
        let more = change.Count() > NamesInASentence ? $" 等{change.Count()}处" : ""
        select $"‖ {string.Join("、", names)}{more}：{change.Key}";

    /// <summary>What breaks in the course of years, for everybody: the form changed for all.</summary>
    public static IEnumerable<string> Breaks(FigureKey measure, IReadOnlyCollection<int> years) =>
        from member in Broken(measure)
        where member.Break!.Year > years.Min() && member.Break.Year <= years.Max()
        group member.Comparability by member.Break! into change
        orderby change.Key.Year
        select $"‖ {change.Key.Year}：{Comparable(change.Max())} {change.Key.Chinese}{change.Key.English}";

    /// <summary>The years from which on the form differs for everybody.</summary>
    public static IEnumerable<int> BreakYears(FigureKey measure) => Broken(measure).Select(member => member.Break!.Year);

    static IEnumerable<SeriesMember> Broken(FigureKey measure) =>
        SeriesOf(measure).SelectMany(series => series.Members).Where(member => member.Break is not null && member.Comparability != Comparability.Same);

    static IEnumerable<Series> SeriesOf(FigureKey measure) => Metric.All.FirstOrDefault(metric => metric.Id == measure.Indicator) is { } metric
        ? metric.Above.Concat(metric.Below).Select(term => Series.All.First(series => series.Id == term.Id)).Distinct() : Series.All.Where(series => series.Id == measure.Indicator);

    static string Comparable(Comparability comparability) => comparability == Comparability.Broken ? "前后不可比。The years cannot be compared." : "口径相近，比较须谨慎。Near enough with care.";

    static string Change(EditionBreak change) => $"表样由{change.FromEdition}版改为{change.ToEdition}版，" + (change switch
    {
        { Comparability: Comparability.Broken } => $"{Comparable(Comparability.Broken)} {Reasons(change)}",
        { Comparability: Comparability.Close } => $"{Comparable(Comparability.Close)} {Reasons(change)}",
        { OnlyIn: null } => $"两版口径或有不同。The form changed from edition {change.FromEdition} to {change.ToEdition}; mind the definitions.",
        _ => $"此项只在{change.OnlyIn}版中，前后不可比。The form changed from edition {change.FromEdition} to {change.ToEdition}; only {change.OnlyIn} has this figure: the years cannot be compared.",
    });

    static string Reasons(EditionBreak change) => string.Join(" ", change.Reasons.Select(reason => $"{reason.Chinese}{reason.English}"));

    /// <summary>The printed unit where it is not that of the form, so that nobody takes 元 for 万元.</summary>
    public static string UnusualUnit(ComparedFigure figure)
    {
        var usual = Codebook.Indicators.FirstOrDefault(i => i.Id == figure.Indicator && i.Edition == figure.Edition)?.Unit;
        return figure.Unit is { } unit && unit != usual && Codebook.Find(figure.Indicator) is not null ? unit : "";
    }

    public static string Of(Scope? scope) => scope switch { Scope.Own => "(本机关)", Scope.Aggregate => "(汇总)", _ => "(未明)" };
}
