using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Statistics;

/// <summary>A line of a statistics table; a line without an id heads a group.</summary>
sealed record StatisticsLine(string? Id, string Label, string Unit);

sealed record StatisticsSum(string Code, string Total, IReadOnlyList<string> Parts);

/// <summary>A statistics table of before 2019: the national one of 2014 (国办发〔2014〕32号) or that of Fujian.</summary>
sealed record StatisticsForm(IReadOnlyList<string> Optional, IReadOnlyList<StatisticsLine> Lines, IReadOnlyList<StatisticsSum> Sums)
{
    static readonly string[] editions = ["2014", "fujian"];

    static readonly Dictionary<string, StatisticsForm> all = editions.ToDictionary(e => e, e => Resources.Json<StatisticsForm>($"Statistics/{e}.json"));

    public static StatisticsForm Of(string edition) => all[edition];

    public static StatisticsForm? Find(string edition) => all.GetValueOrDefault(edition);

    public static string Edition(Random chance) => chance.Of(editions);

    /// <summary>A report of that time: figures that add up as its form asks.</summary>
    /// <param name="name">The agency, if it is not to be drawn; the year likewise.</param>
    public static Truth Truth(int seed, string edition, string? name = null, int? given = null)
    {
        var (form, chance, agency) = (all[edition], Seed.For(seed, "statistics"), Agency.Of(Seed.For(seed, "agency")));
        var year = given ?? Seed.For(seed, "year").Next(edition == "2014" ? 2014 : 2009, 2019);
        var most = agency.Size switch { Size.Town => 60, Size.Bureau => 900, Size.County => 9_000, _ => 200_000 };
        var left = form.Optional.Where(_ => chance.Next(2) == 0).ToHashSet();
        var figures = form.Lines.Where(l => l.Id is not null && !left.Contains(l.Id)).ToDictionary(l => l.Id!, l => Amount(l.Unit, most, chance));
        foreach (var sum in form.Sums) figures[sum.Total] = $"{sum.Parts.Sum(p => long.Parse(figures[p]))}";
        var dated = new DateOnly(year + 1, 2, 1).AddDays(Seed.For(seed, "dated").Next(0, 58));
        return new Truth(name ?? agency.Name, year, dated, edition, edition, "statistics", "invented") { Figures = figures, Told = Told(name ?? agency.Name, year) };
    }

    static string Amount(string unit, int most, Random chance)
    {
        var amount = chance.Next(3) == 0 ? 0 : (int)Math.Pow(most, chance.NextDouble());
        return unit == "万元" && amount > 0 ? $"{amount % 1000}.{chance.Next(1, 10)}" : $"{amount}";
    }

    static IReadOnlyList<(string, bool, int)> Told(string agency, int year) =>
    [
        ("一、概述", true, 0), ($"{year}年，{agency}认真贯彻《条例》，推进政府信息公开工作。", false, 0), ("二、主动公开政府信息的情况", true, 0), ("主动公开工作有序开展。", false, 0),
        ("三、存在的问题和改进措施", true, 0), ("工作机制有待完善。", false, 0), ("四、附表", true, 0), ($"政府信息公开情况统计表（{year}年度）", false, 0), ("", false, 2),
    ];
}
