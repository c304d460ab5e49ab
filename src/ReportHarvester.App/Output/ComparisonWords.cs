using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What a cell of a comparison can say besides a number or a printed mark, in the order of the legend.</summary>
enum ComparisonMark { Blank, Mark, Text, NoReport, NotDue, NotInEdition, NotPlaced, NotRead, OtherUnit, Doubtful, ZeroBase, UnderGuard, Issue, Corrected, Break, NearForm, OtherForm, OtherThanForm, OwnBeside, MayBeAnothers, Rank }

/// <summary>The words of a comparison.</summary>
static class ComparisonWords
{
    const int NamesInASentence = 3;

    public static string Heading(FigureKey key) => Measure.Find(key.ToString()) is { } measure ? $"{measure.Chinese} ({measure.English}) {key}" : $"{key}";

    /// <summary>What a metric is and what it rests on; null for what needs no such words.</summary>
    public static string? Definition(FigureKey key, int? guard, Tongue tongue)
    {
        if (Metric.All.FirstOrDefault(m => m.Id == key.Indicator) is not { } metric) return null;
        var least = metric.Denominator is null ? "" : " " + tongue.In($"基数少于{guard ?? metric.Guard}不计。", $"No rate below a base of {guard ?? metric.Guard}.");
        return $"{(tongue == Tongue.English ? Metric.Units[metric.Unit] + ": " : metric.Unit + "：")}{tongue.In(metric.Definition, metric.Meaning)}{least}";
    }

    public static ComparisonMark Of(Missing missing) => Enum.Parse<ComparisonMark>(missing.ToString());

    public static ComparisonMark Of(Aside aside) => aside == Aside.OtherUnit ? ComparisonMark.OtherThanForm : Enum.Parse<ComparisonMark>(aside.ToString());

    public static string Sign(ComparisonMark mark, Tongue tongue) => mark switch
    {
        ComparisonMark.Blank => tongue == Tongue.English ? "blank" : "空",
        ComparisonMark.Mark => tongue == Tongue.English ? "mark" : "记",
        ComparisonMark.Text => tongue == Tongue.English ? "text" : "文",
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
        ComparisonMark.NearForm => "≈",
        ComparisonMark.OtherForm => "≠",
        ComparisonMark.OtherThanForm => "≠u",
        ComparisonMark.OwnBeside => "†",
        ComparisonMark.MayBeAnothers => "‡",
        _ => "[n]",
    };

    public static string Legend(ComparisonMark mark, Tongue tongue) => $"{Sign(mark, tongue)} {Meaning(mark, tongue)}";

    static string Meaning(ComparisonMark mark, Tongue tongue) => mark switch
    {
        ComparisonMark.Issue => tongue.In("有问题指向该数", "an issue names this figure"),
        ComparisonMark.Corrected => tongue.In("经人工更正，原表所印不同", "put right by a person; the report prints otherwise"),
        ComparisonMark.Break => tongue.In("由此起表样不同", "the form differs from here on"),
        ComparisonMark.NearForm => tongue.In("所比较的该年报告多数用另一版表样，口径相近", "most of the year's reports compared here are on another form, which is near enough with care"),
        ComparisonMark.OtherForm => tongue.In("所比较的该年报告多数用另一版表样，不可比：不排名，不计入中位数", "most of the year's reports compared here are on another form, with which this cannot be compared: not ranked, in no median"),
        ComparisonMark.OtherThanForm => tongue.In("所印单位不是表样的单位，或表样未定单位：不排名，不计入中位数，不比上年", "in another unit than that of the form, or the form leaves it open: not ranked, in no median, set against no other year"),
        ComparisonMark.OwnBeside => tongue.In("未写明口径，该机关该年另有本机关报告：不排名，不计入中位数", "does not say for whom, and the agency has one of its own on the year: not ranked, in no median"),
        ComparisonMark.MayBeAnothers => tongue.In("所印名称未登记，或属他机关：不排名，不计入中位数", "prints a name that is not registered and may be another agency's: not ranked, in no median"),
        ComparisonMark.Rank => tongue.In("名次，由大到小，同值同名次", "rank from the greatest down, equal values share it"),
        _ => MissingWords.All[Enum.Parse<Missing>(mark.ToString())] is var word ? tongue.In(word.Chinese, word.English) : "",
    };

    /// <summary>One sentence for all agencies that changed in the same way.</summary>
    public static IEnumerable<string> Breaks(IEnumerable<EditionBreak> breaks, Tongue tongue) =>
        from change in breaks.GroupBy(change => Change(change, tongue))
        let names = change.Take(NamesInASentence).Select(b => $"{b.Agency} {b.FromYear}→{b.ToYear}")
        let more = change.Count() <= NamesInASentence ? "" : tongue == Tongue.English ? $" and others, {change.Count()} in all" : $" 等{change.Count()}处"
        select tongue == Tongue.English ? $"‖ {string.Join(", ", names)}{more}: {change.Key}" : $"‖ {string.Join("、", names)}{more}：{change.Key}";

    /// <summary>What breaks in the course of years, for everybody: the form changed for all.</summary>
    public static IEnumerable<string> Breaks(FigureKey measure, IReadOnlyCollection<int> years, Tongue tongue) =>
        from member in Broken(measure)
        where years.Any(year => year < member.Break!.Year) && years.Any(year => year >= member.Break!.Year)
        group member.Comparability by member.Break! into change
        orderby change.Key.Year
        select $"‖ {change.Key.Year}{(tongue == Tongue.English ? ": " : "：")}{Comparable(change.Max(), tongue)} {tongue.In(change.Key.Chinese, change.Key.English)}";

    /// <summary>The years from which on the form differs for everybody.</summary>
    public static IEnumerable<int> BreakYears(FigureKey measure) => Broken(measure).Select(member => member.Break!.Year);

    static IEnumerable<SeriesMember> Broken(FigureKey measure) =>
        Series.Under(measure).SelectMany(series => series.Members).Where(member => member.Break is not null && member.Comparability != Comparability.Same);

    /// <summary>Where reports of one year are on several forms.</summary>
    public static IEnumerable<string> Mixed(IEnumerable<MixedForms> mixed, Tongue tongue) =>
        from forms in mixed
        let broken = forms.Comparability == Comparability.Broken
        let chinese = $"{forms.Year}年{(forms.OfRegions ? "汇总" : "")}：{forms.Count}份用{forms.Edition}版表样，多数用{forms.Main}版，{(broken ? "不可比：不排名，不计入中位数。" : "口径相近，比较须谨慎。")}"
        let english = $"{forms.Year}{(forms.OfRegions ? ", whole regions" : "")}: {forms.Count} on form {forms.Edition}, most on {forms.Main}, {(broken ? "which cannot be compared: not ranked, in no median." : "near enough with care.")}"
        select $"{Sign(broken ? ComparisonMark.OtherForm : ComparisonMark.NearForm, tongue)} {tongue.In(chinese, english)} {Reasons(forms.Reasons, tongue)}".TrimEnd();

    /// <summary>What breaks and what is mixed in a picture, each as short as it can be said.</summary>
    public static IEnumerable<string> Short(IEnumerable<EditionBreak> breaks, Tongue tongue) =>
        from change in breaks.GroupBy(b => (b.FromEdition, b.ToEdition, Comparability: b.OnlyIn is null ? b.Comparability ?? Comparability.Close : Comparability.Broken))
        orderby change.Min(b => b.ToYear)
        let years = change.Select(b => b.ToYear).Distinct().Order().ToList()
        let since = years.Count == 1 ? $"{years[0]}" : $"{years[0]}–{years[^1]}"
        let agencies = change.Select(b => b.Agency).Distinct().ToList()
        let whose = agencies.Count == 1 ? agencies[0] : tongue.In($"{agencies.Count}个机关", $"{agencies.Count} agencies")
        let form = tongue.In($"{change.Key.FromEdition}版→{change.Key.ToEdition}版", $"form {change.Key.FromEdition} → {change.Key.ToEdition}")
        select $"‖ {since}{(tongue == Tongue.English ? ", " : "，")}{whose}{(tongue == Tongue.English ? ": " : "：")}{form}{(tongue == Tongue.English ? ". " : "，")}{Comparable(change.Key.Comparability, tongue)}";

    /// <summary>That some do not say whether they speak for one organ; null where all do.</summary>
    public static string? Unsaid(int unknown, Tongue tongue) => unknown == 0 ? null
        : tongue.In($"其中{unknown}个数出自未写明口径的报告。", $"{unknown} of these are of reports that do not say whether they speak for one organ.");

    /// <summary>All that has to be said of an answer beside its number, for whoever has no legend; null if nothing.</summary>
    public static string? Note(ComparedFigure figure, EditionBreak? before)
    {
        var notes = new List<string>();
        if (before is not null) notes.Add($"{before.FromYear}→{before.ToYear}：{Change(before, Tongue.Both)}");
        if (figure.Form == Comparability.Close) notes.Add(Meaning(ComparisonMark.NearForm, Tongue.Both));
        if (figure.Aside is { } aside) notes.Add(Meaning(Of(aside), Tongue.Both));
        return notes.Count == 0 ? null : string.Join("; ", notes);
    }

    static string Comparable(Comparability comparability, Tongue tongue) => comparability == Comparability.Broken
        ? tongue.In("前后不可比。", "The years cannot be compared.") : tongue.In("口径相近，比较须谨慎。", "Near enough with care.");

    static string Change(EditionBreak change, Tongue tongue)
    {
        var (from, to) = ($"表样由{change.FromEdition}版改为{change.ToEdition}版，", $"The form changed from edition {change.FromEdition} to {change.ToEdition}; ");
        return change switch
        {
            { Comparability: { } comparability } => (tongue == Tongue.English ? to : from) + $"{Comparable(comparability, tongue)} {Reasons(change.Reasons, tongue)}",
            { OnlyIn: null } => tongue.In($"{from}两版口径或有不同。", $"{to}mind the definitions."),
            _ => tongue.In($"{from}此项只在{change.OnlyIn}版中，前后不可比。", $"{to}only {change.OnlyIn} has this figure: the years cannot be compared."),
        };
    }

    static string Reasons(IEnumerable<BreakReason> reasons, Tongue tongue) => string.Join(" ", reasons.Select(reason => tongue.In(reason.Chinese, reason.English)));

    /// <summary>The printed unit where it is not that of the form, so that nobody takes 元 for 万元.</summary>
    public static string UnusualUnit(ComparedFigure figure)
    {
        var usual = Codebook.Find(figure.Indicator, figure.Edition)?.Unit;
        return figure.Unit is { } unit && unit != usual && Codebook.Find(figure.Indicator) is not null ? unit : "";
    }

    public static string Of(Scope? scope, Tongue tongue) => scope switch
    {
        Scope.Own => tongue == Tongue.English ? " (own)" : "(本机关)",
        Scope.Aggregate => tongue == Tongue.English ? " (aggregate)" : "(汇总)",
        _ => tongue == Tongue.English ? " (not said)" : "(未明)",
    };
}
