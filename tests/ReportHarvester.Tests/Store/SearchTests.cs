using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public sealed class SearchTests : IDisposable
{
    const string Prose = "全年主动公开政府信息415条。收到依申请\n公开申请2件，均已按期答复；Weibo 与微信发布  21 837 条。";

    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("公开")]
    [InlineData("申请公开申请")]
    [InlineData("依 申 请")]
    [InlineData("微")]
    [InlineData("复")]
    [InlineData("weibo")]
    [InlineData("415条")]
    [InlineData("按期答复；Weibo")]
    [InlineData("837条")]
    public void Finds_what_stands_in_the_prose(string phrase)
    {
        var hit = Assert.Single(Search(phrase).Hits);

        Assert.Equal(string.Concat(phrase.Where(c => c != ' ')), hit.Phrase, ignoreCase: true);
        Assert.Equal("一、总体情况", hit.Title);
        Assert.Contains(hit.Before + hit.Phrase + hit.After, string.Concat(Prose.Where(c => !char.IsWhiteSpace(c))));
    }

    [Theory]
    [InlineData("公申")]
    [InlineData("开公")]
    [InlineData("2件，按期")]
    [InlineData("\" OR words:* NEAR(")]
    [InlineData("；。")]
    [InlineData("15条")]
    [InlineData("eibo")]
    public void Finds_nothing_that_does_not_stand_there(string phrase) => Assert.Empty(Search(phrase).Hits);

    [Theory]
    [InlineData("４１５条", "415条")]
    [InlineData("Ｗｅｉｂｏ", "Weibo")]
    [InlineData("公\u200B开", "公开")]
    [InlineData("⼯作", "工作")]
    public void What_looks_alike_is_found_as_the_text_has_it(string phrase, string text)
    {
        using var store = folder.Open();
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 2));
        StoreFolder.Save(store, reading with { Report = reading.Report with { Sections = [new Section(1, "一、总体情况", Prose + "工作")] } }, "alike");
        Assert.Equal(text, Assert.Single(TextSearch.For(store, phrase, null, 1).Hits).Phrase);
    }

    [Fact]
    public void Readings_from_before_the_index_are_found_once_the_store_was_opened()
    {
        using (var store = Filled()) { }
        folder.Ask("INSERT INTO section_word (section_word) VALUES ('delete-all')");
        using var again = folder.Open();

        Assert.Single(TextSearch.For(again, "申请", null, 1).Hits);
    }

    [Fact]
    public void Only_the_current_reading_of_a_report_answers()
    {
        using var store = Filled();
        var changed = Readings.Of(2021, "2021", ("requests.new|total", 3));
        StoreFolder.Save(store, changed with { Report = changed.Report with { Sections = [new Section(1, "一、总体情况", "收到申请3件。")] } }, "changed", url: "https://www.dg.gov.cn/first", day: 1);

        Assert.Empty(TextSearch.For(store, "微信", null, 1).Hits);
        Assert.Single(TextSearch.For(store, "申请3件", null, 1).Hits);
        Assert.Empty(TextSearch.For(store, "申请3件", 2020, 1).Hits);
    }

    [Fact]
    public void What_is_found_too_often_says_that_there_is_more_than_is_listed()
    {
        using var many = Filled(copies: TextSearch.ReportsAtMost);
        var pages = Enumerable.Range(TextSearch.LastPage - 1, 2).Select(page => TextSearch.For(many, "微信", null, page)).ToList();

        Assert.Equal([(20, true, false), (20, false, true)], pages.Select(page => (page.Hits.Count, page.More, page.Cut)));
    }

    [Fact]
    public void What_has_the_words_and_not_the_phrase_is_looked_through_for_a_while_only()
    {
        using var many = Filled(copies: TextSearch.LookedThroughAtMost);

        // The first report alone has it, and is the last to be looked at.
        folder.Ask("UPDATE section SET text = replace(text, '；', '。') WHERE reading > (SELECT min(reading) FROM section)");
        Assert.Equal((0, false, true), Told(TextSearch.For(many, "答复；Weibo", null, 1)));
        Assert.Equal((1, false, false), Told(TextSearch.For(many, "答复；Weibo", 2021, 1)));
        Assert.Throws<OperationCanceledException>(() => TextSearch.For(many, "答复；Weibo", null, 1, new CancellationToken(canceled: true)));

        static (int, bool, bool) Told(TextSearch found) => (found.Hits.Count, found.More, found.Cut);
    }

    TextSearch Search(string phrase)
    {
        using var store = Filled();
        return TextSearch.For(store, phrase, null, 1);
    }

    ReportStore Filled(int copies)
    {
        using (var store = Filled()) { }
        folder.Ask($"""
            CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {copies}) SELECT i FROM c;
            INSERT INTO report (id, agency, year, scope) SELECT id + i, agency, year + i, scope FROM report, n;
            CREATE TEMP TABLE more AS SELECT * FROM reading, n;
            UPDATE more SET id = id + i, report = report + i, url = url || i;
            ALTER TABLE more DROP COLUMN i;
            INSERT INTO reading SELECT * FROM more;
            INSERT INTO section (agency, reading, position, number, title, text) SELECT agency, reading + i, position, number, title, text FROM section, n;
            """);
        return folder.Open();
    }

    ReportStore Filled()
    {
        var store = folder.Open();
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 2));
        StoreFolder.Save(store, reading with { Report = reading.Report with { Sections = [new Section(1, "一、总体情况", Prose)] } }, "first");
        return store;
    }
}
