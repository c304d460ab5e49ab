namespace ReportHarvester.Tests.Store.Nation;

/// <summary>What somebody who looks around asks for, one page after the other.</summary>
/// <param name="agencies">Of each prefecture.</param>
sealed class NationReader(int seed, int agencies)
{
    // Governments come first, and some of their reports say that they speak for the region; of towns it is not always known.
    const int FirstDepartment = 9, Departments = 288;

    static readonly string[] Measures = ["disclosure_rate", "denial_rate", "received", "closing_rate", "reviews", "granted"];

    readonly Random random = new(seed);

    /// <summary>Milliseconds after which it begins.</summary>
    public int Start => random.Next(1000);

    public static bool IsRegional(string kind) => kind is "compare a county" or "compare a prefecture" or "compare a province";

    public (string Kind, string Path) Next()
    {
        var (prefecture, measure) = (new Prefecture(random.Next(Prefecture.Count)), Measures[random.Next(Measures.Length)]);
        var department = FirstDepartment + random.Next(Math.Min(Departments, agencies - FirstDepartment));
        var (agency, county) = (prefecture.Number * agencies + department + 1, prefecture.Region(department));
        var (report, compare) = ($"/agencies/{agency}/{random.Next(Prefecture.FirstYear, Prefecture.LastYear + 1)}", $"m={measure}&from=2019&to=2025");
        (string, string)[] pages =
        [
            ("home", "/"), ("home of a province", $"/?region={county[..2]}"), ("agencies", "/agencies"), ("agencies by name in a province", $"/agencies?region={county[..2]}&q={Word("财政局")}"),
            ("agencies by name", $"/agencies?q={Word("石门街道")}"), ("agency", $"/agencies/{agency}"), ("agency as JSON", $"/agencies/{agency}.json"),
            ("chart of an agency", $"/compare.svg?m={measure}&chart={measure}&size=small&agency={Word(prefecture.Code(department))}"),
            ("report", $"{report}/own"), ("compare a county", $"/compare?{compare}&region={county}"), ("compare a prefecture", $"/compare?{compare}&region={county[..4]}"),
            ("compare a province", $"/compare?{compare}&region={county[..2]}"), ("compare the country", $"/compare?{compare}"), ("chart of the country", $"/compare.svg?{compare}&chart={measure}"),
            ("problems", "/problems"), ("problems of a province and year", $"/problems?region={county[..2]}&year=2023"), ("problems by rule", "/problems?rule=T3-ROW&fault=Publisher"),
            ("problems of a county as JSON", $"/problems.json?region={county}"),
            ("search, two characters", $"/search?q={Word(TwoCharacters())}"), ("search, a year", $"/search?q={Word(TwoCharacters())}&year=2022"), ("search, a phrase", $"/search?q={Word(NationProse.Words[random.Next(NationProse.Words.Length)])}"),
            ("operations", "/operations"), ("metrics", "/metrics"),
        ];
        return pages[random.Next(pages.Length)];
    }

    string TwoCharacters() => NationProse.Words[random.Next(NationProse.Words.Length)][..2];

    static string Word(string text) => Uri.EscapeDataString(text);
}
