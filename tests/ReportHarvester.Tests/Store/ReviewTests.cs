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
        Assert.Equal(Severity.Warning, Assert.Single(Open()).Severity);
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
        Assert.Throws<KeyNotFoundException>(() => store.SaveReview("R1.99", Decision.Confirmed, "张三", "…", Night));
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
