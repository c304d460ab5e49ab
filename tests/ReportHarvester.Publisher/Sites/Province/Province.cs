using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Sites.Province.Families;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>A province of bureaus, all of it a consequence of one seed: agencies over all families of sites, their reports of many years, and faults.</summary>
sealed record Province(IReadOnlyList<ProvinceSite> Sites)
{
    const int UnitsInOneColumn = 4;

    // The regulation that asks for reports came into force in May 2008.
    const int FirstYear = 2008;

    static readonly (string Name, Func<ProvinceSite, ListFamily> Make)[] families =
    [
        ("TRS, index_1", s => new TrsFromZero(s)), ("TRS, index_2", s => new TrsFromOne(s)), ("TRS, trsapi", s => new TrsApi(s)), ("JCMS, POST", s => new JcmsPost(s)),
        ("JCMS, nextgroup", s => new JcmsGroups(s)), ("JPaaS", s => new Jpaas(s)), ("JCMS, by year", s => new ByYear(s)), ("UCAP, list_2", s => new UcapStatic(s)),
        ("UCAP, searchList", s => new UcapInterface(s, false)), ("UCAP, es-search", s => new UcapInterface(s, true)), ("gkmlpt, from 1", s => new Gkmlpt(s, 1)), ("gkmlpt, from 0", s => new Gkmlpt(s, 0)),
        ("Lonsun", s => new Lonsun(s)), ("VSB", s => new Vsb(s)), ("aspx", s => new Aspx(s)), ("eportal", s => new Eportal(s)), ("1.html, GBK", s => new NumberedTable(s)),
        ("folders by year", s => new YearFolders(s)), ("folders by unit", s => new UnitFolders(s)), ("collections", s => new Collections(s)), ("by script only", s => new ScriptOnly(s)),
    ];

    static readonly Names names = Resources.Json<Names>("Truths/invented.json");
    static readonly string[] news = ["我局召开{0}年度工作会议", "{0}年政府网站工作年度报表", "{0}年法治政府建设年度报告", "关于做好{0}年政府信息公开工作年度报告编制工作的通知", "{0}年部门决算公开", "图解{0}年政府信息公开工作年度报告", "关于{0}年度考核结果的公示"];

    public static IReadOnlyList<string> FamilyNames { get; } = [.. families.Select(f => f.Name)];

    public static string FamilyOf(ProvinceSite site) => families[site.Number % families.Length].Name;

    public int Agencies => Sites.Sum(s => s.Reports.Select(r => r.Agency).Distinct().Count());

    /// <param name="mostYears">How far back an agency's reports go at most.</param>
    public static Province Of(int seed, int agencies, int mostYears)
    {
        var sites = new List<ProvinceSite>();
        for (int number = 0, made = 0; made < agencies; number++)
        {
            sites.Add(Site(seed, number, mostYears));
            made += UnitsOf(sites[^1]);
        }
        return new Province(sites);
    }

    static int UnitsOf(ProvinceSite site) => site.Family is UnitFolders or Collections ? UnitsInOneColumn : 1;

    static ProvinceSite Site(int seed, int number, int mostYears)
    {
        var chance = Seed.For(seed, $"site {number}");
        // A fault never falls on the same families alone: the numbers of both have nothing in common.
        var fault = chance.Next(2) == 0 ? Fault.None : chance.Of(Enum.GetValues<Fault>());
        var site = new ProvinceSite(number, AgencyOf(number), fault) { Family = null!, Newest = 2024 - chance.Next(2), Robots = RobotsOf(number, chance) };
        site.Family = families[number % families.Length].Make(site);
        var years = chance.Next(Math.Max(1, mostYears / 3), mostYears + 1);
        for (var unit = 0; unit < UnitsOf(site); unit++)
            for (var year = site.Newest; year > site.Newest - years && year >= FirstYear; year--)
                // A year may be missing.
                if (year == site.Newest || chance.Next(12) > 0 || site.Family is ByYear && year % 3 != 0)
                    Reporting.Publish(site, UnitsOf(site) == 1 ? site.Agency : $"{names.Counties[number % names.Counties.Length]}{names.Organs[(number + unit) % names.Organs.Length]}", year, seed * 100_000 + number * 100 + unit * 20 + year - 2005);
        if (UnitsOf(site) == 1 && site.Family is not ByYear) Surround(site, chance);
        return site;
    }

    // 12 cities, 12 counties and 24 organs make 3,456 names, and 6 towns 20,736 more, before one comes twice.
    static string AgencyOf(int number) =>
        $"{names.Cities[number / 24 % 12]}{(number / 288 > 0 ? names.Counties[number / 288 % 12] : "")}{(number / 3456 > 0 ? names.Towns[number / 3456 % 6] : "")}{names.Organs[number % 24]}";

    static string? RobotsOf(int number, Random chance) => number % 97 == 96 ? "User-agent: *\nDisallow: /\n"
        : chance.Next(4) switch { 0 => "User-agent: *\nDisallow: /admin/\nDisallow: /hdjl/\n", 1 => "User-agent: *\nCrawl-delay: 0.05\n", _ => null };

    // News between the reports, some entries out of order or twice, and now and then one that leads into a trap.
    static void Surround(ProvinceSite site, Random chance)
    {
        for (var i = chance.Next(45); i > 0; i--)
        {
            var date = new DateOnly(site.Newest + 1, 3, 1).AddDays(-chance.Next(3000));
            site.Listed.Add(new Listed($"/xw/{date:yyyyMM}/{i}.html", string.Format(System.Globalization.CultureInfo.InvariantCulture, chance.Of(news), date.Year - 1), date));
        }
        if (chance.Next(4) == 0)
        {
            var (name, reply, refusal) = chance.Of(Traps.All);
            var path = $"/trap/{name}.html";
            site.Listed.Add(new Listed(path, $"{site.Agency}2004年政府信息公开年报", new DateOnly(2005, 1, 31)));
            site.Documents[path] = reply(path);
            site.Hazards.Add(new Hazard(path, refusal));
        }
        site.Listed.Sort((a, b) => b.Date.CompareTo(a.Date));
        // Put up late: dated back, and so at a place where nobody looks for it. Listed twice, when it was edited.
        if (site.Listed.Count > 3) (site.Listed[1], site.Listed[^1]) = (site.Listed[^1], site.Listed[1]);
        if (chance.Next(3) == 0) site.Listed.Insert(0, site.Listed[^1]);
    }

    sealed record Names(string[] Cities, string[] Counties, string[] Towns, string[] Organs, Dictionary<string, string[]> Prose);
}
