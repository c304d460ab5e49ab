using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Reports whose addresses go, move and come back.</summary>
public sealed class VanishedTests : IDisposable
{
    const string First = "http://a/2021.html", Second = "http://a/2022.html", Third = "http://a/2020.html";

    readonly StoreFolder folder = new();
    readonly ReportStore store;

    public VanishedTests()
    {
        store = folder.Open();
        store.SaveSource("s", ["东莞市金融工作局"], "http://a/", At(0));
        foreach (var (url, year) in new[] { (First, 2021), (Second, 2022), (Third, 2020) }) Save(url, year, url);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    void Save(string url, int year, string document, decimal value = 2, int day = 0, string? title = null, string source = "s")
    {
        store.SaveLink(source, url, $"{year}年", At(day));
        store.SaveReading(new NewReading
        {
            Source = source, Agencies = [source == "s" ? "东莞市金融工作局" : $"东莞市{source}局"], Url = url, ReaderVersion = "1", Reading = Readings.Of(year, "2021", ("requests.new|total", value)),
            Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), At = At(day), LinkTitle = title,
        });
    }

    // The night of a day begins at noon in Beijing.
    static DateTimeOffset At(int day, int hour = 23) => new DateTimeOffset(2022, 2, 1, hour, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    string Events => folder.Ask("SELECT kind || ' ' || year FROM report_event e JOIN report p ON p.id = e.report WHERE kind <> 'first_seen' ORDER BY e.id");

    string Vanished => folder.Ask("SELECT year || ' ' || vanished FROM report WHERE vanished IS NOT NULL");

    [Fact]
    public void GoneInTwoNightsIsVanishedAndComingBackLiftsIt()
    {
        store.SaveAbsences("s", new HashSet<string> { First }, At(0));
        store.SaveAbsences("s", new HashSet<string> { First }, At(1, hour: 3));
        Assert.Equal("", Events);
        store.SaveAbsences("s", new HashSet<string> { First }, At(1));
        store.SaveAbsences("s", new HashSet<string> { First }, At(2));
        Assert.Equal(("vanished 2021", "2021 2022-02-02"), (Events, Vanished));
        Assert.Equal("3", folder.Ask("SELECT count(*) FROM reading WHERE is_current = 1"));
        store.SavePresence(First, At(5));
        Assert.Equal(("vanished 2021|back 2021", ""), (Events, Vanished));
    }

    [Fact]
    public void ManyGoneAtOnceAreBelievedAfterAMonth()
    {
        var all = new HashSet<string> { First, Second, Third };
        for (var day = 0; day < 30; day++) Assert.Equal(new Absences(3, 0), store.SaveAbsences("s", all, At(day)));
        Assert.Equal(("", ""), (Events, Vanished));
        store.SavePresence(Third, At(30));
        Assert.Equal(new Absences(0, 2), store.SaveAbsences("s", new HashSet<string> { First, Second }, At(31)));
        Assert.Equal("vanished 2021|vanished 2022", string.Join('|', Events.Split('|').Order()));
    }

    [Fact]
    public void ManyThatWereAskedInSeveralNightsAreManyAllTheSame()
    {
        store.SaveAbsences("s", new HashSet<string> { First }, At(0));
        store.SaveAbsences("s", new HashSet<string> { Second }, At(1));
        store.SaveAbsences("s", new HashSet<string> { Third }, At(2));
        Assert.Equal(1, store.SaveAbsences("s", new HashSet<string> { First }, At(3)).InDoubt);
        Assert.Equal("", Vanished);
    }

    [Fact]
    public void ManyGoneOfAHostAreManyForEachOfItsUnits()
    {
        foreach (var unit in new[] { "t", "u", "v", "w" })
        {
            store.SaveSource(unit, [$"东莞市{unit}局"], "http://a/", At(0));
            Save($"http://a/{unit}.html", 2021, unit, source: unit);
        }
        // One of seven, and the report is gone; four of seven, and the site is in doubt.
        Gone("t", day: 1);
        Assert.Equal(new Absences(0, 1), Gone("t", day: 2));
        foreach (var unit in new[] { "u", "v", "w" }) Gone(unit, day: 3);
        store.SaveAbsences("s", new HashSet<string> { First }, At(3));
        foreach (var unit in new[] { "u", "v", "w" }) Assert.Equal(new Absences(1, 0), Gone(unit, day: 4));

        Absences Gone(string unit, int day) => store.SaveAbsences(unit, new HashSet<string> { $"http://a/{unit}.html" }, At(day));
    }

    [Fact]
    public void ManyThatAreGoneForAMonthAreGone()
    {
        var all = new HashSet<string> { First, Second, Third };
        store.SaveAbsences("s", all, At(0));
        store.SaveAbsences("s", all, At(30));
        Assert.Equal("", Vanished);
        Assert.Equal(new Absences(0, 3), store.SaveAbsences("s", all, At(31)));
        Assert.Equal(3, Vanished.Split('|').Length);
    }

    [Fact]
    public void OneNightIsAnAccident()
    {
        store.SaveAbsences("s", new HashSet<string> { First }, At(0));
        store.SavePresence(First, At(1));
        store.SaveAbsences("s", new HashSet<string> { First }, At(2));
        Assert.Equal(("", ""), (Events, Vanished));
    }

    [Fact]
    public void WhatAWholeListHoldsNoMoreIsVanishedUntilItIsListedAgain()
    {
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second, Third }, At(0)));
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second }, At(1)));
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second }, At(2, hour: 3)));
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second, Third }, At(2)));
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second }, At(3)));
        // Cut off for one night, whenever that is.
        Assert.Equal(("", ""), (Events, Vanished));
        Assert.True(store.SaveListing("s", new HashSet<string> { First, Second }, At(4)));
        Assert.Equal(("vanished 2020", "2020 2022-02-05"), (Events, Vanished));
        store.SaveListing("s", new HashSet<string> { First, Second, Third }, At(5));
        Assert.Equal(("vanished 2020|back 2020", ""), (Events, Vanished));
    }

    [Fact]
    public void AListThatLostMoreThanHalfIsBelievedInTheThirdNight()
    {
        var left = new HashSet<string> { First };
        Assert.False(store.SaveListing("s", left, At(1)));
        Assert.False(store.SaveListing("s", left, At(2)));
        Assert.Equal(("", ""), (Events, Vanished));
        Assert.True(store.SaveListing("s", left, At(3)));
        Assert.Equal("vanished 2020|vanished 2022", string.Join('|', Events.Split('|').Order()));
        Assert.True(store.SaveListing("s", left, At(4)));
    }

    [Fact]
    public void AReportAtAnotherAddressHasMoved()
    {
        string[] now = ["http://a/new/1", "http://a/new/2", "http://a/new/3"];
        Save(now[0], 2021, First, day: 1);
        Save(now[1], 2022, "a new template", day: 1);
        Save(now[2], 2020, Third, day: 1);
        Assert.True(store.SaveListing("s", now.ToHashSet(), At(1)));
        Assert.Equal(("copy 2021|copy 2022|copy 2020|moved 2020|moved 2021|moved 2022", ""),
            (string.Join('|', Events.Split('|')[..3].Concat(Events.Split('|')[3..].Order())), Vanished));
        Assert.Equal(3, folder.Ask("SELECT id FROM report").Split('|').Length);
        Assert.Equal(string.Join('|', now), folder.Ask("SELECT url FROM reading WHERE is_current = 1 ORDER BY url"));
    }

    [Fact]
    public void WhatLiesDeadOnAListGivesNoReportInPlaceOfOneThatLives()
    {
        string[] copies = ["http://a/same.html", "http://a/other.html"];
        Save(copies[0], 2021, First, day: 1);
        Save(copies[1], 2021, "copy", value: 3, day: 1);
        var (listed, none) = (new HashSet<string> { Second, Third, copies[0], copies[1] }, new HashSet<string>());
        store.SaveAbsences("s", copies.ToHashSet(), At(2));
        store.SaveListing("s", listed, At(2));
        Assert.DoesNotContain("moved", Events);
        Assert.Equal(First, Assert.Single(store.DueToVanish("s", listed, none, At(3))).Url);
        foreach (var copy in copies) store.SavePresence(copy, At(3));
        Assert.Empty(store.DueToVanish("s", listed, none, At(3)));
        Assert.Equal(First, Assert.Single(store.DueToVanish("s", listed, copies.ToHashSet(), At(3))).Url);
    }

    [Fact]
    public void WhatIsMissedIsKnownByAllThatItsListSaidOfIt()
    {
        Save("http://a/2019.html", 2019, "2019", title: "市财政局 2019年");
        var listed = new HashSet<string> { First, Second, Third };
        store.SaveListing("s", listed, At(1));
        Assert.Equal(("市财政局 2019年", 2019), Assert.Single(store.DueToVanish("s", listed, new HashSet<string>(), At(2))) is var missed ? (missed.Title, missed.Year) : default);
    }

    [Fact]
    public void AnAddressThatIsListedAgainIsBackHoweverMuchIsMissing()
    {
        store.SaveListing("s", new HashSet<string> { First, Second }, At(1));
        store.SaveListing("s", new HashSet<string> { First, Second }, At(2));
        Assert.Equal("vanished 2020", Events);
        Assert.False(store.SaveListing("s", new HashSet<string> { Third }, At(3)));
        Assert.Equal("vanished 2020|back 2020", Events);
    }

    [Fact]
    public void CopiesThatDifferAreSaidUntilOneIsTakenDown()
    {
        Save("http://a/copy.html", 2021, "copy", value: 3, day: 1);
        Assert.Equal("C-MULTI", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        store.SaveListing("s", new HashSet<string> { First, Second, Third }, At(2));
        store.SaveListing("s", new HashSet<string> { First, Second, Third }, At(3));
        Assert.Equal("", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        Assert.Equal(First, folder.Ask("SELECT url FROM reading JOIN report p ON p.id = report WHERE is_current = 1 AND year = 2021"));
        Assert.Equal("", Vanished);
    }

    [Fact]
    public void OneMoreAddressOfAReportIsSetBesideTheFirst()
    {
        Save("http://a/copy.html", 2021, "copy", value: 3, day: 1);
        Save("http://b/copy.html", 2021, "another copy", value: 5, day: 1);
        Assert.Equal($"{First}|{First}", folder.Ask("SELECT other FROM report_event WHERE kind = 'copy'"));
    }

    [Fact]
    public void AnAddressThatGoesBackToWhatItSaidBeforeIsAChangeToo()
    {
        Visit("one", 0);
        Save(First, 2021, "one", value: 4, day: 0);
        Visit("two", 1);
        Save(First, 2021, "two", value: 5, day: 1);
        Visit("one", 2);
        Assert.EndsWith("changed 2021|changed 2021", Events);
        Assert.Equal("4", folder.Ask("SELECT value FROM figure JOIN reading r ON r.id = reading JOIN report p ON p.id = r.report WHERE is_current = 1 AND year = 2021"));

        void Visit(string document, int day) => store.SaveVisit(new Visit
        {
            Url = First, Status = 200, Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), At = At(day),
        });
    }

    [Fact]
    public void AnAddressThatGivesTheNextYearsReportHasChangedNothing()
    {
        Save(First, 2023, "next year", value: 9, day: 300 - 280);
        Assert.Equal("first_seen|first_seen|first_seen|first_seen", folder.Ask("SELECT kind FROM report_event"));
        Assert.Equal("", folder.Ask("SELECT code FROM report_issue"));
    }

    void Gone(string url, int day, string source = "s")
    {
        store.SaveAbsences(source, new HashSet<string> { url }, At(day));
        store.SaveAbsences(source, new HashSet<string> { url }, At(day + 1));
    }

    [Fact]
    public void AVanishedReportIsBackAtWhateverAddressGivesIt()
    {
        Gone(First, day: 1);
        Assert.Equal(("vanished 2021", "2021 2022-02-03"), (Events, Vanished));
        Save("http://a/corrected.html", 2021, "corrected", value: 3, day: 3);
        Assert.Equal(("vanished 2021|copy 2021|back 2021", ""), (Events, Vanished));
        Assert.Equal("http://a/corrected.html", folder.Ask("SELECT url FROM report_event WHERE kind = 'back'"));
        Gone("http://a/corrected.html", day: 4);
        Assert.Equal("2021 2022-02-06", Vanished);
    }

    [Fact]
    public void AnAddressThatAnotherSourceFindsAgainIsBack()
    {
        Gone(First, day: 1);
        store.SavePresence(First, At(4));
        Assert.Equal(("vanished 2021|back 2021", ""), (Events, Vanished));
        Assert.Equal("", folder.Ask("SELECT url FROM link WHERE tombstone IS NOT NULL"));
    }

    [Fact]
    public void WhatVanishedStaysVanishedUnderTheAgencyWhoseItIs()
    {
        const string other = "http://b/2021.html";
        using var apart = new StoreFolder();
        using var its = apart.Open();
        its.SaveSource("t", ["东莞市财政局"], "http://b/", At(0));
        its.SaveLink("t", other, "2021年", At(0));
        its.SaveReading(new NewReading
        {
            Source = "t", Agencies = ["东莞市财政局"], Url = other, ReaderVersion = "1", Reading = Readings.Of(2021, "2021", ("requests.new|total", 2)),
            Sha256 = its.Originals.Keep("b"u8), At = At(0),
        });
        foreach (var day in new[] { 1, 2 }) its.SaveAbsences("t", new HashSet<string> { other }, At(day));
        its.SaveSource("t", ["东莞市财政局", "东莞市金融工作局"], "http://b/", At(6));
        Assert.Equal("东莞市金融工作局 2022-02-03", apart.Ask("SELECT g.name || ' ' || p.vanished FROM reading r JOIN report p ON p.id = r.report JOIN agency g ON g.id = r.agency"));
        Assert.Equal("1", apart.Ask("SELECT count(*) FROM report_event WHERE kind = 'vanished'"));
    }

    [Fact]
    public void ACollectionIsNotMovedWithOneOfItsReports()
    {
        const string all = "http://a/all.html", own = "http://a/own.html";
        Carry(all, (2018, "http://a/2018.pdf"), (2019, "http://a/2019.pdf"));
        Save(own, 2018, "http://a/2018.pdf");
        var left = new HashSet<string> { First, Second, Third, own };
        store.SaveListing("s", left, At(1));
        Assert.Equal(all, Assert.Single(store.DueToVanish("s", left, new HashSet<string>(), At(2))).Url);
        store.SaveListing("s", left, At(2));
        Assert.Equal(("replaced 2018|vanished 2019", "2019 2022-02-03"), (string.Join('|', Events.Split('|').TakeLast(2)), Vanished));
    }

    [Fact]
    public void ADocumentTakenOutOfAnArticleThatStandsIsAVanishedReportInTheSecondNight()
    {
        const string all = "http://a/all.html";
        string[] both = ["http://a/2018.pdf", "http://a/2019.pdf"];
        Carry(all, (2018, both[0]), (2019, both[1]));
        Night(2, both);
        Night(3, both[0]);
        Assert.Equal("", Vanished);
        Night(4, both);
        Night(5, both[0]);
        Assert.Equal("", Vanished);
        Night(6, both[0]);
        Assert.Equal(("vanished 2019", "2019 2022-02-06"), (Events, Vanished));
        Night(7, both);
        Assert.Equal(("vanished 2019|back 2019", ""), (Events, Vanished));

        void Night(int day, params string[] urls)
        {
            store.SaveCarried("s", all, urls, At(day));
            store.SaveDropped("s", all, At(day));
        }
    }

    [Fact]
    public void ADocumentReplacedByAnotherIsNoVanishedReport()
    {
        const string all = "http://a/all.html";
        Carry(all, (2018, "http://a/2018.pdf"));
        foreach (var day in new[] { 1, 2 })
        {
            store.SaveCarried("s", all, ["http://a/new.pdf"], At(day));
            Carry(all, (2018, "http://a/new.pdf"));
            store.SaveDropped("s", all, At(day));
        }
        Assert.DoesNotContain("vanished", Events);
    }

    void Carry(string article, params (int Year, string Url)[] documents)
    {
        store.SaveLink("s", article, "各年年报", At(0));
        foreach (var (year, url) in documents)
            store.SaveReading(new NewReading
            {
                Source = "s", Agencies = ["东莞市金融工作局"], Url = url, Article = article, ReaderVersion = "1", Reading = Readings.Of(year, "2021", ("requests.new|total", 2)),
                Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(url)), At = At(0),
            });
    }
}
