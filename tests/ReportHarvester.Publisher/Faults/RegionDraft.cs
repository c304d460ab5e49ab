using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Faults;

/// <summary>
/// The report of a county's government, which adds up those of its units, and the reports of these: its office, departments, a bureau that is directed
/// from above, and a town. Which of them it adds up is the county's choice.
/// </summary>
sealed class RegionDraft
{
    static readonly string[] departments = ["财政局", "教育局", "水利局", "民政局", "司法局"];

    public RegionDraft(int seed)
    {
        var chance = Seed.For(seed, "region");
        (County, Year) = (chance.Of(["青屏县", "沙溪县", "白石县"]), chance.Next(2019, 2025));
        string[] names = [$"{County}人民政府办公室", .. departments[..chance.Next(2, departments.Length + 1)].Select(d => County + d), $"{County}税务局", $"{County}清溪镇人民政府"];
        Units = [.. names.Select((name, i) => (name, Truth(seed * 16 + i, name)))];
        Chosen = [.. Units.Select(u => u.Name).Where(n => (chance.Next(2) == 0 || !n.EndsWith("税务局", StringComparison.Ordinal)) && (chance.Next(2) == 0 || !n.EndsWith("镇人民政府", StringComparison.Ordinal)))];
        Names = chance.Next(2) == 0;
        Figures = Units[0].Truth.Figures.ToDictionary(f => f.Key, f => IsAddedUp(f.Key) ? $"{Units.Where(u => Chosen.Contains(u.Name)).Sum(u => int.Parse(u.Truth[f.Key]))}" : f.Value);
    }

    public string County { get; }
    public int Year { get; }
    public List<(string Name, Truth Truth)> Units { get; }

    /// <summary>Whom the county adds up, and whether its prose says so.</summary>
    public IReadOnlyList<string> Chosen { get; }
    public bool Names { get; }

    /// <summary>What the county prints.</summary>
    public Dictionary<string, string> Figures { get; }

    /// <summary>What a unit is called within the county.</summary>
    public string Short(string unit) => unit.EndsWith("镇人民政府", StringComparison.Ordinal) ? unit[County.Length..^4] : unit[County.Length..];

    public string WholePage
    {
        get
        {
            var whole = Truth(0, $"{County}人民政府") with { Figures = Figures };
            var list = string.Join("、", Units.Where(u => Chosen.Contains(u.Name)).Select(u => $"{Short(u.Name)}{u.Truth["requests.new|total"]}件"));
            var said = $"全县各级行政机关依法办理政府信息公开申请。{(Names ? $"各单位新收申请分别为{list}。" : "")}";
            return new Regex("</h3>").Replace(Page(whole), $"</h3><p>{said}</p>", 1);
        }
    }

    public IEnumerable<(string Name, string Page)> UnitPages => Units.Select(u => (u.Name, Page(u.Truth)));

    static bool IsAddedUp(string key) => key.StartsWith("requests.", StringComparison.Ordinal) || key.StartsWith("reconsideration.", StringComparison.Ordinal) || key.StartsWith("litigation.", StringComparison.Ordinal);

    Truth Truth(int seed, string name)
    {
        var form = Year < 2021 ? "2019" : "2021";
        return RandomTruth.Clean(seed, form, form, new Agency(name, name == $"{County}人民政府" ? Size.County : Size.Bureau, "told")) with { Year = Year, Dated = new DateOnly(Year + 1, 1, 20), Prose = "told" };
    }

    static string Page(Truth truth) => Html.Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain));
}
