using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Tests.Reports;

/// <summary>What prose says against the tables and against itself: every reading is tried before a rule speaks.</summary>
public sealed class ProseCheckTests
{
    static readonly Dictionary<string, int> Printed = new()
    {
        ["requests.new|total"] = 74, ["requests.carried_in|total"] = 1, ["requests.closed|total"] = 75, ["requests.carried_out|total"] = 0, ["requests.new|natural_person"] = 72, ["requests.new|business"] = 2, ["requests.new|research"] = 0, ["requests.new|public_interest"] = 0, ["requests.new|legal_service"] = 0, ["requests.new|other_org"] = 0,
        ["requests.granted|total"] = 22, ["requests.partly_granted|total"] = 20, ["requests.denied.state_secret|total"] = 2, ["requests.denied.deliberative|total"] = 3,
        ["reconsideration.total"] = 170, ["reconsideration.pending"] = 36, ["litigation.direct.total"] = 25, ["litigation.direct.pending"] = 7,
        ["litigation.after_reconsideration.total"] = 52, ["litigation.after_reconsideration.pending"] = 13, ["normative_documents.issued"] = 77, ["normative_documents.in_force"] = 470,
        ["requests.other.fee_unpaid|total"] = 3, ["requests.other.misc|total"] = 4, ["normative_documents.repealed"] = 6, ["rules.repealed"] = 1,
    };

    [Theory]
    [InlineData("N-T3-NEW", "prose.requests_received", "74 75 72", "76 0")]
    [InlineData("N-T3-DONE", "prose.requests_closed", "75 74", "73 80")]
    [InlineData("N-T3-DONE", "prose.requests_carried_out", "0", "1")]
    [InlineData("N-T3-CLASS", "prose.granted", "22 42", "20 0")]
    [InlineData("N-T3-CLASS", "prose.denied", "5", "2 6")]
    [InlineData("N-T4", "prose.reconsideration", "170 134 247", "133")]
    [InlineData("N-T4", "prose.litigation", "77 57 247", "25 52 58")]
    [InlineData("N-T2", "prose.normative_documents_in_force", "470", "393")]
    [InlineData("N-T2", "prose.normative_documents_issued", "77", "78")]
    public void A_number_of_the_prose_is_the_tables_in_some_reading_or_told(string code, string subject, string right, string wrong)
    {
        foreach (var number in right.Split(' ')) Assert.DoesNotContain(Run(Said(subject, number)), i => i.Code == code);
        foreach (var number in wrong.Split(' '))
        {
            var issue = Assert.Single(Run(Said(subject, number)), i => i.Code == code);
            Assert.Equal((Severity.Warning, Fault.Publisher), (issue.Severity, issue.Fault));
            Assert.Contains($"{number} ≠ ", issue.Message);
            Assert.NotNull(issue.Origin);
        }
    }

    // What would excuse it may be in the figure that was not read: 74+1.
    [Theory]
    [InlineData("prose.requests_received", "76", "", "", "", Fault.Publisher)]
    [InlineData("prose.requests_received", "76", "requests.carried_in|total", "", "", null)]
    [InlineData("prose.requests_received", "76", "", "", "requests.carried_in|total", null)]
    [InlineData("prose.requests_received", "76", "", "requests.carried_in|total", "", Fault.Unknown)]
    [InlineData("prose.requests_received", "71", "requests.carried_in|total", "", "", Fault.Unknown)]
    [InlineData("prose.requests_received", "76", "reconsideration.total", "reconsideration.pending", "", Fault.Publisher)]
    [InlineData("prose.requests_closed", "73", "requests.carried_in|total", "", "", null)]
    [InlineData("prose.requests_closed", "80", "requests.carried_in|natural_person", "", "", Fault.Publisher)]
    [InlineData("prose.denied", "6", "requests.denied.third_party_rights|total", "", "", null)]
    public void Nobody_is_blamed_while_a_figure_that_may_excuse_it_is_not_read(string subject, string number, string missing, string doubted, string blank, Fault? fault) =>
        Assert.Equal(fault, Run(new Report { Statements = [Said(subject, number)] }, missing, doubted, blank).Find(i => i.Code.StartsWith("N-T3", StringComparison.Ordinal))?.Fault);

    [Theory]
    [InlineData("4.9", "", "", Fault.Publisher)]
    [InlineData("4.9", "requests.carried_in|total", "", null)]
    [InlineData("4.9", "", "requests.carried_in|total", Fault.Unknown)]
    [InlineData("9.1", "requests.carried_in|total", "", Fault.Unknown)]
    [InlineData("4.9", "reconsideration.total", "reconsideration.pending", Fault.Publisher)]
    public void Nobody_is_blamed_for_a_share_while_a_whole_is_not_read(string share, string missing, string doubted, Fault? fault) => Assert.Equal(fault,
        Run(new Report { Statements = [Said("prose.denied", "5") with { Raw = "5件", Sentence = $"不予公开5件，占{share}%。" }] }, missing, doubted).Find(i => i.Code == "N-RATE")?.Fault);

    [Theory]
    [InlineData("N-T2", 1, "制发行政规范性文件77件，废止6件，现行有效470件。", null)]
    [InlineData("N-T2", 1, "制发行政规范性文件77件，废止行政规范性文件7件。", null)]
    [InlineData("N-T2", 1, "梳理现行有效行政规范性文件470件、废止 2 件。", "2 ≠ 废止 6，≠ 与规章合计 6+1=7")]
    [InlineData("N-T2", 1, "行政规范性文件废止0件。", "0 ≠ 废止 6")]
    [InlineData("N-T2", 1, "制发、修改、废止规范性文件12件。", null)]
    [InlineData("N-T2", 1, "公开规章6件（含新制定2件，修改3件，废止1件），公开规范性文件21件。", null)]
    [InlineData("N-T2", 1, "2019年以来废止规范性文件30件。", null)]
    [InlineData("N-T2", 1, "清理废止文件1件。", null)]
    [InlineData("N-T2", 5, "废止规范性文件30件。", null)]
    [InlineData("N-T3-CLASS", 1, "办结申请75件：予以公开22件，不予处理1件，其他处理7件，结转下年度0件。", null)]
    [InlineData("N-T3-CLASS", 3, "申请的办理结果：予以公开22件、其他处理4件。", null)]
    [InlineData("N-T3-CLASS", 1, "办结申请75件：予以公开22件，占29.33%；不予处理1件，“其他处理”情形8件。", "8 ≠ 其他处理各项 3+4=7，≠ 其他处理3.其他 4")]
    [InlineData("N-T3-CLASS", 1, "申请中不予处理、其他处理9件。", null)]
    [InlineData("N-T3-CLASS", 1, "申请的办理较上年其他处理9件。", null)]
    public void Counts_of_which_no_statement_is_made_are_read_where_their_words_stand_alone(string code, int section, string prose, string? evidence)
    {
        var issues = Run(new Report { Edition = "2021", Sections = [new(section, "", prose)] }).Where(i => i.Code == code).ToList();
        if (evidence is null) Assert.Empty(issues);
        else Assert.Contains(evidence, Assert.Single(issues).Message);
    }

    [Fact]
    public void The_sums_are_written_as_a_person_would() =>
        Assert.Contains("76 ≠ 新收 74，≠ 新收加上年结转 74+1=75，≠ 自然人新收 72", Assert.Single(Run(Said("prose.requests_received", "76"))).Message);

    [Fact]
    public void One_right_number_explains_others_and_rounded_ones_say_nothing()
    {
        Assert.Empty(Run(Said("prose.requests_received", "9"), Said("prose.requests_received", "74")));
        Assert.Empty(Run(Said("prose.requests_received", "3") with { Unit = "万件" }));
    }

    [Theory]
    [InlineData("不予公开5件，占6.67%。", false)]
    [InlineData("不予公开5件，占6.8%。", false)]
    [InlineData("不予公开5件，占7%。", false)]
    [InlineData("共40件，不予公开5件，占12.5%。", false)]
    [InlineData("不予公开5件，占8.11%。", true)]
    [InlineData("予以公开15件，占20%；不予公开5件。", false)]
    [InlineData("办结5件，不予公开5件，占8.11%。", true)]
    [InlineData("办结5件，不予公开5件，占6.67%。", false)]
    public void N_RATE(string sentence, bool fails) =>
        Assert.Equal(fails, Run(Said("prose.denied", "5") with { Raw = "5件", Sentence = sentence }).Any(i => i.Code == "N-RATE"));

    [Theory]
    [InlineData("收到申请74件，其中自然人72件占97.3%、法人2件占2.7%。", false)]
    [InlineData("收到申请74件，其中自然人72件占93.7%、法人2件占2.7%。", true)]
    [InlineData("收到申请74件，其中自然人72件（占93.7%）。", true)]
    [InlineData("收到申请40件，其中自然人30件，占75%。", false)]
    [InlineData("收到来信74件，其中自然人72件，占93.7%。", false)]
    public void N_RATE_of_who_asked(string prose, bool fails) => Assert.Equal(fails, Run(new Report { Sections = [new(1, "一、总体情况", prose)] }).Any(i => i.Code == "N-RATE"));

    [Theory]
    [InlineData("收到申请74件，其中自然人72件、法人或其他组织2件。", null)]
    [InlineData("收到申请74件，其中：自然人70件、法人或其他组织4件。", "70 ≠ 自然人新收 72")]
    [InlineData("收到申请74件，其中自然人72件，法人或其他组织提出申请4件。", "4 ≠ 法人或其他组织新收 2")]
    [InlineData("收到申请74件，予以公开22件，其中自然人21件。", null)]
    [InlineData("网络渠道收到申请40件，其中自然人39件。", null)]
    [InlineData("收到申请较上年增加自然人39件。", null)]
    public void Who_asked_is_compared_with_the_columns(string prose, string? evidence)
    {
        var issues = Run(new Report { Edition = "2021", Sections = [new(1, "一、总体情况", prose)] }).Where(i => i.Code == "N-T3-NEW").ToList();
        if (evidence is null) Assert.Empty(issues);
        else Assert.Contains(issues, i => i.Message.Contains(evidence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("收到申请14件，其中上年结转1件、新收13件，办结12件。", false)]
    [InlineData("收到申请14件，其中上年结转1件、新收13件、答复12件、结转2件。", false)]
    [InlineData("收到申请14件，其中上年结转2件、新收13件，办结12件。", true)]
    [InlineData("收到申请10件，其中网上4件、当面6件。", false)]
    [InlineData("收到申请10件，其中网上4件、当面7件。", true)]
    [InlineData("收到申请10件，其中网上4件。", false)]
    [InlineData("收到申请10件，其中网上4件、当面2件、信函3件。", true)]
    [InlineData("收到申请10件，其中网上4件、当面2件、信函等3件已经办结。", false)]
    [InlineData("收到申请10件，其中网上4件，占40%、当面7件。", false)]
    public void N_SUM(string prose, bool fails) =>
        Assert.Equal(fails, Run(new Report { Sections = [new(1, "一、总体情况", prose)] }).Any(i => i is { Code: "N-SUM", Severity: Severity.Info }));

    [Theory]
    [InlineData("收取信息处理费2950元，其中甲县420元、乙县290元、丙县1500元、丁区140元、戊区600元。", 2950, false)]
    [InlineData("收取信息处理费2950元，其中甲县420元、乙县290元、丙县1500元、丁区140元、戊区610元。", 2950, true)]
    [InlineData("收取信息处理费2950元，其中甲县420元、乙县290元、丙县1500元。", 2950, true)]
    // Some of many.
    [InlineData("共收取2950元，其中市自然资源局1500元、市住建局600元。", 2950, false)]
    [InlineData("共收取2950元，其中市自然资源局1500元、市住建局1600元。", 2950, true)]
    [InlineData("收取信息处理费255元。", 255, true)]
    public void N_FEE(string prose, int fee, bool fails) => Assert.Equal(fails, Run(new Report
    {
        Year = 2023, Sections = [new(6, "六、其他需要报告的事项", prose)], Statements = [Said("prose.fee_collected", $"{fee}") with { Unit = "元", Section = 6 }],
    }).Any(i => i.Code == "N-FEE"));

    [Theory]
    [InlineData("无其他需要报告的事项。", true)]
    [InlineData("本年度发出收费通知3件。", false)]
    public void N_FEE_T3(string prose, bool fails) =>
        Assert.Equal(fails, Run(new Report { Edition = "2021", Sections = [new(6, "六、其他需要报告的事项", prose)] }).Any(i => i.Code == "N-FEE-T3"));

    static Statement Said(string subject, string number) =>
        new() { Subject = subject, Value = decimal.Parse(number), Unit = "件", Raw = number + "件", Sentence = "……" + number + "件。", Section = 1, Origin = new Origin { Line = 1 } };

    static List<Issue> Run(params Statement[] said) => Run(new Report { Statements = said });

    /// <param name="missing">Not read.</param>
    /// <param name="doubted">Read, and not beyond doubt.</param>
    static List<Issue> Run(Report report, string? missing = null, string? doubted = null, string? blank = null)
    {
        // Natural persons asked for all that is not printed otherwise.
        var figures = from indicator in Codebook.Indicators
                      where indicator.Edition == "2021"
                      from applicant in indicator.Table == "3" ? Codebook.Applicants.Select(a => (string?)a.Id) : [(string?)null]
                      let key = new FigureKey(indicator.Id, applicant)
                      where key.ToString() != missing
                      let value = Printed.TryGetValue($"{key}", out var own) ? own : applicant == "natural_person" ? Printed.GetValueOrDefault($"{indicator.Id}|total") : 0
                      let isBlank = key.ToString() == blank
                      select new PlacedFigure(new Figure
                      {
                          Indicator = indicator.Id, Applicant = applicant, Edition = "2021", State = isBlank ? CellState.Blank : CellState.Number, Value = isBlank ? null : value, Raw = isBlank ? "" : $"{value}", Origin = new Origin(),
                      }, key.ToString() != doubted);
        return [.. CheckList.Run(new CheckedReport(new PlacedFigures(figures), new FramedReport(report, new ReportBody([]), null, null), new Document { Format = DocumentFormat.Html, Blocks = [] })).Where(i => i.Code.StartsWith('N'))];
    }
}
