using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>By when a report was there, told from everything that was seen of it.</summary>
public sealed class ComplianceTests : IDisposable
{
    const string Agency = "某县财政局";

    // The deadline is 31 January 2024.
    static readonly DateTimeOffset InTime = new(2024, 1, 20, 3, 0, 0, TimeSpan.Zero), Late = new(2024, 2, 20, 3, 0, 0, TimeSpan.Zero), Now = new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero);

    readonly StoreFolder folder = new();
    readonly ReportStore store;

    public ComplianceTests()
    {
        store = folder.Open();
        store.SaveAgencies([new() { Code = "f", Kind = "department", Periods = [new AgencyPeriod { Name = Agency, Level = "county", Region = "321399" }] }], StoreFolder.Start);
        store.SaveSource("s", [Agency], "http://a/gknb/", StoreFolder.Start);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Only_the_lists_of_sources_that_speak_for_an_agency_show_that_its_report_is_missing()
    {
        PublicationState State() => Assert.Single(Compliance.Of(store, new ComplianceQuestion(2023), Now)).State;
        store.SaveCheck("s", 0, Late);
        Assert.Equal(PublicationState.Missing, State());
        store.SaveSource("s", ["某县教育局", "f"], "http://a/gknb/", Late);
        Assert.Equal(PublicationState.Missing, State());
        store.SaveSource("s", ["某县教育局"], "http://a/gknb/", Late);
        Assert.Equal(PublicationState.NotLooked, State());
    }

    [Theory]
    [InlineData("某县住建局(人防办)", "某县住建局（人防办）")]
    [InlineData("某县开发区管委会", "某县开发区管理委员会")]
    public void A_source_may_write_a_name_otherwise_than_the_registry(string registered, string named)
    {
        store.SaveAgencies([new() { Code = "g", Kind = "department", Periods = [new AgencyPeriod { Name = registered, Level = "county", Region = "321398" }] }], StoreFolder.Start);
        store.SaveSource("t", [named], "http://b/gknb/", StoreFolder.Start);
        store.SaveCheck("t", 0, Late);
        PublicationState State() => Assert.Single(Compliance.Of(store, new ComplianceQuestion(2023) { Agency = "g" }, Now)).State;
        Assert.Equal(PublicationState.Missing, State());

        // What a program of before entered is completed by the next run.
        folder.Ask("DELETE FROM source_agency WHERE source = 't'; INSERT INTO source_agency SELECT value, 't' FROM source, json_each(agencies) WHERE source.key = 't'");
        store.SaveSource("t", [named], "http://b/gknb/", StoreFolder.Start);
        Assert.Equal(PublicationState.Missing, State());

        store.SaveSource("t", ["某县教育局"], "http://b/gknb/", Late);
        Assert.Equal(PublicationState.NotLooked, State());
    }

    [Fact]
    public void A_report_that_came_in_time_and_was_corrected_later_at_another_address_is_in_time()
    {
        Give("http://a/1", 2023, 5, InTime);
        store.SaveCheck("s", 1, Late.AddDays(-5));
        Give("http://a/2", 2023, 6, Late);
        store.SaveListing("s", new HashSet<string> { "http://a/2" }, Late);
        store.SaveListing("s", new HashSet<string> { "http://a/2" }, Late.AddDays(1));
        Assert.Equal((PublicationState.OnTime, InTime, "http://a/2"), (Told().State, Told().FirstSeen, Told().Url));
    }

    [Fact]
    public void An_address_that_gives_another_report_each_year_gave_this_one_when_its_bytes_changed()
    {
        Give("http://a/", 2022, 5, InTime.AddYears(-1));
        store.SaveCheck("s", 1, Late.AddDays(-5));
        Give("http://a/", 2023, 6, Late);
        Assert.Equal((PublicationState.Late, Late), (Told().State, Told().FirstSeen));
    }

    [Fact]
    public void The_run_that_first_saw_a_report_does_not_prove_that_it_was_not_there()
    {
        Give("http://a/", 2022, 5, InTime.AddYears(-1));
        var run = RunLog.Begin(store, Late);
        store.SaveCheck("s", 1, Late.AddMinutes(1));
        Give("http://a/", 2023, 6, Late.AddMinutes(2));
        RunLog.End(store, run, Late.AddMinutes(3), new Dictionary<string, int>());
        Assert.Null(Told().AbsentAt);
    }

    [Fact]
    public void A_report_whose_list_names_its_year_in_a_folder_is_not_missing_while_nobody_could_read_it()
    {
        store.SaveLink("s", "http://a/2023/1", Agency, InTime, 2023);
        store.SaveCheck("s", 1, Late);
        Assert.Equal(PublicationState.InDoubt, Told().State);
        store.SaveLink("s", "http://a/2023/1", Agency, Late, 2022);
        Assert.Equal(PublicationState.Missing, Told().State);
    }

    [Fact]
    public void Lists_that_never_held_a_report_do_not_make_it_late()
    {
        // Its own column, which has had the report since January, is known only later.
        store.SaveCheck("s", 4, Late);
        store.SaveSource("t", [Agency], "http://b/", Now.AddDays(9));
        store.SaveLink("t", "http://b/1", "2023年度报告", Now.AddDays(9));
        Save("http://b/1", 2023, 5, Now.AddDays(9), source: "t", dated: new(2024, 1, 20));
        Assert.Equal((PublicationState.OnTime, null), (Told().State, Told().AbsentAt));
        // Another that is known later still takes nothing from what was seen.
        store.SaveCheck("t", 0, Late);
        store.SaveSource("u", [Agency], "http://c/", Now.AddDays(20));
        store.SaveLink("u", "http://c/1", "2023年度报告", Now.AddDays(20));
        Save("http://c/1", 2023, 5, Now.AddDays(20), source: "u", dated: new(2024, 1, 20));
        Assert.Equal((PublicationState.Late, Late), (Told().State, Told().AbsentAt));
    }

    [Theory]
    [InlineData("whole", PublicationState.Missing)]
    [InlineData("doubted", PublicationState.InDoubt)]
    [InlineData("unreached", PublicationState.Unreachable)]
    [InlineData("put off", PublicationState.NotLooked)]
    [InlineData("left out", PublicationState.Missing)]
    public void A_report_is_missing_only_where_every_list_that_is_asked_for_it_shows_it(string other, PublicationState state)
    {
        store.SaveSource("t", [Agency], "http://b/", StoreFolder.Start);
        store.SaveCheck("t", 1, other == "left out" ? Late.AddDays(-40) : InTime);
        store.SaveCheck("s", 0, Late);
        if (other is "whole" or "doubted" or "unreached") store.SaveCheck("t", other == "unreached" ? null : 1, Late.AddDays(-1), other == "doubted");
        if (other == "put off") RunLog.EndSource(store, RunLog.Begin(store, Late), "t", Late, new Dictionary<string, int> { ["sources_put_off"] = 1 });
        Assert.Equal(state, Told().State);
        // Of several that show it, all showed it then.
        if (state == PublicationState.Missing) Assert.Equal(other == "whole" ? Late.AddDays(-1) : Late, Told().AbsentAt);
    }

    [Theory]
    [InlineData(FilingObjection.Undecided)]
    [InlineData(FilingObjection.Conflict)]
    [InlineData(FilingObjection.Unregistered)]
    public void A_report_of_which_nobody_can_tell_whose_it_is_may_be_that_of_whoever_has_none(string code)
    {
        SaveOther("http://a/1", "http://a/1", code == FilingObjection.Conflict ? "某县教育局2023年度报告" : "2023年度报告", code == FilingObjection.Undecided ? null : code == FilingObjection.Conflict ? Agency : "某县国库管理局");
        store.SaveCheck("s", 1, Late);
        Assert.Equal(code, folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        Assert.All(Compliance.Of(store, new ComplianceQuestion(2023), Now), owed => Assert.Equal(PublicationState.InDoubt, owed.State));
        Assert.All(Compliance.Of(store, new ComplianceQuestion(2022), Now), owed => Assert.Equal(PublicationState.Missing, owed.State));
    }

    [Fact]
    public void What_a_list_names_without_a_year_and_nobody_could_read_may_be_on_any_year_before()
    {
        const string title = "政府信息公开年度报告";
        store.SaveLink("s", "http://a/1", title, Late.AddDays(-5));
        store.SaveCheck("s", 1, Late);
        Assert.Equal(PublicationState.InDoubt, Told().State);
        Save("http://a/1", Readings.Failed, Late, title: title);
        Assert.Equal(PublicationState.InDoubt, Told().State);
        store.SaveCheck("s", 1, Late.AddYears(1));
        Assert.Equal(PublicationState.Missing, Assert.Single(Compliance.Of(store, new ComplianceQuestion(2024), Now.AddYears(1))).State);
        Save("http://a/1", 2022, 5, Late.AddDays(1));
        Assert.Equal(PublicationState.Missing, Told().State);
    }

    [Fact]
    public void What_a_list_dates_before_the_end_of_a_year_is_no_report_on_it()
    {
        store.SaveLink("s", "http://a/1", "政府信息公开年度报告", Late.AddDays(-5));
        store.SaveCheck("s", 1, Late);
        Assert.Equal(PublicationState.InDoubt, Told().State);
        store.SaveLink("s", "http://a/1", "政府信息公开年度报告", Late, listed: new(2010, 3, 15));
        Assert.Equal(PublicationState.Missing, Told().State);
    }

    [Fact]
    public void A_collection_of_which_not_all_could_be_had_may_hold_the_report_of_whoever_has_none()
    {
        SaveOther("http://a/2023", "http://a/e.pdf", "2023年度报告汇总", "某县教育局");
        store.SaveCheck("s", 1, Late);
        Assert.Equal(PublicationState.Missing, StateOf("f"));
        store.SaveMissed("s", "http://a/2023", 3);
        Assert.Equal((PublicationState.InDoubt, PublicationState.OnTime), (StateOf("f"), StateOf("e")));
        store.SaveMissed("s", "http://a/2023", 0);
        Assert.Equal(PublicationState.Missing, StateOf("f"));
    }

    // Of all nights there ever were, those are looked at that tell.
    [Fact]
    public void The_looks_that_tell_are_found_by_their_source_and_time()
    {
        var plans = new[] { Looks.Whole, Looks.Others }.Select(sql => folder.Ask("EXPLAIN QUERY PLAN " + sql.Replace("@source", "'s'").Replace("@before", "'2024'").Replace("@absent", "'2024'"), column: 3)).ToList();
        Assert.All(plans, plan => Assert.DoesNotContain("SCAN source_check", plan));
        Assert.All(plans, plan => Assert.DoesNotContain("TEMP B-TREE", plan));
    }

    [Fact]
    public void A_report_that_its_list_gives_for_another_year_is_in_doubt_and_stands_behind_the_others()
    {
        Give("http://a/2022", 2022, 5, InTime.AddYears(-1));
        store.SaveLink("s", "http://a/2023", "2023年度报告", InTime, 2023);
        var old = Readings.Of(2022, "2021", ("requests.new|total", 7), ("requests.closed|total", 7));
        store.SaveVisit(new Visit { Url = "http://a/2023", Status = 200, Sha256 = Keep("http://a/2023", 0, 0), At = InTime });
        Save("http://a/2023", old with { Report = old.Report with { Agency = Agency } }, InTime, title: "2023年度报告");
        store.SaveCheck("s", 2, Late);
        Assert.Equal(PublicationState.InDoubt, Told().State);
        Assert.Contains("YEAR-OTHER", Problems.Of(store, new ProblemQuestion()).Select(p => p.Code));
        Assert.Equal("http://a/2022", folder.Ask("SELECT url FROM reading WHERE is_current = 1"));
        // The list puts its title right.
        store.SaveLink("s", "http://a/2023", "2022年度报告（2023年1月）", Late, 2022);
        store.SaveListed("s", "http://a/2023", "2022年度报告（2023年1月）", Late);
        Assert.DoesNotContain("YEAR-OTHER", Problems.Of(store, new ProblemQuestion()).Select(p => p.Code));
        Assert.Equal("http://a/2023", folder.Ask("SELECT url FROM reading WHERE is_current = 1"));
    }

    [Fact]
    public void What_an_address_gave_for_last_year_is_not_held_against_the_title_under_which_it_is_listed_now()
    {
        const string article = "http://a/1";
        store.SaveLink("s", article, "2022年度报告", InTime.AddYears(-1), 2022);
        SaveFile(2022, "http://a/a.pdf", InTime.AddYears(-1));
        store.SaveLink("s", article, "2023年度报告", Late.AddDays(-1), 2023);
        // Nobody knows yet what it gives now.
        store.SaveCheck("s", 1, Late.AddDays(-1));
        Assert.Equal(PublicationState.InDoubt, Told().State);
        store.SaveCarried("s", article, ["http://a/b.pdf"], Late);
        store.SaveListed("s", article, "2023年度报告", Late);
        SaveFile(2023, "http://a/b.pdf", Late);
        Assert.DoesNotContain("YEAR-OTHER", Problems.Of(store, new ProblemQuestion()).Select(p => p.Code));
        Assert.Equal("2022年度报告|2023年度报告", folder.Ask("SELECT link_title FROM reading ORDER BY id"));

        void SaveFile(int year, string url, DateTimeOffset at)
        {
            var reading = Readings.Of(year, "2021", ("requests.new|total", 5));
            store.SaveReading(new NewReading
            {
                LinkTitle = $"{year}年度报告", Source = "s", Agencies = [Agency], Url = url, Article = article, Sha256 = Keep(url, year, 5), ReaderVersion = "1", At = at,
                Reading = reading with { Report = reading.Report with { Agency = Agency } },
            });
        }
    }

    [Fact]
    public void A_file_that_a_person_brought_beside_it_takes_nothing_from_what_was_seen()
    {
        Give("http://a/1", 2023, 5, InTime);
        Save("file:///b.docx", 2023, 5, Late, imported: true, more: ("requests.carried_in|total", 0));
        Assert.Equal((PublicationState.OnTime, InTime), (Told().State, Told().FirstSeen));
    }

    [Fact]
    public void What_a_person_brought_one_after_the_other_is_no_change_after_publication()
    {
        Save("import:///f.html", 2023, 5, InTime, imported: true);
        Save("import:///f.html", 2023, 6, Late, imported: true);
        Assert.Empty(Problems.Of(store, new ProblemQuestion { Severity = Severity.Info }));
        Give("http://a/1", 2023, 7, Late);
        var told = Assert.Single(Problems.Of(store, new ProblemQuestion()));
        Assert.Equal(("C-MULTI", Fault.Unknown), (told.Code, told.Fault));
        Assert.StartsWith("人工导入的文件与另一文件数字不同", told.Evidence);
    }

    [Fact]
    public void What_may_be_another_agencys_accuses_nobody()
    {
        store.SaveAgencies([new() { Code = "e", Kind = "department", Periods = [new AgencyPeriod { Name = "某县教育局" }] }], StoreFolder.Start);
        var wrong = Readings.Of(2023, "2021", ("requests.new|total", 5)) with { Issues = [new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = "1 ≠ 2" }] };
        Save("http://a/9", wrong with { Report = wrong.Report with { Agency = "某县教育局" } }, InTime);
        Assert.Equal("AGENCY-OTHER", Assert.Single(Problems.Of(store, new ProblemQuestion())).Code);
        store.SaveSource("s", [Agency, "某县教育局"], "http://a/gknb/", Now);
        Assert.Equal(("T3-ROW", "某县教育局"), Problems.Of(store, new ProblemQuestion()).Select(p => (p.Code, p.Agency)).Single());
    }

    [Fact]
    public void A_report_under_a_name_that_nobody_bears_is_in_doubt_until_somebody_says_whose_it_is()
    {
        store.SaveCheck("s", 1, Late.AddDays(-5));
        store.SaveLink("s", "http://a/1", "2023年度报告", InTime);
        var strange = Readings.Of(2023, "2021", ("requests.new|total", 60), ("requests.closed|total", 60), ("requests.granted|total", 30), ("requests.partly_granted|total", 0));
        Save("http://a/1", strange with { Report = strange.Report with { Agency = "某县国库管理局" } }, InTime);

        Assert.Equal((PublicationState.InDoubt, "某县国库管理局", "http://a/1"), (Told().State, Told().Stranger, Told().Url));
        Assert.Equal("某县国库管理局", MissingReports.On(store, 2023, [Agency])[Agency]);
        Assert.Equal(0, Answered());
        Assert.Equal((60, null), Received());

        AgencyPeriod[] both = [new() { Name = Agency, Level = "county", Region = "321399", Until = new(2022, 12, 31) }, new() { Name = "某县国库管理局", Level = "county", Region = "321399", Since = new(2023, 1, 1) }];
        store.SaveAgencies([new() { Code = "f", Kind = "department", Periods = both }], Now);
        Assert.Equal((PublicationState.OnTime, null), (Told().State, Told().Stranger));
        Assert.Empty(MissingReports.On(store, 2023, [Agency]));
        Assert.Equal(1, Answered());
        Assert.Equal((60, 1), Received());
    }

    [Fact]
    public void The_share_published_is_of_those_of_whom_it_is_known()
    {
        PublicationState[] states = [PublicationState.OnTime, PublicationState.Late, PublicationState.Missing, PublicationState.NotLooked, PublicationState.Unreachable, PublicationState.InDoubt, PublicationState.Awaited, PublicationState.Ceased];
        var line = Assert.Single(Compliance.Count([.. states.Select((state, i) => new Obligation { Code = $"{i}", State = state })], 4));
        Assert.Equal((8, 6, 3, 2, 0.6667m), (line.Owed, line.Due, line.Known, line.Present, line.Published));
        Assert.Null(Compliance.Count([new Obligation { State = PublicationState.NotLooked }], 4).Single().Published);
    }

    [Fact]
    public void An_agency_a_report_and_its_documents_were_first_seen_when_compliance_says()
    {
        store.SaveLink("s", "http://a/1", "2023年度报告", InTime);
        Save("http://a/1", 2023, 5, Late);
        Save("import:///f.html", 2022, 5, Late, imported: true);
        var agency = AgencyReports.Of(store, AgencyList.Find(store, Agency, 2023)!.Value)!;
        var documents = ReportSheet.Of(store, agency.Id, 2023, "own")!.Documents;

        Assert.Equal(InTime, Told().FirstSeen);
        Assert.Equal([InTime, null], agency.Reports.Select(report => report.FirstSeen));
        Assert.Equal(InTime, Assert.Single(documents).FirstSeen);
        Assert.Null(Assert.Single(ReportSheet.Of(store, agency.Id, 2022, "own")!.Documents).FirstSeen);
    }

    PublicationState StateOf(string code) => Compliance.Of(store, new ComplianceQuestion(2023), Now).Single(owed => owed.Code == code).State;

    // Of a source that speaks for two.
    void SaveOther(string article, string url, string title, string? printed)
    {
        store.SaveAgencies([new() { Code = "e", Kind = "department", Periods = [new AgencyPeriod { Name = "某县教育局", Level = "county", Region = "321399" }] }], StoreFolder.Start);
        store.SaveSource("s", [Agency, "某县教育局"], "http://a/gknb/", StoreFolder.Start);
        store.SaveLink("s", article, title, InTime, 2023);
        var reading = Readings.Of(2023, "2021", ("requests.new|total", 5));
        store.SaveReading(new NewReading
        {
            LinkTitle = title, Source = "s", Agencies = [Agency, "某县教育局"], Url = url, Article = article, Sha256 = Keep(url, 0, 0), ReaderVersion = "1", At = InTime,
            Reading = reading with { Report = reading.Report with { Agency = printed } },
        });
    }

    int Answered() => Coverage.Of(store, "3213").Cells.Single(c => c.Year == 2023).Answered;

    (decimal?, int?) Received() => Comparison.Ask(store, new ComparisonQuestion { Figures = [new("requests.new", "total")], Years = [2023] }).Figures.Select(f => (f.Value, f.Rank)).Single();

    Obligation Told() => Assert.Single(Compliance.Of(store, new ComplianceQuestion(2023), Now));

    void Give(string url, int year, int received, DateTimeOffset at)
    {
        store.SaveLink("s", url, $"{year}年度报告", at);
        var sha256 = Keep(url, year, received);
        store.SaveVisit(new Visit { Url = url, Status = 200, Sha256 = sha256, At = at });
        Save(url, year, received, at);
    }

    void Save(string url, int year, int received, DateTimeOffset at, bool imported = false, string? title = null, string source = "s", DateOnly? dated = null, params (string, decimal?)[] more)
    {
        var reading = Readings.Of(year, "2021", [("requests.new|total", received), .. more]);
        Save(url, reading with { Report = reading.Report with { Agency = Agency, Dated = dated } }, at, Keep(url, year, received), imported, title, source);
    }

    void Save(string url, Reading reading, DateTimeOffset at, string? sha256 = null, bool imported = false, string? title = null, string source = "s") => store.SaveReading(new NewReading
    {
        LinkTitle = title, Source = source, Agencies = [Agency], Url = url, Article = url, Sha256 = sha256 ?? Keep(url, 0, 0), ReaderVersion = "1", At = at, Reading = reading, Imported = imported,
    });

    string Keep(string url, int year, int received) => store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"{url} {year} {received}"));
}
