using System.Globalization;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What an office asks of a harvested province: 公开率 of all bureaus of one region over the years, ranked, in one command.</summary>
public sealed class ProvinceQuestionTests : IDisposable
{
    const int Seed = 5, Agencies = 12, Years = 6;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("province-question-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task TheDisclosureRateOfARegionOverTheYearsIsOneCommand()
    {
        await using var program = await ProvinceProgram.Of(Seed, Agencies, Years, folder.FullName);
        await BuiltProgram.Run(program.Harvest);
        var names = program.Province.Sites.Where(site => site.IsOpen).SelectMany(site => site.Reports).Select(report => report.Agency).Distinct().ToList();
        var registry = Path.Combine(folder.FullName, "registry.csv");
        await File.WriteAllLinesAsync(registry, ["code,name,level,region,owes", .. names.Select((name, i) => $"a{i},{name},county,{(i % 2 == 0 ? "321302" : "320102")},yes")]);
        Assert.Equal(0, (await BuiltProgram.Run("agencies", "import", registry, "--data", program.Data)).Code);

        string[] question = ["compare", "--data", program.Data, "--metric", "disclosure_rate", "--region", "3213", "--years", "2019-2025", "--rank"];
        var (code, text, _) = await BuiltProgram.Run(question);
        var answer = (await BuiltProgram.Run([.. question, "--format", "csv"])).Output.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(0, code);
        Assert.All(names, (name, i) => Assert.Equal(i % 2 == 0, text.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(names.Where((_, i) => i % 2 == 0).Order(StringComparer.Ordinal), answer.Select(line => line[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(answer, line => Assert.InRange(int.Parse(line[1], CultureInfo.InvariantCulture), 2019, 2025));
        var rates = answer.Where(line => line[5].Length > 0).ToDictionary(line => $"{line[0]} {line[1]}", line => decimal.Parse(line[5], CultureInfo.InvariantCulture));
        var stored = DataFolder.Query(program.Data, """
            SELECT g.name || ' ' || p.year || ' ' || ROUND(100.0 * (a.value + b.value) / c.value, 6) FROM report p JOIN agency g ON g.id = p.agency JOIN reading r ON r.report = p.id AND r.is_current = 1
            JOIN figure a ON a.reading = r.id AND a.indicator = 'requests.granted' AND a.applicant = 'total'
            JOIN figure b ON b.reading = r.id AND b.indicator = 'requests.partly_granted' AND b.applicant = 'total'
            JOIN figure c ON c.reading = r.id AND c.indicator = 'requests.closed' AND c.applicant = 'total' WHERE c.value >= 30
            """).Select(row => row.Split(' ')).ToDictionary(row => $"{row[0]} {row[1]}", row => decimal.Parse(row[2], CultureInfo.InvariantCulture));
        Assert.NotEmpty(rates);
        Assert.All(rates, rate => Assert.Equal(stored[rate.Key], rate.Value));
        Assert.All(answer.Where(line => line[5].Length == 0), line => Assert.NotEqual("", line[10]));
        Assert.Equal(0, (await BuiltProgram.Run("export", Path.Combine(folder.FullName, "panel"), "--data", program.Data)).Code);
    }
}
