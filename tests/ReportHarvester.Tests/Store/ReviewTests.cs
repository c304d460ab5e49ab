using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Problems between years, what persons decide on them, and figures that they put right.</summary>
public sealed class ReviewTests : IDisposable
{
    static readonly DateTimeOffset Night = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    readonly string folder = Directory.CreateTempSubdirectory("reviews").FullName;
    readonly ReportStore store;

    public ReviewTests() => store = ReportStore.Open(folder);

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_stock_that_breaks_is_found_with_both_years_and_a_decision_on_it_survives_reading_again()
    {
        Save(2022, "a", 698, 0, 0);
        Save(2023, "b", 470, 77, 132);
        Assert.Equal(1, store.CompareReports(Night));
        Assert.Equal(0, store.CompareReports(Night));
        var problem = Assert.Single(Open());
        Assert.Equal(("T2-STOCK", Severity.Warning, Fault.Unknown, 2023, "2"), (problem.Code, problem.Severity, problem.Fault, problem.Year, problem.Table));
        Assert.Equal("行政规范性文件：698（2022年现行有效）+77-132=643 ≠ 470（2023年现行有效）", problem.Evidence);

        store.SaveReview(problem.Id, Decision.Explained, "张三", "集中清理时宣布失效", Night);
        Assert.Empty(Open());
        Save(2023, "b", 470, 77, 132, reader: "9.9");
        store.CompareReports(Night.AddDays(1));
        Assert.Empty(Open());
        Assert.Equal(("张三", Decision.Explained, false), Open(settled: true).Select(p => (p.Review!.Reviewer, p.Review.Decision, p.Review.Superseded)).Single());

        Save(2023, "c", 480, 77, 132);
        store.CompareReports(Night.AddDays(2));
        Assert.True(Assert.Single(Open(), p => p.Code == "T2-STOCK").Review!.Superseded);
    }

    [Fact]
    public void Of_the_agencies_that_are_not_asked_for_no_decision_is_read()
    {
        Save(2022, "a", 698, 0, 0);
        Save(2023, "b", 470, 77, 132);
        Save("别局", Readings.Of(2023, "2021"), "c", "http://b/2023");
        store.CompareReports(Night);
        store.SaveReview(Assert.Single(Open()).Id, Decision.Explained, "张三", "集中清理时宣布失效", Night);
        // Reading it would fail.
        Execute("""
            INSERT INTO review (agency, report, code, subject, evidence, decision, reviewer, at, reason)
            SELECT agency, id, 'T2-STOCK', '2', '…', 'explained', '李四', 'no time', '…' FROM report WHERE agency = (SELECT id FROM agency WHERE name = '别局')
            """);
        Assert.Equal(Decision.Explained, Assert.Single(Problems.Of(store, new ProblemQuestion { Agency = "某局", Settled = true })).Review!.Decision);
    }

    [Fact]
    public void What_holds_again_is_no_problem_any_more()
    {
        Save(2022, "a", 698, 0, 0);
        Save(2023, "b", 470, 77, 132);
        store.CompareReports(Night);
        Save(2023, "c", 643, 77, 132);
        store.CompareReports(Night.AddDays(1));
        Assert.DoesNotContain(Open(), p => p.Code == "T2-STOCK");
        Assert.Contains(ReportHistory.Of(store, null, 2023), line => line is { What: "T2-STOCK", Settled: not null });
    }

    [Fact]
    public void What_rules_of_an_older_build_found_is_gone_through_again()
    {
        Save(2022, "a", 698, 0, 0);
        Save(2023, "b", 643, 77, 132);
        store.CompareReports(Night);
        Execute("""
            INSERT INTO report_issue (agency, report, code, subject, severity, fault, message, evidence, found)
            SELECT agency, id, 'T2-STOCK', 'rules', 'warning', 'unknown', 'what a mended rule finds no more', '{}', '2026-01-01' FROM report WHERE year = 2023
            """);
        store.CompareReports(Night);
        Assert.Single(Open());
        Execute("UPDATE year_check SET rules = 'older'");
        store.CompareReports(Night);
        Assert.Empty(Open());
    }

    [Fact]
    public void A_merger_known_to_the_registry_excuses_what_was_carried_in()
    {
        Carried(2022, "a", carriedIn: 0, carriedOut: 3);
        Carried(2023, "b", carriedIn: 8, carriedOut: 0);
        store.CompareReports(Night);
        var problem = Assert.Single(Open());
        Assert.Equal(("T3-CARRY-YOY", Severity.Error), (problem.Code, problem.Severity));
        Assert.Equal("2022年结转下年度 3 ≠ 2023年上年结转 8", problem.Evidence);
        store.SaveAgencies([Registered("f", "某局", null), Registered("g", "某办", new DateOnly(2023, 3, 1))], Night);
        store.CompareReports(Night);
        Assert.Equal((Severity.Warning, "2022年结转下年度 3 ≠ 2023年上年结转 8（其间：2023-03-01 某办并入某局）"), (Assert.Single(Open()).Severity, Open()[0].Evidence));
    }

    [Fact]
    public void A_report_is_told_of_under_the_name_of_its_year_and_what_happened_in_words()
    {
        Carried(2022, "a", carriedIn: 0, carriedOut: 3);
        Carried(2023, "b", carriedIn: 8, carriedOut: 0);
        store.SaveAgencies([new RegisteredAgency { Code = "f", Kind = "department", Periods = [new AgencyPeriod { Name = "某局", Until = new(2023, 6, 1), End = "renamed" }, new AgencyPeriod { Name = "某部", Since = new(2023, 6, 2), Until = new(2024, 6, 1), End = "renamed" }, new AgencyPeriod { Name = "某委", Since = new(2024, 6, 2) }] }], Night);
        store.CompareReports(Night);
        var told = Assert.Single(Open());
        Assert.Equal(("某部", "2022年结转下年度 3 ≠ 2023年上年结转 8（其间：2023-06-01 某局更名为某部）"), (told.Agency, told.Evidence));
    }

    [Fact]
    public void A_decision_on_a_sentence_falls_when_the_sentence_is_another_though_the_figures_are_the_same()
    {
        Save("某局", Grown(2022, 100), "a", "http://a/2022");
        Save("某局", Grown(2023, 110, "12"), "b", "http://a/2023");
        store.CompareReports(Night);
        store.SaveReview(Assert.Single(Open(), p => p.Code == "N-RATE").Id, Decision.Dismissed, "张三", "口径不同", Night);
        Assert.DoesNotContain(Open(), p => p.Code == "N-RATE");
        Save("某局", Grown(2023, 110, "15"), "c", "http://a/2023");
        store.CompareReports(Night.AddDays(1));
        Assert.True(Assert.Single(Open(), p => p.Code == "N-RATE").Review!.Superseded);
        // Two sentences that do not follow are two problems, and stop nothing.
        Save("某局", Grown(2023, 110, "15", "16"), "d", "http://a/2023");
        store.CompareReports(Night.AddDays(2));
        Assert.Equal(2, Open().Count(p => p.Code == "N-RATE"));
    }

    [Theory]
    [InlineData(5, true, Fault.Publisher)]
    [InlineData(5, false, Fault.Unknown)]
    [InlineData(null, false, Fault.Unknown)]
    public void A_growth_is_nobodys_fault_while_what_was_carried_in_the_year_before_is_not_known(int? carriedIn, bool proven, Fault fault)
    {
        static Reading Proven(Reading reading, params IEnumerable<Figure> more) =>
            reading with { Report = reading.Report with { Figures = [.. reading.Report.Figures.Select(f => f with { Proven = true }), .. more] } };
        Save("某局", Proven(Grown(2022, 100), carriedIn is { } carried ? [Readings.Figure("requests.carried_in|total", "2021", carried, 1) with { Proven = proven }] : []), "a", "http://a/2022");
        Save("某局", Proven(Grown(2023, 110, "12")), "b", "http://a/2023");
        store.CompareReports(Night);
        Assert.Equal(fault, Assert.Single(Open(), p => p.Code == "N-RATE").Fault);
    }

    [Fact]
    public void What_persons_decided_and_put_right_goes_with_the_report_to_the_agency_whose_it_is()
    {
        store.SaveAgencies([Registered("g", "某金融局", null)], Night);
        Save("某金融办", Readings.Of(2022, "2021", ("normative_documents.in_force", 5)), "a", "http://a/2022");
        Save("某金融办", Readings.Of(2023, "2021", ("normative_documents.issued", 2), ("normative_documents.repealed", 0), ("normative_documents.in_force", 9)), "b", "http://a/2023");
        store.CompareReports(Night);
        store.SaveReview(Assert.Single(Open(), p => p.Code == "T2-STOCK").Id, Decision.Explained, "张三", "并入文件", Night);
        store.SaveCorrection(new Correction("某金融办", 2023, new("normative_documents.in_force"), 7, "文件库", "李四", "误填"), Night);

        var renamed = new RegisteredAgency { Code = "g", Kind = "department", Periods = [new AgencyPeriod { Name = "某金融办", Until = new(2024, 1, 1), End = "renamed" }, new AgencyPeriod { Name = "某金融局", Since = new(2024, 1, 2) }] };
        Assert.Equal(2, store.SaveAgencies([renamed], Night.AddDays(1)));
        store.CompareReports(Night.AddDays(1));
        var decided = Assert.Single(Open(settled: true), p => p.Code == "T2-STOCK");
        Assert.Equal(("g", Decision.Explained, false), (decided.AgencyCode, decided.Review!.Decision, decided.Review.Superseded));
        Assert.Equal((7m, "9", true), Compared());
    }

    [Fact]
    public void A_report_that_was_corrected_after_it_was_published_may_be_followed_as_it_was()
    {
        Carried(2022, "a", carriedIn: 0, carriedOut: 3);
        Carried(2023, "b", carriedIn: 3, carriedOut: 0);
        store.CompareReports(Night);
        Assert.Empty(Open());
        Carried(2022, "c", carriedIn: 0, carriedOut: 4);
        store.CompareReports(Night.AddDays(1));
        var told = Assert.Single(Open(), p => p.Code == "T3-CARRY-YOY");
        Assert.Equal((Severity.Warning, "2022年结转下年度 4 ≠ 2023年上年结转 3（其间：2022年度报告公布后改动）"), (told.Severity, told.Evidence));
    }

    [Fact]
    public void A_date_or_a_text_that_is_another_after_publication_is_worth_knowing()
    {
        var report = Readings.Of(2023, "2021", ("normative_documents.in_force", 5));
        Reading With(DateOnly dated, string text) => report with { Report = report.Report with { Agency = "某局", Dated = dated, Sections = [new Section(5, "五、", text)] } };
        Save("某局", With(new(2024, 2, 3), "仍有不足。"), "a", "http://a/2023");
        Save("某局", With(new(2024, 1, 30), "仍有 不足。"), "b", "http://a/2023");
        IReadOnlyList<Problem> Changes() => [.. Problems.Of(store, new ProblemQuestion { Code = "C-CHANGED", Severity = Severity.Info })];
        Assert.Equal((Severity.Info, "公布之后有改动：落款日期 2024-02-03 / 2024-01-30（http://a/2023）"), (Assert.Single(Changes()).Severity, Changes()[0].Evidence));
        Save("某局", With(new(2024, 1, 30), "没有不足。"), "c", "http://a/2023");
        Assert.Contains(Changes(), p => p.Evidence.Contains("第5部分文字", StringComparison.Ordinal));
    }

    [Fact]
    public void A_region_is_held_against_its_units_again_whenever_one_of_them_is_read_anew()
    {
        store.SaveAgencies([Governed("g", "青屏县人民政府", "government", null), Governed("o", "青屏县人民政府办公室", "office", "g"), Governed("f", "青屏县财政局", "department", "g")], Night);
        var whole = Readings.Of(2023, "2021", ("requests.new|total", 12));
        Save("青屏县人民政府", whole with { Report = whole.Report with { Scope = Scope.Aggregate } }, "g", "http://a/g");
        Save("青屏县人民政府办公室", Readings.Of(2023, "2021", ("requests.new|total", 4)), "o", "http://a/o");
        store.CompareReports(Night);
        IReadOnlyList<Problem> Sums() => [.. Problems.Of(store, new ProblemQuestion { Code = "H-SUM", Severity = Severity.Info })];
        Assert.Empty(Sums());
        Save("青屏县财政局", Readings.Of(2023, "2021", ("requests.new|total", 7)), "f", "http://a/f");
        store.CompareReports(Night.AddDays(1));
        Assert.Equal("新收申请：全部2个单位 青屏县人民政府办公室4+青屏县财政局7=11 ≠ 12", Assert.Single(Sums()).Evidence);
        Assert.Equal(0, store.CompareReports(Night.AddDays(1)));
        Save("青屏县财政局", Readings.Of(2023, "2021", ("requests.new|total", 8)), "f2", "http://a/f");
        store.CompareReports(Night.AddDays(2));
        Assert.Empty(Sums());
    }

    [Fact]
    public void Of_two_reports_on_the_year_before_the_one_of_the_same_kind_is_compared_every_time()
    {
        Brought("own", 2022, Scope.Own, ("requests.carried_out|total", 3));
        Brought("unknown", 2022, Scope.Unknown, ("requests.carried_out|total", 4));
        Brought("now", 2023, Scope.Own, ("requests.carried_in|total", 3));
        store.CompareReports(Night);
        Assert.Empty(YearChecks.AllDue(store.Connection, Derived.Build));
        Assert.Empty(Open());
    }

    [Fact]
    public void A_report_that_may_be_anothers_is_followed_by_no_error_of_the_agencys()
    {
        Carried(2022, "a", carriedIn: 0, carriedOut: 3);
        Brought("strange", 2023, Scope.Own, "某国库局", "1", ("requests.carried_in|total", 8));
        store.CompareReports(Night);
        (Severity, Fault) Carry() => Open().Where(p => p.Code == "T3-CARRY-YOY").Select(p => (p.Severity, p.Fault)).Single();
        Assert.Equal((Severity.Warning, Fault.Unknown), Carry());
        Execute("UPDATE report_issue SET settled = '2026-02-01' WHERE code = 'AGENCY-UNREGISTERED'");
        store.CompareReports(Night);
        Assert.Equal(Severity.Error, Carry().Item1);
        Assert.Empty(YearChecks.AllDue(store.Connection, Derived.Build));
    }

    [Fact]
    public void Two_reports_that_turn_out_to_be_one_have_a_fact_of_both_once()
    {
        store.SaveAgencies([Registered("g", "某金融局", null)], Night);
        foreach (var (agency, count) in new[] { ("某金融办", 9), ("某金融局", 8) })
        {
            Save(agency, Readings.Of(2022, "2021", ("normative_documents.in_force", 5)), "a", $"http://{agency}/2022");
            Save(agency, Readings.Of(2023, "2021", ("normative_documents.issued", 2), ("normative_documents.repealed", 0), ("normative_documents.in_force", count)), "b", $"http://{agency}/2023");
        }
        store.CompareReports(Night);
        Assert.Equal(2, Open().Count(p => p.Code == "T2-STOCK"));
        var renamed = new RegisteredAgency { Code = "g", Kind = "department", Periods = [new AgencyPeriod { Name = "某金融办", Until = new(2024, 1, 1), End = "renamed" }, new AgencyPeriod { Name = "某金融局", Since = new(2024, 1, 2) }] };
        Assert.Equal(2, store.SaveAgencies([renamed], Night.AddDays(1)));
        store.CompareReports(Night.AddDays(1));
        Assert.Equal("g", Assert.Single(Open(), p => p.Code == "T2-STOCK").AgencyCode);
        Assert.Contains(ReportHistory.Of(store, null, 2023), line => line is { What: "T2-STOCK", Settled: not null });
    }

    [Theory]
    [InlineData("1", false, Fault.Publisher)]
    [InlineData("1", true, Fault.Unknown)]
    [InlineData("2", false, Fault.Unknown)]
    public void Copies_that_differ_in_what_reading_doubts_or_another_reader_read_are_nobodys_fault(string reader, bool doubted, Fault fault)
    {
        Brought("a", 2023, Scope.Own, "某局", "1", ("normative_documents.in_force", 5), ("requests.new|total", 7));
        Brought("b", 2023, Scope.Own, "某局", reader, [new Issue
        {
            Code = "ROW-DOUBTFUL", Severity = Severity.Warning, Fault = Fault.Reading, Message = "…", Figures = [doubted ? new("normative_documents.in_force") : new("requests.new", "total")],
        }], ("normative_documents.in_force", 6), ("requests.new|total", 7));
        Assert.Equal(fault, Assert.Single(Open(), p => p.Code == "C-MULTI").Fault);
    }

    [Fact]
    public void Fees_are_compared_in_the_units_in_which_they_are_printed()
    {
        void Fees(int year, decimal fees, string? unit)
        {
            var reading = Readings.Of(year, "2021", ("fees.collected", fees));
            Save("某局", reading with { Report = reading.Report with { Figures = [reading.Report.Figures[0] with { Unit = unit }] } }, $"{fees}", $"http://a/{year}");
        }
        Fees(2022, 251000, "元");
        Fees(2023, 26.3m, "万元");
        store.CompareReports(Night);
        Assert.DoesNotContain(Open(), p => p.Code == "T2-FEE-UNIT");
        Fees(2023, 310000, null);
        store.CompareReports(Night.AddDays(1));
        Assert.StartsWith("行政事业性收费：2022年 25.1万元，2023年 310000万元，相差12351倍，疑以元为万元", Assert.Single(Open(), p => p.Code == "T2-FEE-UNIT").Evidence);
    }

    [Fact]
    public void A_decision_on_one_of_two_problems_of_a_code_is_none_on_the_other()
    {
        Issue Sum(string evidence) => new() { Code = "N-SUM", Severity = Severity.Warning, Fault = Fault.Publisher, Message = $"{evidence}。{Rules.Of("N-SUM")}" };
        Brought("a", 2023, Scope.Own, "某局", "1", [Sum("1+2=3 ≠ 4"), Sum("5+6=11 ≠ 12")], ("requests.new|total", 7));
        store.SaveReview(Open().Single(p => p.Evidence == "1+2=3 ≠ 4").Id, Decision.Confirmed, "张三", "核对属实", Night);
        Assert.Equal([(Decision?)Decision.Confirmed, null], Open().OrderBy(p => p.Evidence).Select(p => p.Review?.Decision));
        // Of what it was made on nothing is left: either may be what became of it.
        Brought("b", 2023, Scope.Own, "某局", "1", [Sum("1+2=3 ≠ 5")], ("requests.new|total", 8));
        Execute("UPDATE reading SET is_current = (url = 'http://a/b')");
        Assert.True(Assert.Single(Open(), p => p.Code == "N-SUM").Review!.Superseded);
    }

    void Brought(string document, int year, Scope scope, params (string, decimal?)[] figures) => Brought(document, year, scope, "某局", "1", figures);

    void Brought(string document, int year, Scope scope, string printed, string reader, params (string, decimal?)[] figures) => Brought(document, year, scope, printed, reader, [], figures);

    void Brought(string document, int year, Scope scope, string printed, string reader, IReadOnlyList<Issue> issues, params (string, decimal?)[] figures)
    {
        var reading = Readings.Of(year, "2021", figures);
        store.SaveReading(new NewReading
        {
            Source = "s", Agencies = ["某局"], Url = $"http://a/{document}", Article = $"http://a/{document}", Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), ReaderVersion = reader, At = Night,
            Reading = reading with { Issues = issues, Report = reading.Report with { Agency = printed, Scope = scope } },
        });
    }

    static RegisteredAgency Governed(string code, string name, string kind, string? parent) => new() { Code = code, Kind = kind, Parent = parent, Periods = [new AgencyPeriod { Name = name, Level = "county", Region = "321399" }] };

    static Reading Grown(int year, int received, params string[] growth)
    {
        var reading = Readings.Of(year, "2021", ("requests.new|total", received));
        return reading with
        {
            Report = reading.Report with { Statements = [.. growth.Select(g => new Statement { Subject = "prose.requests_received", Value = received, Unit = "件", Raw = $"{received}件", Sentence = $"收到申请{received}件，同比增长{g}%。", Section = 1, Origin = new Origin() })] },
        };
    }

    void Save(string agency, Reading reading, string document, string url)
    {
        var sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document + url));
        store.SaveReading(new NewReading
        {
            Source = agency, Agencies = [agency], Url = url, Sha256 = sha256, Article = url, ReaderVersion = "1", At = Night, Reading = reading with { Report = reading.Report with { Agency = agency } },
        });
    }

    [Fact]
    public void A_figure_put_right_is_compared_and_its_print_stays_beside_it()
    {
        Save(2023, "b", 470, 77, 132);
        var right = new Correction("某局", 2023, new("normative_documents.in_force"), 393, "规范性文件库", "李四", "总数误填");
        store.SaveCorrection(right, Night);
        Assert.Equal((393m, "470", true), Compared());
        store.SaveCorrection(right with { Value = null }, Night.AddDays(1));
        Assert.Equal((470m, "470", false), Compared());
        Assert.Throws<KeyNotFoundException>(() => store.SaveCorrection(right with { Year = 1999 }, Night));
        // A number for what was not read would be compared nowhere.
        Assert.Throws<CorrectionException>(() => store.SaveCorrection(right with { Figure = new("rules.made") }, Night));
        Assert.Throws<KeyNotFoundException>(() => store.SaveReview("R1.99", Decision.Confirmed, "张三", "…", Night));
    }

    [Fact]
    public void A_correction_that_counts_no_more_since_the_print_is_another_is_told()
    {
        Save(2023, "b", 470, 77, 132);
        store.SaveCorrection(new Correction("某局", 2023, new("normative_documents.in_force"), 393, "规范性文件库", "李四", "总数误填"), Night);
        store.CompareReports(Night);
        Assert.False(Assert.Single(Corrections.Of(store)).Asleep);
        Assert.Empty(Open());
        Save(2023, "c", 471, 77, 132);
        store.CompareReports(Night.AddDays(1));
        Assert.Equal((471m, "471", false), Compared());
        Assert.Equal((true, "470", "471", 393m), Corrections.Of(store).Select(c => (c.Asleep, c.Printed, c.PrintedNow!, c.Value)).Single());
        var told = Assert.Single(Open(), p => p.Code == Corrections.Asleep);
        Assert.Equal((2023, Severity.Warning, Fault.Unknown), (told.Year, told.Severity, told.Fault));
        Assert.Contains("李四曾把“470”更正为393，现在印作“471”", told.Evidence);
        store.SaveCorrection(new Correction("某局", 2023, new("normative_documents.in_force"), 393, "规范性文件库", "李四", "总数误填"), Night.AddDays(2));
        Assert.DoesNotContain(Open(), p => p.Code == Corrections.Asleep);
        Assert.Equal((393m, "471", true), Compared());
    }

    [Theory]
    [InlineData("normative_documents.in_force", -5)]
    [InlineData("normative_documents.in_force", 1.5)]
    [InlineData("fees.collected", -0.5)]
    public void A_count_is_put_right_by_a_count_and_an_amount_by_an_amount(string indicator, decimal wrong)
    {
        Save(2023, "b", "1", ("normative_documents.in_force", 470), ("fees.collected", 2.5m));
        var right = new Correction("某局", 2023, new(indicator), wrong, "台账", "李四", "误填");
        Assert.Contains($"{indicator} 不可能是 {wrong}：件数为非负整数", Assert.Throws<CorrectionException>(() => store.SaveCorrection(right, Night)).Message);
        Assert.Empty(Corrections.Of(store));
        store.SaveCorrection(right with { Figure = new("fees.collected"), Value = 1.5m }, Night);
    }

    [Fact]
    public void Of_two_reports_on_a_year_the_one_that_is_meant_is_put_right()
    {
        Save(2023, "own", 470, 77, 132);
        var whole = Readings.Of(2023, "2021", ("normative_documents.in_force", 900));
        store.SaveReading(new NewReading
        {
            Source = "s", Agencies = ["某局"], Url = "http://a/whole", Article = "http://a/whole", Sha256 = store.Originals.Keep("whole"u8.ToArray()), ReaderVersion = "1", At = Night,
            Reading = whole with { Report = whole.Report with { Agency = "某局", Scope = Scope.Aggregate } },
        });
        var right = new Correction("某局", 2023, new("normative_documents.in_force"), 901, "规范性文件库", "李四", "总数误填");
        Assert.Throws<CorrectionException>(() => store.SaveCorrection(right, Night));
        Assert.Equal("900", store.SaveCorrection(right with { Scope = Scope.Aggregate }, Night));
        Assert.Equal([(Scope.Own, 470m), (Scope.Aggregate, 901m)],
            Comparison.Ask(store, new ComparisonQuestion { Figures = [new("normative_documents.in_force")], Years = [2023] }).Figures.Select(f => (f.Scope!.Value, f.Value!.Value)).Order());
    }

    (decimal?, string?, bool) Compared() =>
        Comparison.Ask(store, new ComparisonQuestion { Figures = [new("normative_documents.in_force")], Years = [2023] }).Figures.Select(f => (f.Value, f.Raw, f.Corrected)).Single();

    void Execute(string sql)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    IReadOnlyList<Problem> Open(bool settled = false) => Problems.Of(store, new ProblemQuestion { Settled = settled });

    static RegisteredAgency Registered(string code, string name, DateOnly? until) => new()
    {
        Code = code, Kind = "department",
        Periods = [new AgencyPeriod { Name = name, Until = until, End = until is null ? null : "merged", Into = until is null ? [] : ["f"] }],
    };

    void Save(int year, string text, decimal inForce, decimal issued, decimal repealed, string reader = "1") => Save(year, text, reader,
        ("normative_documents.issued", issued), ("normative_documents.repealed", repealed), ("normative_documents.in_force", inForce));

    void Carried(int year, string text, decimal carriedIn, decimal carriedOut) => Save(year, text, "1", ("requests.carried_in|total", carriedIn), ("requests.carried_out|total", carriedOut));

    void Save(int year, string text, string reader, params (string, decimal?)[] figures)
    {
        var reading = Readings.Of(year, "2021", figures);
        var sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(text + year));
        store.SaveReading(new NewReading
        {
            Source = "s", Agencies = ["某局"], Url = $"http://a/{year}", Sha256 = sha256, Article = $"http://a/{year}", ReaderVersion = reader, At = Night,
            Reading = reading with { Report = reading.Report with { Agency = "某局" } },
        });
    }
}
