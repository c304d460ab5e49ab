using System.Globalization;
using ReportHarvester.Publisher.Truths;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>A store as large as the country's: so many agencies of provinces, cities and counties, each with its reports on seven years.</summary>
static class NationStore
{
    public const int FirstYear = 2019, LastYear = 2025;

    const int Provinces = 31, Cities = 11, Counties = 9, AtATime = 2000;

    static readonly string[] Organs = ["人民政府", "财政局", "教育局", "公安局", "自然资源局", "生态环境局", "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "卫生健康局", "审计局"];

    static readonly string[] Words = ["主动公开", "依申请公开", "平台建设", "监督保障", "政策解读", "新闻发布", "热线电话", "行政许可", "信息目录", "答复规范", "队伍培训", "公文管理", "社会评议", "数据开放", "基层试点", "网站改版"];

    public static void Make(string folder, int agencies)
    {
        using var store = ReportStore.Open(folder);
        for (var from = 0; from < agencies; from += AtATime)
            store.SaveAgencies([.. Enumerable.Range(from, Math.Min(AtATime, agencies - from)).Select(Agency)], StoreFolder.Start);
        var document = store.Originals.Keep("one document for all"u8);
        for (var agency = 0; agency < agencies; agency++)
        {
            for (var year = FirstYear; year <= LastYear; year++) Save(store, document, agency, year);
            if ((agency + 1) % AtATime == 0) Console.WriteLine($"{agency + 1} agencies");
        }
        RunLog.End(store, RunLog.Begin(store, StoreFolder.Start), StoreFolder.Start, new Dictionary<string, int>());
    }

    public static string Region(int agency) => $"{11 + agency / (Cities * Counties) % Provinces}{1 + agency / Counties % Cities:00}{1 + agency % Counties:00}";

    public static void Save(ReportStore store, string document, int agency, int year, int version = 0) => store.SaveReading(new NewReading
    {
        Source = $"source-{agency}", Agencies = [Code(agency)], Url = $"http://bureau-{agency}.example/{year}/{version}", ReaderVersion = ReadingJson.ReaderVersion,
        Sha256 = document, Reading = Reading(agency, year, version), At = StoreFolder.Start,
    });

    static string Code(int agency) => $"a{agency}";

    static RegisteredAgency Agency(int agency) => new()
    {
        Code = Code(agency), Kind = Organ(agency) == 0 ? "government" : "department", Owes = true,
        Periods = [new AgencyPeriod { Name = Name(agency), Level = "county", Region = Region(agency) }],
    };

    static int Organ(int agency) => agency / (Provinces * Cities * Counties) % Organs.Length;

    static string Name(int agency) => $"{Region(agency)}县{Organs[Organ(agency)]}{(agency / (Provinces * Cities * Counties * Organs.Length) is > 0 and var more ? $"第{more}分局" : "")}";

    static Reading Reading(int agency, int year, int version)
    {
        var edition = year < 2021 ? "2019" : "2021";
        var truth = RandomTruth.Of(agency * 100 + year - FirstYear + version * 10, edition, edition);
        var random = new Random(agency * 31 + year);
        return new Reading
        {
            Format = DocumentFormat.Html,
            Report = new Report
            {
                Agency = Name(agency), Year = year, Title = $"{Name(agency)}{year}年政府信息公开工作年度报告", Edition = edition, Scope = Scope.Own, Dated = new DateOnly(year + 1, 1, 20),
                Figures = [.. truth.Figures.Index().Select(line => Figure(line.Index, line.Item.Key, line.Item.Value, edition))],
                Sections = [.. Enumerable.Range(1, 6).Select(number => new Section(number, $"第{number}部分", Prose(random, number is 1 or 5 ? 40 : 4)))],
            },
        };
    }

    static Figure Figure(int i, string key, string printed, string edition) =>
        Readings.Figure(key, edition, decimal.Parse(printed, CultureInfo.InvariantCulture), i) with { Proven = true, Origin = new Origin { Grid = 2, Row = i / 7 + 1, Column = i % 7 + 2 } };

    static string Prose(Random random, int sentences) =>
        string.Concat(Enumerable.Range(0, sentences).Select(_ => $"围绕{Words[random.Next(Words.Length)]}抓好{Words[random.Next(Words.Length)]}，全年办理{random.Next(5000)}件。"));
}
