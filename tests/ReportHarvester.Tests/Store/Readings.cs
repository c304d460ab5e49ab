using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Readings made up for tests: a few lines of a report, or anything the model allows, from a seed.</summary>
static class Readings
{
    public static Reading Of(int? year, string edition, params (string Key, decimal? Value)[] figures) => new()
    {
        Format = DocumentFormat.Html,
        Report = new Report
        {
            Agency = "东莞市金融工作局", Year = year, Edition = edition, Scope = Scope.Own,
            Figures = [.. figures.Select((figure, i) => Figure(figure.Key, edition, figure.Value, i))],
        },
    };

    public static Figure Figure(string key, string edition, decimal? value, int i = 0)
    {
        var parts = key.Split('|');
        return new Figure
        {
            Indicator = parts[0], Applicant = parts.Length > 1 ? parts[1] : null, Edition = edition, Value = value, Raw = value?.ToString() ?? "",
            State = value is null ? CellState.Blank : CellState.Number, Origin = new Origin { Grid = 1, Row = i + 1, Column = 2 },
        };
    }

    public static Reading Failed { get; } = new()
    {
        Format = DocumentFormat.Pdf, Pages = 3,
        Issues = [new Issue { Code = "NEEDS-OCR", Severity = Severity.Error, Fault = Fault.Reading, Message = "3 pages are pictures." }],
    };

    public static Reading Random(int seed)
    {
        var random = new Random(seed);
        var edition = Pick(random, "2021", "2019", "2014");
        return new Reading
        {
            Format = Pick(random, Enum.GetValues<DocumentFormat>()), Pages = Maybe(random, random.Next(1, 90)),
            Issues = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Issue(random))],
            Report = new Report
            {
                Agency = Maybe(random, Words(random)), Year = Maybe(random, random.Next(2008, 2030)), Title = Maybe(random, Words(random)),
                Edition = Maybe(random, edition), Scope = Pick(random, Enum.GetValues<Scope>()),
                Dated = Maybe(random, new DateOnly(2022, 1, 1).AddDays(random.Next(400))),
                Published = Maybe(random, new DateOnly(2022, 1, 1).AddDays(random.Next(400))),
                Figures = Figures(random, edition),
                Statements = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Statement(random))],
                Sections = [.. Enumerable.Range(0, random.Next(7)).Select(n => new Section(n, Words(random), Words(random)))],
            },
        };
    }

    static Figure[] Figures(Random random, string edition)
    {
        var keys = Codebook.Indicators.Where(i => i.Edition == edition).SelectMany(i => i.Table == "3"
            ? Codebook.Applicants.Select(applicant => new FigureKey(i.Id, applicant.Id)) : [new FigureKey(i.Id)]).ToArray();
        random.Shuffle(keys);
        return [.. keys.Take(random.Next(keys.Length)).Select(key => Figure(random, key, edition))];
    }

    static Figure Figure(Random random, FigureKey key, string edition)
    {
        var state = Pick(random, Enum.GetValues<CellState>());
        decimal? value = state == CellState.Number ? Number(random) : null;
        return new Figure
        {
            Indicator = key.Indicator, Applicant = key.Applicant, Edition = edition, State = state, Value = value,
            Raw = state switch
            {
                CellState.Blank => "",
                CellState.Mark => Pick(random, "/", "-", "—", "无"),
                CellState.Text => Words(random),
                _ => Pick(random, value.ToString()!, $"{value}件", $"减{value}"),
            },
            Unit = Maybe(random, Pick(random, "件", "万元", "元")), Proven = random.Next(2) == 0, Origin = Origin(random),
        };
    }

    static decimal Number(Random random) => random.Next(7) switch
    {
        0 => 0m,
        1 => -random.Next(1000),
        2 => 190.457379m,
        3 => 693665.123456m,
        4 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
        5 => decimal.Round((decimal)random.NextDouble() * 1000000, random.Next(7)),
        _ => random.Next(5000),
    };

    static Issue Issue(Random random) => new()
    {
        Code = Pick(random, "T3-ROW", "ROW-SURPLUS"), Severity = Pick(random, Enum.GetValues<Severity>()), Fault = Pick(random, Enum.GetValues<Fault>()),
        Table = Maybe(random, "3"), Message = Words(random), Origin = Maybe(random, Origin(random)),
        Figures = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new FigureKey("requests.new", Maybe(random, "total")))],
    };

    static Statement Statement(Random random) => new()
    {
        Subject = "prose.requests_received", Value = Number(random), Unit = Maybe(random, "条"), Raw = Words(random), Sentence = Words(random),
        Section = Maybe(random, (int?)random.Next(1, 7)), Origin = Origin(random),
    };

    static Origin Origin(Random random) => new()
    {
        Page = Maybe(random, (int?)random.Next(1, 9)), Grid = Maybe(random, (int?)random.Next(1, 9)), Row = Maybe(random, (int?)random.Next(1, 40)),
        Column = Maybe(random, (int?)random.Next(1, 12)), Line = Maybe(random, (int?)random.Next(1, 400)),
        Box = random.Next(2) == 0 ? null : new Box(random.Next(600), random.NextDouble() * 600, Math.Round(random.NextDouble() * 600, 1), 842),
    };

    static string Words(Random random) => Pick(random, "收到申请2件", "\"'<&\\\u2028\t\0", "", "𠮷野家 😀", "= 1+1", "{}[]", "一、总体情况\n二、");

    static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    static T? Maybe<T>(Random random, T? value) => random.Next(3) == 0 ? default : value;
}
