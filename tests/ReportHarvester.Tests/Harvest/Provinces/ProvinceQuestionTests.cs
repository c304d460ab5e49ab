using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using ReportHarvester.App.Pages;
using ReportHarvester.Tests.Reports.Layouts;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What an office asks of a harvested province: 公开率 of all bureaus of one region over the years, ranked, in one command and in three clicks.</summary>
public sealed class ProvinceQuestionTests : IDisposable
{
    const int Seed = 5, Agencies = 12, Years = 6;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("province-question-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task TheDisclosureRateOfARegionOverTheYearsIsOneCommand()
    {
        await using var program = await ProvinceProgram.Of(Seed, Agencies, Years, folder.FullName);
        var names = await Harvested(program);
        string[] question = ["compare", "--data", program.Data, "--metric", "disclosure_rate", "--region", "3213", "--years", "2019-2025", "--rank"];
        var (code, text, _) = await BuiltProgram.Run(question);
        var answer = (await BuiltProgram.Run([.. question, "--format", "csv"])).Output.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(0, code);
        Assert.All(names, (name, i) => Assert.Equal(i % 2 == 0, text.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(names.Where((_, i) => i % 2 == 0).Order(StringComparer.Ordinal), answer.Select(line => line[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(answer, line => Assert.InRange(int.Parse(line[2], CultureInfo.InvariantCulture), 2019, 2025));
        var rates = answer.Where(line => line[6].Length > 0).ToDictionary(line => $"{line[0]} {line[2]}", line => decimal.Parse(line[6], CultureInfo.InvariantCulture));
        var stored = DataFolder.Query(program.Data, """
            SELECT g.name || ' ' || p.year || ' ' || ROUND(100.0 * (a.value + b.value) / c.value, 6) FROM report p JOIN agency g ON g.id = p.agency JOIN reading r ON r.report = p.id AND r.is_current = 1
            JOIN figure a ON a.reading = r.id AND a.indicator = 'requests.granted' AND a.applicant = 'total'
            JOIN figure b ON b.reading = r.id AND b.indicator = 'requests.partly_granted' AND b.applicant = 'total'
            JOIN figure c ON c.reading = r.id AND c.indicator = 'requests.closed' AND c.applicant = 'total' WHERE c.value >= 30
            """).Select(row => row.Split(' ')).ToDictionary(row => $"{row[0]} {row[1]}", row => decimal.Parse(row[2], CultureInfo.InvariantCulture));
        Assert.NotEmpty(rates);
        Assert.All(rates, rate => Assert.Equal(stored[rate.Key], rate.Value));
        Assert.All(answer.Where(line => line[6].Length == 0), line => Assert.NotEqual("", line[11]));
        Assert.Equal(0, (await BuiltProgram.Run("export", Path.Combine(folder.FullName, "panel"), "--data", program.Data)).Code);
    }

    [EngineFact("chromium")]
    public async Task TheSameIsThreeClicksFromTheHomePage()
    {
        await using var program = await ProvinceProgram.Of(Seed, Agencies, Years, folder.FullName);
        await Harvested(program);
        var rates = (await BuiltProgram.Run("compare", "--data", program.Data, "--metric", "disclosure_rate", "--region", "3213", "--format", "csv")).Output.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();
        await using var site = Site.Build(new ReportHarvester.App.Settings { Data = program.Data }, new IPEndPoint(IPAddress.Loopback, 0));
        await site.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { BaseURL = site.Urls.First() });

        await page.GotoAsync("/");
        await page.ClickAsync(".coverage th a >> text=32");
        await page.ClickAsync(".coverage tr:has-text('3213') >> text=比较");
        var heads = await page.Locator("thead th").AllInnerTextsAsync();
        var rows = await page.Locator("tbody tr:not(.spread)").AllAsync();
        var shown = new List<string>();
        foreach (var row in rows) shown.Add($"{await row.Locator("th").InnerTextAsync()} {string.Join(' ', await row.Locator("td").AllInnerTextsAsync())}");

        Assert.Equal(rates.Select(line => line[2]).Distinct().Order(StringComparer.Ordinal), heads.Skip(1));
        Assert.Equal(rates.Select(line => line[0]).Distinct().Order(StringComparer.Ordinal), shown.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        var last = rates.Where(line => line[6].Length > 0).Max(line => line[2]);
        var best = rates.Where(line => line[2] == last && line[6].Length > 0).MaxBy(line => decimal.Parse(line[6], CultureInfo.InvariantCulture))!;
        Assert.Contains($"{Math.Round(decimal.Parse(best[6], CultureInfo.InvariantCulture), 2):0.##}", shown[0], StringComparison.Ordinal);
        Assert.Contains("[1]", shown[0], StringComparison.Ordinal);
    }

    // With every other bureau in the region.
    async Task<List<string>> Harvested(ProvinceProgram program)
    {
        await BuiltProgram.Run(program.Harvest);
        var names = program.Province.Sites.Where(site => site.IsOpen).SelectMany(site => site.Reports).Select(report => report.Agency).Distinct().ToList();
        var registry = Path.Combine(folder.FullName, "registry.csv");
        await File.WriteAllLinesAsync(registry, ["code,name,level,region,owes", .. names.Select((name, i) => $"a{i},{name},county,{(i % 2 == 0 ? "321302" : "320102")},yes")]);
        Assert.Equal(0, (await BuiltProgram.Run("agencies", "import", registry, "--data", program.Data)).Code);
        return names;
    }
}
