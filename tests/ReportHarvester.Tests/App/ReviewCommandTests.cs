using System.CommandLine;
using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

/// <summary>What `check` lists under its filters, and what `review` makes of it.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    static readonly FigureKey Closed = new("requests.closed", "total");

    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("T3-ROW T4-SUM C-SEC5")]
    [InlineData("T3-ROW", "--table", "3")]
    [InlineData("T4-SUM", "--rule", "T4-SUM")]
    [InlineData("T3-ROW T4-SUM", "--severity", "error")]
    [InlineData("T3-ROW T4-SUM C-SEC5 C-BLANK", "--severity", "info")]
    [InlineData("T3-ROW", "--fault", "publisher")]
    [InlineData("T4-SUM C-SEC5", "--fault", "unknown")]
    [InlineData("", "--year", "2020")]
    [InlineData("", "--rule", "NO-SUCH")]
    public void Check_lists_what_is_asked_for(string codes, params string[] filters)
    {
        Fill();
        var listed = Json(CheckCommand.Create(), filters).EnumerateArray().Select(p => p.GetProperty("code").GetString()!);
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_wrong_is_told_in_both_languages()
    {
        var evidence = EvidenceWords.Write("unpaid", 3);
        using (var store = folder.Open())
            StoreFolder.Save(store, Readings.Of(2021, "2021") with { Issues = [new() { Code = "C-SEC6", Severity = Severity.Warning, Fault = Fault.Unknown, Message = evidence }] }, "a");
        Assert.All([evidence, EvidenceWords.English("C-SEC6", evidence)!], told => Assert.Contains(told, Run(CheckCommand.Create()).Output));
    }

    [Fact]
    public void A_rule_that_there_is_not_is_said_to_be_none()
    {
        Fill();
        Assert.Contains("NO-SUCH is none of the checks", Run(CheckCommand.Create(), "--rule", "NO-SUCH").Error);
        Assert.Equal("", Run(CheckCommand.Create(), "--rule", "T3-COL-SUM").Error);
        foreach (var wrong in new[] { ("--severity", "bad"), ("--table", "5"), ("--fault", "me"), ("--format", "xml"), ("--region", "x"), ("--region", "99"), ("--agency", "nobody") })
            Assert.Equal(ExitCode.Usage, Run(CheckCommand.Create(), wrong.Item1, wrong.Item2).Code);
    }

    [Fact]
    public void A_decision_wants_a_problem_a_name_and_a_reason()
    {
        Fill();
        var id = Json(CheckCommand.Create(), "--rule", "T3-ROW")[0].GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), "dismiss", "R9.9", "--by", "张三", "--reason", "无误").Code);
        Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), "dismiss", id, "--by", " ", "--reason", "无误").Code);
        Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), "dismiss", id, "--by", "张三").Code);
        var decided = Json(ReviewCommand.Create(), "dismiss", id, "--by", "张三", "--reason", "核对原件无误").GetProperty("review");
        Assert.Equal(("dismissed", "张三", "核对原件无误"), (decided.GetProperty("decision").GetString(), decided.GetProperty("reviewer").GetString(), decided.GetProperty("reason").GetString()));
        Assert.Empty(Json(CheckCommand.Create(), "--rule", "T3-ROW").EnumerateArray());
        Assert.Contains("已排除 dismissed：张三", Run(CheckCommand.Create(), "--rule", "T3-ROW", "--all").Output);
    }

    [Fact]
    public void A_correction_shows_what_is_printed_and_wants_a_figure_of_the_report()
    {
        Fill();
        string[] Correct(string figure, params string[] value) => ["correct", "--agency", "东莞市金融工作局", "--year", "2021", "--figure", figure, .. value, "--source", "台账", "--by", "李四", "--reason", "误写"];
        var answer = Json(ReviewCommand.Create(), Correct("requests.closed", "--value", "98"));
        Assert.Equal((98, "99"), (answer.GetProperty("value").GetInt32(), answer.GetProperty("printed").GetString()));
        Assert.Contains("（所印 printed：99）", Run(ReviewCommand.Create(), Correct("requests.closed", "--withdraw")).Output);
        foreach (var (figure, value) in new[] { ("rules.made", "3"), ("nonsense", "3"), ("requests.closed|martian", "3"), ("requests.closed", "abc") })
            Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), Correct(figure, "--value", value)).Code);
        Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), Correct("requests.closed")).Code);
        foreach (var impossible in new[] { "-5", "1.5" }) Assert.Equal(ExitCode.Usage, Run(ReviewCommand.Create(), Correct("requests.closed", $"--value={impossible}")).Code);
    }

    [Fact]
    public void Corrections_are_listed_with_those_that_sleep_marked()
    {
        Fill();
        Assert.Equal(ExitCode.Done, Run(ReviewCommand.Create(), "correct", "--agency", "东莞市金融工作局", "--year", "2021", "--figure", "requests.closed", "--value", "98", "--source", "台账", "--by", "李四", "--reason", "误写").Code);
        Assert.Contains("  东莞市金融工作局 2021 requests.closed|total = 98（所印 printed：99）", Run(ReviewCommand.Create(), "list").Output);
        using (var store = folder.Open()) StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.closed|total", 97)), "b", url: "https://www.dg.gov.cn/a", day: 3);
        Assert.Contains("! 东莞市金融工作局 2021 requests.closed|total = 98（所印 printed：99；现印 now：97，不采用 asleep）", Run(ReviewCommand.Create(), "list").Output);
        Assert.True(Json(ReviewCommand.Create(), "list")[0].GetProperty("asleep").GetBoolean());
    }

    [Fact]
    public void Without_a_store_nothing_is_there_to_be_looked_at()
    {
        Assert.Equal(ExitCode.NoInput, Run(CheckCommand.Create()).Code);
        Assert.Equal(ExitCode.NoInput, Run(ReviewCommand.Create(), "confirm", "R1.1", "--by", "张三", "--reason", "是").Code);
    }

    void Fill()
    {
        using var store = folder.Open();
        Issue Found(string code, Severity severity, Fault fault, string? table = null) => new() { Code = code, Severity = severity, Fault = fault, Table = table, Message = $"{code} 1 ≠ 2", Figures = table == "3" ? [Closed] : [] };
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.closed|total", 99)) with
        {
            Issues = [Found("T3-ROW", Severity.Error, Fault.Publisher, "3"), Found("T4-SUM", Severity.Error, Fault.Unknown, "4"), Found("C-SEC5", Severity.Warning, Fault.Unknown), Found("C-BLANK", Severity.Info, Fault.Publisher)],
        }, "a");
    }

    JsonElement Json(Command command, params string[] args)
    {
        var (code, output, error) = Run(command, [.. args, "--format", "json"]);
        Assert.True(code == ExitCode.Done, error);
        using var answer = JsonDocument.Parse(output);
        return answer.RootElement.Clone();
    }

    (int Code, string Output, string Error) Run(Command command, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var parsed = command.Parse([.. args, "--data", folder.Path]);
        // As the program does.
        var code = parsed.Errors.Count > 0 ? ExitCode.Usage : parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
