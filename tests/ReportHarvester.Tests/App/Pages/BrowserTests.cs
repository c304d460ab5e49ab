using Microsoft.Playwright;
using ReportHarvester.App;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.App.Export;
using ReportHarvester.Tests.Reports.Layouts;

namespace ReportHarvester.Tests.App.Pages;

public sealed class BrowserTests(Browsed browsed) : IClassFixture<Browsed>
{
    const string Agency = "东湖市人力资源和社会保障局", Government = "青屏县人民政府";

    [EngineFact("chromium")]
    public async Task From_the_home_page_to_the_place_of_a_figure_in_the_original()
    {
        var (page, trouble) = await browsed.Open();
        await page.GotoAsync("/");
        await page.ClickAsync($"text={Agency} 2022");
        var cell = page.Locator("id=requests.new|total");
        await cell.Locator("a").ClickAsync();
        var place = page.FrameLocator("iframe[name=original]").Locator("rect:target");
        await place.WaitForAsync();

        Assert.Contains("requests.new|total = 110", await place.Locator("title").TextContentAsync());
        Assert.StartsWith("110", await cell.InnerTextAsync());
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    [EngineFact("chromium")]
    public async Task Every_figure_on_a_page_is_the_stored_one()
    {
        var sheet = Stored(store => ReportSheet.Of(store, AgencySearch.For(store, Agency, null, null, 1).Agencies[0].Id, 2022, "own")!);
        var (page, trouble) = await browsed.Open(scripts: false);
        await page.GotoAsync("/agencies");
        await page.ClickAsync($"text={Agency}");
        await page.ClickAsync("th >> text=2022");
        foreach (var figure in sheet.Reading!.Report.Figures)
            Assert.Equal(figure.Raw, (await page.Locator($"id={figure.Key}").TextContentAsync())!.Trim());

        Assert.NotEmpty(sheet.Reading.Report.Figures);
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    [EngineFact("chromium")]
    public async Task A_comparison_by_keyboard_shows_what_the_store_answers()
    {
        var comparison = Stored(store => Comparison.Ask(store, new ComparisonQuestion { Figures = [new FigureKey("closed", "total")], Agencies = [Agency] }));
        var (page, trouble) = await browsed.Open();
        await page.GotoAsync("/compare");
        await page.SelectOptionAsync("select[name=m]", "closed");
        await page.FocusAsync("input[name=agency]");
        await page.Keyboard.TypeAsync(Agency);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("img.chart").WaitForAsync();
        var shown = await page.Locator("tbody tr").First.Locator("td").AllInnerTextsAsync();

        Assert.Equal(comparison.Figures.OrderBy(f => f.Year).Select(f => f.Value is { } value ? $"{value} [1]" : ComparisonWords.Sign(ComparisonWords.Of(f.Missing!.Value), Tongue.Chinese)), shown.Select(text => text.Trim('!', '‖', ' ').Replace("≈", "", StringComparison.Ordinal)));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('img.chart').naturalWidth > 0"));
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    [EngineTheory("chromium")]
    [InlineData("/")]
    [InlineData("/agencies")]
    [InlineData($"/agencies/{Agency}")]
    [InlineData($"/agencies/{Agency}/2022/own")]
    [InlineData($"/agencies/{Government}/2021/aggregate?lang=en")]
    [InlineData("/compare?m=received&agency=东湖市财政局")]
    [InlineData("/compare?m=review_correction_rate&m=received&from=2020&lang=en")]
    [InlineData("/problems")]
    [InlineData("/search?q=公开")]
    public async Task A_page_fits_a_phone_and_complains_of_nothing(string path)
    {
        var (page, trouble) = await browsed.Open(width: 390, height: 800);
        await page.GotoAsync(WithIds(path), new() { WaitUntil = WaitUntilState.Load });

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "The page is wider than the phone.");
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    [EngineFact("chromium")]
    public async Task A_person_decides_on_a_problem_and_it_is_as_review_would_have_it()
    {
        var (page, trouble) = await browsed.Open(scripts: false);
        await page.GotoAsync("/problems");
        await page.Locator("tbody tr td a").Last.ClickAsync();
        var id = new Uri(page.Url).Segments[^1];
        await page.SelectOptionAsync("select[name=decision]", "Explained");
        await page.FillAsync("input[name=by]", "张三");
        await page.ClickAsync("button");
        Assert.EndsWith(id, page.Url);
        Assert.Null(Stored(store => Problems.ById(store, id)!.Review));
        await page.FillAsync("textarea[name=reason]", "当年合并统计 <b>");
        await page.ClickAsync("button");
        await page.WaitForSelectorAsync("main strong");

        var review = Stored(store => Problems.ById(store, id)!.Review)!;
        Assert.Equal((Decision.Explained, "张三", "当年合并统计 <b>", false), (review.Decision, review.Reviewer, review.Reason, review.Superseded));
        Assert.Contains("当年合并统计 <b>", await page.Locator("main").InnerTextAsync());
        Assert.DoesNotContain(Stored(store => Problems.Of(store, new ProblemQuestion())), problem => problem.Id == id);
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    /// <summary>What a program can find of WCAG 2.2 at level AA; the documents of others in frames are not ours to mend.</summary>
    [ReaderFact("/usr/bin/chromium", "node_modules/axe-core")]
    public async Task Everybody_can_use_the_pages()
    {
        string[] paths =
        [
            "/", "/?region=99", "/agencies", $"/agencies/{Agency}?lang=en", $"/agencies/{Agency}/2022/own", $"/agencies/{Government}/2021/aggregate?lang=en", "/compare", "/compare?m=received&agency=东湖市财政局", "/problems?severity=Info",
            "/search?q=公开", "/search?q=公开&lang=en", "/operations", "/nowhere",
        ];
        var axe = await File.ReadAllTextAsync(Path.Combine(ReaderFactAttribute.Readers, "node_modules/axe-core/axe.min.js"));
        var (page, _) = await browsed.Open();
        var barriers = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(WithIds(path), new() { WaitUntil = WaitUntilState.Load });
            await page.EvaluateAsync(axe);
            barriers.AddRange(await page.EvaluateAsync<string[]>("""
                path => axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
                  .then(result => (result.passes.length > 5 ? [] : [`${path} was not looked at`]).concat(result.violations.flatMap(v => v.nodes.map(n => `${path} ${v.id}: ${n.html} ${n.any.map(a => a.message).join(' ')}`))))
                """, path));
        }

        Assert.Empty(barriers);
        await page.CloseAsync();
    }

    [EngineFact("chromium")]
    public async Task On_paper_nothing_is_folded_or_cut()
    {
        var (page, _) = await browsed.Open();
        await page.GotoAsync(WithIds($"/agencies/{Agency}/2022/own"));
        Task<bool> Shown() => page.EvaluateAsync<bool>("[...document.querySelectorAll('details p')].every(prose => prose.checkVisibility()) && getComputedStyle(document.querySelector('.wide')).overflowX == 'visible'");
        Assert.False(await Shown());
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await Shown());
        await page.CloseAsync();
    }

    [EngineTheory("chromium")]
    [InlineData("/agencies", "input[name=q]")]
    [InlineData("/agencies", "main td a, main th a")]
    [InlineData("/compare?m=received&agency=东湖市财政局", "p.wide")]
    public async Task What_has_the_focus_is_seen(string path, string what)
    {
        var (page, _) = await browsed.Open();
        await page.GotoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        await page.Locator(what).First.FocusAsync();
        var (color, width) = (await Style(page, what, "outlineColor"), await Style(page, what, "outlineWidth"));

        Assert.Equal("3px", width);
        Assert.True(Contrast(color, "rgb(255, 255, 255)") >= 3, color);
        await page.CloseAsync();
    }

    [EngineFact("chromium")]
    public async Task How_many_could_not_be_read_is_legible_on_the_darkest_shade()
    {
        var (page, _) = await browsed.Open();
        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelector('.coverage td').outerHTML = '<td class=\"n s4\"><span class=\"unread\">−1</span></td>'");

        Assert.True(Contrast(await Style(page, ".unread", "color"), await Style(page, ".s4", "backgroundColor")) >= 4.5);
        await page.CloseAsync();
    }

    static Task<string> Style(IPage page, string what, string property) => page.Locator(what).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element)[property]", property);

    // After WCAG; colours as browsers tell them.
    static double Contrast(string one, string other) => (Math.Max(Luminance(one), Luminance(other)) + 0.05) / (Math.Min(Luminance(one), Luminance(other)) + 0.05);

    static double Luminance(string color) => color.Split('(', ')')[1].Split(',').Select(part => int.Parse(part) / 255.0)
        .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).Zip([0.2126, 0.7152, 0.0722], (part, weight) => part * weight).Sum();

    [EngineFact("chromium")]
    public async Task Every_link_of_the_pages_leads_somewhere()
    {
        var (page, _) = await browsed.Open();
        var (todo, seen, broken) = (new Queue<string>(["/", "/search?q=公开", "/compare?m=received&agency=" + Agency]), new HashSet<string>(), new List<string>());
        while (todo.TryDequeue(out var path) && seen.Count < 150)
        {
            var answer = await page.APIRequest.GetAsync(path);
            if (!answer.Ok) broken.Add($"{answer.Status} {path}");
            if (!answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal) || path.StartsWith("/originals", StringComparison.Ordinal)) continue;
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.TextAsync());
            foreach (var link in document.QuerySelectorAll("a[href^='/'], link[href^='/'], img[src^='/'], iframe[src^='/']").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('#')[0]))
                if (seen.Add(link)) todo.Enqueue(link);
        }

        Assert.True(seen.Count > 30);
        Assert.Empty(broken);
        await page.CloseAsync();
    }

    // The sites of the demo are harvested at once: which agency is known first is not the same every time.
    string WithIds(string path) => new[] { Agency, Government }.Aggregate(path, (address, name) =>
        address.Replace($"/agencies/{name}", $"/agencies/{Stored(store => AgencySearch.For(store, name, null, null, 1).Agencies[0].Id)}", StringComparison.Ordinal));

    T Stored<T>(Func<ReportStore, T> ask)
    {
        using var store = ReportStore.OpenReadOnly(browsed.Data);
        return ask(store);
    }
}
