using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store.Nation;

namespace ReportHarvester.Tests.Store;

/// <summary>Prose that reports share, told with the other report and the passages. The long run is <c>ReportHarvester.Tests.dll copies FOLDER AGENCIES</c>.</summary>
public sealed class CopiedProseTests : IDisposable
{
    const string Mine = "青屏镇在全部村组设置公示栏，由驻村干部每周更换低保名单和危房改造进度，群众凭身份证可以查阅底册并当场提出异议，镇纪委对公示照片逐张核对，全年核对照片312张。"
        + "东湖路市场搬迁时，综合执法队把摊位分配方案、抽签录像和退费清单一并贴在入口，答复商户书面询问27件，没有发生复议。水库移民后扶资金按户到人的明细装订成册放在村委会，谁家多谁家少一看便知。";

    readonly StoreFolder folder = new();
    readonly ReportStore store;

    public CopiedProseTests() => store = folder.Open();

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Copies_among_many_reports_are_found_and_none_is_invented()
    {
        const int Agencies = 540;
        var many = Path.Combine(folder.Path, "many");
        CopiedProse.Fill(many, Agencies);
        using var all = ReportStore.Open(many);
        all.CompareReports(StoreFolder.Start);
        var (missed, invented, planted) = CopiedProse.Judge([.. Problems.Of(all, new ProblemQuestion { Code = "C-DUP" }).Select(p => (p.Agency, p.Year!.Value, p.Evidence))], Agencies);
        Assert.Equal(14, planted);
        Assert.Empty(missed);
        Assert.Empty(invented);
        Assert.Equal(0, all.CompareReports(StoreFolder.Start));
    }

    [Fact]
    public void A_copy_is_told_with_its_passages_and_a_decision_on_it_holds_until_the_text_is_another()
    {
        Save("甲局", 2023, Mine);
        Save("乙局", 2023, "按照上级安排开展工作。" + Mine.Replace("312", "45"));
        store.CompareReports(StoreFolder.Start);
        var problem = Assert.Single(Told(), p => p.Agency == "乙局");
        Assert.StartsWith("2023年度正文与甲局2023年度报告（", problem.Evidence);
        Assert.Contains("青屏镇在全部村组设置公示栏，由驻村干部每周更换低保名单和危房改造进度", problem.Evidence);
        Assert.Equal((Severity.Warning, Fault.Unknown), (problem.Severity, problem.Fault));

        store.SaveReview(problem.Id, Decision.Explained, "张三", "合署办公，共用一份报告", StoreFolder.Start);
        Save("丙局", 2023, "与此无关的报告。");
        store.CompareReports(StoreFolder.Start.AddDays(1));
        Assert.DoesNotContain(Told(), p => p.Agency == "乙局");

        Save("乙局", 2023, "本局的工作另有特点，不与他人相同。", "乙局 2023 改");
        store.CompareReports(StoreFolder.Start.AddDays(2));
        Assert.Empty(Told());
    }

    [Fact]
    public void The_agencys_own_report_of_two_years_before_counts_and_words_of_the_law_do_not()
    {
        const string law = "坚持以人民为中心的发展思想，坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开。严格执行政府信息公开保密审查制度，坚持先审查、后公开，一事一审，谁公开谁审查、谁审查谁负责。依法公开、及时公开、准确公开，做到应公开尽公开，切实保障人民群众的知情权、参与权、表达权和监督权。";
        Save("甲局", 2021, Mine);
        Save("甲局", 2023, Mine.Replace("312", "45"));
        Save("乙局", 2022, law + law);
        Save("丙局", 2023, law + law);
        store.CompareReports(StoreFolder.Start);
        Assert.StartsWith("2023年度正文与本机关2021年度报告（100%）相同", Assert.Single(Told()).Evidence);
    }

    IReadOnlyList<Problem> Told() => Problems.Of(store, new ProblemQuestion { Code = "C-DUP" });

    void Save(string agency, int year, string prose, string? document = null) => StoreFolder.Save(store, new Reading
    {
        Format = DocumentFormat.Html,
        Report = new Report
        {
            Agency = agency, Year = year, Edition = "2021", Scope = Scope.Own, Figures = [Readings.Figure("requests.new|total", "2021", 1)], Sections = [new Section(1, "", prose)],
        },
    }, document ?? $"{agency} {year}", agency: agency, url: $"http://a.example/{agency}/{year}");
}
