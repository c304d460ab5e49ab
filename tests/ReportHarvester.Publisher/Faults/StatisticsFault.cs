using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Statistics;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Faults;

/// <summary>Two reports of an agency of before 2019 on the way to the printer, the later one of which counts on from the sums of the earlier one.</summary>
sealed class StatisticsDraft
{
    readonly int seed;
    readonly string edition;
    readonly Truth before, now;

    public StatisticsDraft(int seed)
    {
        this.seed = seed;
        edition = StatisticsForm.Edition(Seed.For(seed, "edition"));
        var (agency, year) = (Agency.Of(Seed.For(seed, "agency")).Name, Seed.For(seed, "year").Next(edition == "2014" ? 2014 : 2009, 2018));
        (before, now) = (StatisticsForm.Truth(2 * seed, edition, agency, year), StatisticsForm.Truth(2 * seed + 1, edition, agency, year + 1));
        Now = new(now.Figures);
        var chance = Seed.For(seed, "sums");
        SumsBefore = before.Figures.ToDictionary(f => f.Key, f => $"{decimal.Parse(f.Value) + chance.Next(1, 5000)}");
        SumsNow = now.Figures.ToDictionary(f => f.Key, f => $"{decimal.Parse(f.Value) + decimal.Parse(SumsBefore.GetValueOrDefault(f.Key, "0"))}");
    }

    public IReadOnlyList<StatisticsSum> Sums => StatisticsForm.Of(edition).Sums;

    public Dictionary<string, string> Now { get; }
    public Dictionary<string, string> SumsBefore { get; }
    public Dictionary<string, string> SumsNow { get; }

    /// <summary>Whether it prints sums since the first year.</summary>
    public bool HasSums => edition == "fujian";

    public int YearBefore => before.Year;
    public int YearNow => now.Year;

    public string BeforePage => Page(before, SumsBefore);
    public string NowPage => Page(now with { Figures = Now }, SumsNow);

    string Page(Truth truth, Dictionary<string, string> sums)
    {
        var layout = Layout.Plain(seed);
        return Html.Page.Clean(truth, Article.Of(truth, Shapes.Of(StatisticsTable.Of(truth, truth, edition, layout, HasSums ? sums : null), layout), Markup.Plain));
    }
}

/// <summary>A fault of the statistics tables of before 2019, by the code of the rule that it breaks.</summary>
/// <param name="Follow">Codes of rules that it breaks too, or may break.</param>
sealed record StatisticsFault(string Code, Func<StatisticsDraft, Random, bool> Plant, params string[] Follow)
{
    public static IReadOnlyList<StatisticsFault> All { get; } =
    [
        .. new[] { "O-CH", "O-CLOSED", "O-ANS", "O-REV", "O-STAFF", "F-SUM" }.Select(code => new StatisticsFault(code, (d, c) => Add(d, code, c), "O-CH", "O-CLOSED", "O-ANS", "O-REV", "O-STAFF", "F-SUM", "P-CUM")),
        new("P-CUM", (d, c) => d.HasSums && c.Of([.. d.SumsNow.Keys.Where(d.SumsBefore.ContainsKey)]) is var sum && (d.SumsNow[sum] = $"{decimal.Parse(d.SumsNow[sum]) + c.Next(1, 900)}").Length > 0),
    ];

    // A part that is counted wrong, and not in its total.
    static bool Add(StatisticsDraft draft, string code, Random chance)
    {
        if (draft.Sums.Where(s => s.Code == code).ToList() is not { Count: > 0 } sums) return false;
        var part = chance.Of(chance.Of(sums).Parts);
        draft.Now[part] = $"{int.Parse(draft.Now[part]) + chance.Next(1, 90)}";
        return true;
    }
}
