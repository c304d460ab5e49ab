using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What a cell of a comparison can say besides a number or a printed mark, in the order of the legend.</summary>
enum ComparisonMark { Blank, NoReport, NotInEdition, NotPlaced, NotRead, Issue, Break }

/// <summary>The words of a comparison, Chinese first.</summary>
static class ComparisonWords
{
    const int NamesInASentence = 3;

    public static string Heading(FigureKey key)
    {
        var indicator = Codebook.Find(key.Indicator);
        var applicant = Codebook.Applicants.FirstOrDefault(a => a.Id == key.Applicant);
        var group = string.IsNullOrEmpty(indicator?.Group) ? "" : indicator.Group + "/";
        return applicant is null ? $"{group}{indicator?.Label} ({indicator?.English}) {key}"
            : $"{group}{indicator?.Label}，{applicant.Label} ({indicator?.English}, {applicant.English}) {key}";
    }

    public static string Sign(ComparisonMark mark) => mark switch
    {
        ComparisonMark.Blank => "空",
        ComparisonMark.NoReport => "—a",
        ComparisonMark.NotInEdition => "—b",
        ComparisonMark.NotPlaced => "—c",
        ComparisonMark.NotRead => "—d",
        ComparisonMark.Issue => "!",
        _ => "‖",
    };

    public static string Legend(ComparisonMark mark) => Sign(mark) + " " + mark switch
    {
        ComparisonMark.Blank => "原表为空格，不作零 the cell is blank, which is not zero",
        ComparisonMark.NoReport => "库中无该年度报告 no report on that year in the store",
        ComparisonMark.NotInEdition => "该版表样无此项 the edition of the form does not have it",
        ComparisonMark.NotPlaced => "表中未能定位此项 not found in the report's tables",
        ComparisonMark.NotRead => "文件未能读取 the document could not be read",
        ComparisonMark.Issue => "有问题指向该数 an issue names this figure",
        _ => "由此起表样不同 the form differs from here on",
    };

    /// <summary>One sentence for all agencies that changed from one edition to another.</summary>
    public static IEnumerable<string> Breaks(IEnumerable<EditionBreak> breaks) =>
        from change in breaks.GroupBy(b => (b.FromEdition, b.ToEdition, b.OnlyIn))
        let names = change.Take(NamesInASentence).Select(b => $"{b.Agency} {b.FromYear}→{b.ToYear}")
        let more = change.Count() > NamesInASentence ? $" 等{change.Count()}处" : ""
        select $"‖ {string.Join("、", names)}{more}：{Change(change.Key.FromEdition, change.Key.ToEdition, change.Key.OnlyIn)}";

    static string Change(string from, string to, string? only) => $"表样由{from}版改为{to}版，" + (only is null
        ? $"两版口径或有不同。The form changed from edition {from} to {to}; mind the definitions."
        : $"此项只在{only}版中，前后不可比。The form changed from edition {from} to {to}; only {only} has this figure: the years cannot be compared.");

    /// <summary>The printed unit where it is not that of the form, so that nobody takes 元 for 万元.</summary>
    public static string UnusualUnit(ComparedFigure figure)
    {
        var usual = Codebook.Indicators.FirstOrDefault(i => i.Id == figure.Indicator && i.Edition == figure.Edition)?.Unit;
        return figure.Unit is { } unit && unit != usual ? unit : "";
    }

    public static string Of(Scope? scope) => scope switch { Scope.Own => "(本机关)", Scope.Aggregate => "(汇总)", _ => "(未明)" };
}
