using ReportHarvester.Reports;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Tests.Reports;

/// <summary>Each check on figures that pass and on figures that fail, with blanks and doubts.</summary>
public sealed class CheckTests
{
    static readonly string[] Columns = ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];

    [Fact]
    public void Every_check_of_the_list_has_its_test_and_cites_its_ground()
    {
        Assert.Empty(Run(new PlacedFigures([])));
        Assert.All(CheckList.All, c => Assert.Matches("表式|勾稽|算术|号|条例|逻辑|立法法", c.Rule));
    }

    [Theory]
    [InlineData("9", true, 0)]
    [InlineData("8", false, 1)]
    public void O_CLOSED_proves_or_warns(string total, bool proven, int issues)
    {
        PlacedFigure Stat(string indicator, string printed) => Cell(indicator, printed, edition: "2014", applicant: null);
        var figures = Placed([Stat("stat2014.requests.closed", total), Stat("stat2014.requests.closed.on_time", "7"), Stat("stat2014.requests.closed.extended", "2")]);
        var found = Run(figures);
        Assert.Equal(issues, found.Count(i => i is { Code: "O-CLOSED", Severity: Severity.Warning, Fault: Fault.Publisher }));
        Assert.All(figures.InOrder(), f => Assert.Equal(proven, f.Proven));
    }

    [Theory]
    [InlineData("O-CH")]
    [InlineData("O-CLOSED")]
    [InlineData("O-ANS")]
    [InlineData("O-REV")]
    [InlineData("O-STAFF")]
    [InlineData("F-SUM")]
    public void Statistics_that_add_up_pass_and_others_fail_by_the_codes_of_their_form(string code)
    {
        foreach (var (form, sum) in Form.All.SelectMany(f => f.Sums.Where(s => s.Code == code).Select(s => (f, s))))
        {
            IReadOnlyList<Issue> Found(int total) => Run(Placed([.. sum.Parts.Select(p => Cell(p, "2", form.Edition, null)), Cell(sum.Total, $"{total}", form.Edition, null)]));
            Assert.Empty(Found(2 * sum.Parts.Count));
            Assert.Equal((code, Severity.Warning, Fault.Publisher), Found(2 * sum.Parts.Count + 1).Select(i => (i.Code, i.Severity, i.Fault)).Single());
        }
    }

    [Fact]
    public void T3_ROW_passes_and_proves()
    {
        var figures = Placed(Row("requests.new", "1 2 3 4 5 6 21"));
        Assert.DoesNotContain(Run(figures), i => i.Code == "T3-ROW");
        Assert.All(figures.InOrder(), f => Assert.True(f.Proven));
    }

    [Fact]
    public void T3_ROW_fails_as_the_publishers()
    {
        var issue = Single("T3-ROW", Row("requests.new", "1 2 3 4 5 6 20"));
        Assert.Equal((Fault.Publisher, Severity.Error, 7), (issue.Fault, issue.Severity, issue.Figures.Count));
        Assert.StartsWith("1 + 2 + 3 + 4 + 5 + 6 = 21 ≠ 20", issue.Message);
    }

    [Fact]
    public void A_doubtful_figure_leaves_the_fault_open() =>
        Assert.Equal(Fault.Unknown, Single("T3-ROW", Row("requests.new", "1 2 3 4 5 6 20", sure: false)).Fault);

    [Fact]
    public void Only_the_doubtful_figures_are_named_and_the_evidence_shows_the_sum()
    {
        var issue = Single("T3-ROW", [.. Row("requests.new", "1 2 3 4 5 6 20")[..6], Cell("requests.new", "20", sure: false)]);
        Assert.Equal([new FigureKey("requests.new", "total")], issue.Figures);
        Assert.Equal(Fault.Unknown, issue.Fault);
        Assert.StartsWith("1 + 2 + 3 + 4 + 5 + 6 = 21 ≠ 20", issue.Message);
    }

    [Theory]
    [InlineData("121 5 3 2 7 4 33", "natural_person")]
    [InlineData("12 5 3 2 7 4 133", "total")]
    [InlineData("9680 5 3 2 7 4 701", "natural_person")]
    [InlineData("12 5 3 2 7 4 34", null)]
    [InlineData("100 5 3 2 7 4 _", null)]
    public void A_figure_that_would_close_the_row_with_fewer_digits_is_in_doubt(string row, string? doubtful)
    {
        var issue = Run(Placed(Row("requests.new", row))).SingleOrDefault(i => i.Code == "T3-ROW");
        Assert.Equal(doubtful, issue is { Fault: Fault.Unknown } ? Assert.Single(issue.Figures).Applicant : null);
    }

    [Fact]
    public void A_figure_that_another_identity_proves_has_no_digits_too_many()
    {
        var issue = Single("T3-ROW", [.. Row("requests.new", "121 5 3 2 7 4 33"), Cell("requests.carried_in", "0", applicant: "natural_person"),
            Cell("requests.closed", "121", applicant: "natural_person"), Cell("requests.carried_out", "0", applicant: "natural_person")]);
        Assert.Equal((Fault.Publisher, 7), (issue.Fault, issue.Figures.Count));
    }

    [Fact]
    public void Rows_that_close_with_two_columns_changed_about_are_not_the_publishers()
    {
        var issues = Run(Placed([.. Row("requests.new", "12 5 3 2 7 33 4"), .. Row("requests.granted", "5 0 0 0 0 5 0"), .. Row("requests.partly_granted", "0 0 0 0 0 0 0")]))
            .Where(i => i.Code == "T3-ROW").ToList();
        Assert.Equal([Fault.Unknown, Fault.Unknown], issues.Select(i => i.Fault));
        Assert.All(issues, i => Assert.Equal(["other_org", "total"], i.Figures.Select(f => f.Applicant)));
    }

    [Theory]
    [InlineData("12 5 3 2 7 33 4", "0 0 0 0 0 0 0", "0 0 0 0 0 0 0")]
    [InlineData("1 0 0 0 0 1 0", "5 0 0 0 0 5 0", "3 1 0 0 0 0 4;4 1 0 0 0 0 5")]
    [InlineData("1 2 3 4 5 6 20", "1 2 3 4 5 6 22", "0 0 0 0 0 0 0")]
    public void A_few_rows_that_would_close_otherwise_stay_the_publishers(string first, string second, string others)
    {
        var rows = others.Split(';').SelectMany((row, i) => Row($"requests.other.{i}", row));
        var issues = Run(Placed([.. Row("requests.granted", first), .. Row("requests.partly_granted", second), .. rows.Select(Known)])).Where(i => i.Code == "T3-ROW").ToList();
        Assert.NotEmpty(issues);
        Assert.All(issues, i => Assert.Equal((Fault.Publisher, 7), (i.Fault, i.Figures.Count)));

        static PlacedFigure Known(PlacedFigure f) =>
            f with { Figure = f.Figure with { Indicator = f.Figure.Indicator.EndsWith('0') ? "requests.unavailable.not_held" : "requests.unavailable.still_unclear" } };
    }

    [Theory]
    [InlineData("26 _ _ _ _ _ 26", false, true)]
    [InlineData("26 _ _ _ _ _ 30", false, false)]
    [InlineData("26 _ _ _ _ _ 20", true, false)]
    [InlineData("26 1 _ _ _ _ _", false, false)]
    [InlineData("26 / - _ _ _ 26", false, true)]
    [InlineData("_ _ _ _ _ _ 0", false, false)]
    [InlineData("26 ? 0 0 0 0 20", false, false)]
    public void A_blank_is_never_taken_as_0(string row, bool fails, bool proves)
    {
        var figures = Placed(Row("requests.granted", row));
        Assert.Equal(fails, Run(figures).Any(i => i.Code == "T3-ROW"));
        Assert.Equal(proves, figures.InOrder().Any(f => f.Proven));
    }

    [Theory]
    [InlineData("10", "2", "9", "3", false)]
    [InlineData("10", "2", "9", "2", true)]
    [InlineData("10", "2", "13", "_", true)]
    [InlineData("10", "2", "9", "_", false)]
    [InlineData("10", "_", "9", "3", false)]
    [InlineData("15", "_", "9", "3", true)]
    public void T3_COL_FLOW(string received, string carriedIn, string closed, string carriedOut, bool fails)
    {
        var figures = Placed(Cell("requests.new", received), Cell("requests.carried_in", carriedIn), Cell("requests.closed", closed), Cell("requests.carried_out", carriedOut));
        Assert.Equal(fails, Run(figures).Any(i => i.Code == "T3-COL-FLOW"));
    }

    [Theory]
    [InlineData("2021", "T3-COL-SUM")]
    [InlineData("2019", "T3-COL-SUM19")]
    public void T3_COL_SUM_goes_by_the_edition_of_the_table(string edition, string code)
    {
        var outcomes = Parts.Outcomes(edition).Select(o => Cell(o, "1", edition)).ToList();
        Assert.Empty(Run(Placed([.. outcomes, Cell("requests.closed", $"{outcomes.Count}", edition)])));
        Assert.Equal(code, Assert.Single(Run(Placed([.. outcomes, Cell("requests.closed", "20", edition)]))).Code);
    }

    [Fact]
    public void T3_COL_SUM_is_nobodys_fault_where_a_row_that_is_not_of_the_form_stands_in_the_table()
    {
        PlacedFigures figures = Placed([.. Parts.Outcomes("2021").Select(o => Cell(o, "1")), Cell("requests.closed", "24"), .. Row("requests.new", "1 2 3 4 5 6 20")]);
        var local = new Issue { Code = "ROW-UNKNOWN", Severity = Severity.Warning, Table = "3", Message = "表中有数值的一行无法归入任何栏目：“4.申请人主动撤回 | 1”。A row with numbers fits no row of the form." };
        var issues = Run(figures, local);
        var sum = Assert.Single(issues, i => i.Code == "T3-COL-SUM");
        Assert.Equal((Severity.Warning, Fault.Unknown), (sum.Severity, sum.Fault));
        Assert.Contains("≠ 24；表中有数值的一行无法归入任何栏目：“4.申请人主动撤回 | 1”。第三项", sum.Message);
        // It adds up no rows.
        Assert.Equal(Fault.Publisher, Assert.Single(issues, i => i.Code == "T3-ROW").Fault);
        Assert.Equal((Severity.Error, Fault.Publisher), Run(figures, local with { Table = "2" }).Where(i => i.Code == "T3-COL-SUM").Select(i => (i.Severity, i.Fault)).Single());
    }

    [Fact]
    public void Of_a_long_sum_what_counts_is_written_and_the_rest_said()
    {
        var outcomes = Parts.Outcomes("2021").Select((o, i) => Cell(o, i switch { 0 => "5", 1 => "3", 2 or 3 => "_", _ => "0" })).ToList();
        Assert.StartsWith($"5 + 3 = 8（另有{outcomes.Count - 4}项0、2项空白） ≠ 7。", Assert.Single(Run(Placed([.. outcomes, Cell("requests.closed", "7")])), i => i.Code == "T3-COL-SUM").Message);
    }

    [Fact]
    public void T3_COL_SUM_is_silent_where_a_row_was_not_found() =>
        Assert.Empty(Run(Placed([.. Parts.Outcomes("2021").Skip(1).Select(o => Cell(o, "1")), Cell("requests.closed", "5")])));

    [Theory]
    [InlineData("requests.new", "-1", true)]
    [InlineData("requests.new", "1.5", true)]
    [InlineData("requests.new", "0", false)]
    [InlineData("licences.items_change", "-18", false)]
    [InlineData("licences.items_change", "-1.5", true)]
    [InlineData("procurement.amount", "52.15", false)]
    [InlineData("procurement.amount", "-1", true)]
    [InlineData("reconsideration.upheld", "-2", true)]
    public void T3_NONNEG(string indicator, string printed, bool fails)
    {
        var figure = indicator.StartsWith("requests", StringComparison.Ordinal) ? Cell(indicator, printed, "2019") : Cell(indicator, printed, "2019", null);
        Assert.Equal(fails, Run(Placed(figure)).Any(i => i.Code == "T3-NONNEG"));
    }

    [Theory]
    [InlineData("10", "2", "12", "0", false)]
    [InlineData("10", "2", "13", "0", true)]
    [InlineData("10", "2", "0", "13", true)]
    [InlineData("10", "_", "13", "0", false)]
    public void T3_CARRY_BOUND(string received, string carriedIn, string closed, string carriedOut, bool fails)
    {
        var figures = Placed(Cell("requests.new", received), Cell("requests.carried_in", carriedIn), Cell("requests.closed", closed), Cell("requests.carried_out", carriedOut));
        Assert.Equal(fails, Run(figures).Any(i => i.Code == "T3-CARRY-BOUND"));
    }

    [Theory]
    [InlineData("0", "0", "0", false)]
    [InlineData("0", "0", "3", true)]
    [InlineData("0", "1", "3", false)]
    [InlineData("0", "_", "3", false)]
    public void T3_ZERO(string received, string carriedIn, string granted, bool fails)
    {
        var figures = Placed(Cell("requests.new", received), Cell("requests.carried_in", carriedIn), Cell("requests.granted", granted));
        Assert.Equal(fails, Run(figures).Any(i => i.Code == "T3-ZERO"));
    }

    [Theory]
    [InlineData("5 0 0 0", "5", false)]
    [InlineData("5 0 0 0", "0", true)]
    [InlineData("8 _ _ 1", "9", false)]
    [InlineData("8 _ _ 1", "_", false)]
    public void T4_SUM(string parts, string total, bool fails)
    {
        var results = Parts.Results.Zip(parts.Split(' '), (r, p) => Cell($"litigation.direct.{r}", p, applicant: null));
        Assert.Equal(fails, Run(Placed([.. results, Cell("litigation.direct.total", total, applicant: null)])).Any(i => i.Code == "T4-SUM"));
    }

    [Fact]
    public void A_broken_sum_is_told_with_every_figure_in_it_though_only_some_are_doubted()
    {
        // As if 总计 stood before 其他: the issue names these two.
        PlacedFigure[] cells = [.. Row("requests.new", "5 0 0 0 0 5 0"), .. Row("requests.closed", "7 0 0 0 0 7 0")];
        Assert.Equal(2, Assert.Single(Run(Placed(cells)), i => i.Code == "T3-ROW" && i.Figures[0].Indicator == "requests.new").Figures.Count);
        Assert.Equal(Columns, TableSums.Broken(cells.Select(cell => cell.Figure)).Where(broken => broken is { Code: "T3-ROW", Figure.Indicator: "requests.new" }).Select(broken => broken.Figure.Applicant).OrderBy(applicant => Array.IndexOf([.. Columns], applicant)));
    }

    static IReadOnlyList<Issue> Run(PlacedFigures figures, params Issue[] unknownRows) => CheckList.Run(
        new CheckedReport(figures, new FramedReport(new Report(), new ReportBody([]), null, null), new Document { Format = DocumentFormat.Html, Blocks = [] }) { UnknownRows = unknownRows.ToLookup(i => i.Table) });

    static Issue Single(string code, PlacedFigure[] row) => Assert.Single(Run(Placed(row)), i => i.Code == code);

    static PlacedFigures Placed(params PlacedFigure[] figures) => new(figures);

    static PlacedFigure[] Row(string indicator, string printed, bool sure = true) =>
        [.. printed.Split(' ').Select((p, i) => Cell(indicator, p, applicant: Columns[i], sure: sure))];

    // _ is a blank, / and - are marks, ? stands for words.
    static PlacedFigure Cell(string indicator, string printed, string edition = "2021", string? applicant = "total", bool sure = true)
    {
        var state = printed switch { "_" => CellState.Blank, "/" or "-" => CellState.Mark, "?" => CellState.Text, _ => CellState.Number };
        return new(new Figure
        {
            Indicator = indicator, Applicant = applicant, Edition = edition, State = state,
            Value = state == CellState.Number ? decimal.Parse(printed) : null, Raw = printed, Origin = new Origin(),
        }, sure);
    }
}
