using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>
/// A prefecture of the country: nine counties, whose agencies publish a report a year, printed by the Publisher, read by the reader and filed by the program.
/// Prefectures differ in nothing but the four digits of their code and the two characters that their agencies' names begin with.
/// </summary>
sealed record Prefecture(int Number)
{
    public const int FirstYear = 2019, LastYear = 2025;

    const string Provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新", Cities = "甲乙丙丁戊己庚辛壬癸子", Counties = "东南西北上下左右前";

    static readonly string[] Organs = ("县人民政府 县财政局 县教育局 县公安局 县民政局 县司法局 县自然资源局 县生态环境局 县交通运输局 县水利局 县农业农村局 县商务局 县卫生健康局 县应急管理局 县审计局 县统计局 "
        + "县医疗保障局 县城市管理局 县信访局 县林业局 县科学技术局 县发展和改革局 县市场监督管理局 县退役军人事务局 县文化广电和旅游局 县人力资源和社会保障局 县住房和城乡建设局 "
        + "大营镇人民政府 双桥乡人民政府 龙潭街道办事处 下坝镇人民政府 茶亭乡人民政府 石门街道办事处").Split(' ');

    public static int Count => Provinces.Length * Cities.Length;

    public char Province => Provinces[Number / Cities.Length];

    public char City => Cities[Number % Cities.Length];

    public string Digits => $"{11 + Number / Cities.Length}{1 + Number % Cities.Length:00}";

    /// <summary>What the codes of its agencies and the keys and hosts of their sources begin with.</summary>
    public string Prefix => $"p{Digits}-";

    public string Region(int agency) => $"{Digits}{1 + agency % Counties.Length:00}";

    /// <summary>Files what so many of its agencies published, as a run over their sources does.</summary>
    public void File(ReportStore store, long run, int agencies)
    {
        store.SaveAgencies([.. Enumerable.Range(0, agencies).Select(Registered)], StoreFolder.Start);
        var listed = new Dictionary<string, int> { ["links"] = LastYear - FirstYear + 1 };
        for (var agency = 0; agency < agencies; agency++)
        {
            store.SaveSource(Code(agency), [Code(agency)], Address(agency, ""), StoreFolder.Start);
            for (var year = FirstYear; year <= LastYear; year++) File(store, agency, year);
            store.SaveCheck(Code(agency), listed["links"], Day(LastYear));
            RunLog.EndSource(store, run, Code(agency), Day(LastYear), listed);
        }
        store.CompareReports(Day(LastYear));
    }

    /// <summary>Files what the page of a report gives; each version is another document of it.</summary>
    public void File(ReportStore store, int agency, int year, int version = 0)
    {
        var truth = Truth(agency, year, version);
        var bytes = Encoding.UTF8.GetBytes(Page.Portal(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Editor)));
        var (url, at, sha256) = (Address(agency, $"{year}.html"), Day(year).AddHours(version), store.Originals.Keep(bytes));
        store.SaveLink(Code(agency), url, truth.Title, at);
        store.SaveVisit(new Visit { Url = url, Status = 200, Sha256 = sha256, ContentType = "text/html", At = at });
        store.SaveReading(new NewReading
        {
            Source = Code(agency), Agencies = [Code(agency)], Url = url, LinkTitle = truth.Title, Sha256 = sha256, ReaderVersion = ReadingJson.ReaderVersion, At = at,
            Reading = ReportReader.Read(bytes),
        });
    }

    // What an agency tells is drawn by its name: so it is drawn under that of the first prefecture.
    Truth Truth(int agency, int year, int version)
    {
        var (edition, seed, first) = (year < 2021 ? "2019" : "2021", ((agency * 10) + year - FirstYear) * 1000 + version, new Prefecture(0).Name(agency));
        var truth = NationProse.Tell(RandomTruth.Of(seed, edition, edition) with { Agency = first, Year = year, Dated = new DateOnly(year + 1, 1, 20) }, new Random(seed));
        return truth with { Agency = Name(agency), Told = [.. truth.Told!.Select(block => (block.Text.Replace(first, Name(agency), StringComparison.Ordinal), block.Heading, block.Tables))] };
    }

    RegisteredAgency Registered(int agency) => new()
    {
        Code = Code(agency), Kind = Organ(agency).EndsWith("人民政府", StringComparison.Ordinal) ? "government" : "department", Owes = true,
        Periods = [new AgencyPeriod { Name = Name(agency), Level = Organ(agency)[0] == '县' ? "county" : "town", Region = Region(agency) }],
    };

    public string Code(int agency) => $"{Prefix}{agency}";

    string Name(int agency) => $"{Province}{City}{Counties[agency % Counties.Length]}{Organ(agency)}{(agency / Counties.Length / Organs.Length is > 0 and var more ? $"第{more}分局" : "")}";

    string Address(int agency, string page) => $"http://{Code(agency)}.gov.example/nb/{page}";

    static string Organ(int agency) => Organs[agency / Counties.Length % Organs.Length];

    static DateTimeOffset Day(int year) => new(year + 1, 1, 25, 3, 0, 0, TimeSpan.FromHours(8));
}
