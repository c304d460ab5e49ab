using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

public sealed class CompareCommandTests : IDisposable
{
    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheTableShowsGapsMarksIssuesAndTheBreakOfTheForm()
    {
        Fill();
        var (code, output, _) = Run("--indicator", "requests.new", "rules.made", "--year", "2019", "2020", "2021", "2022");
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(
            """
            一、本年新收政府信息公开申请数量，总计 (new requests received this year, total) requests.new|total
            机关 Agency       2019  2020  2021  2022
            东莞市金融工作局    —a     7   ‖9!    空
            ‖ 东莞市金融工作局 2020→2021：表样由2019版改为2021版，两版口径或有不同。The form changed from edition 2019 to 2021; mind the definitions.

            规章/本年新制作数量 (rules: newly made this year) rules.made
            机关 Agency       2019  2020  2021  2022
            东莞市金融工作局    —a     3   ‖—b    —b
            ‖ 东莞市金融工作局 2020→2021：表样由2019版改为2021版，此项只在2019版中，前后不可比。The form changed from edition 2019 to 2021; only 2019 has this figure: the years cannot be compared.

            空 原表为空格，不作零 the cell is blank, which is not zero
            —a 库中无该年度报告 no report on that year in the store
            —b 该版表样无此项 the edition of the form does not have it
            ! 有问题指向该数 an issue names this figure
            ‖ 由此起表样不同 the form differs from here on

            """, output);
    }

    [Fact]
    public void CsvKeepsNumbersAndDisarmsFormulas()
    {
        using (var store = folder.Open())
        {
            var reading = Readings.Of(2021, "2021", ("fees.collected", -4.5m), ("rules.issued", null));
            var marked = reading.Report.Figures[1] with { State = CellState.Mark, Raw = "-" };
            StoreFolder.Save(store, reading with { Report = reading.Report with { Figures = [reading.Report.Figures[0], marked] } }, "a", agency: "=HYPERLINK(\"x\"),甲", named: true);
        }
        var (_, output, _) = Run("--format", "csv", "--indicator", "fees.collected", "rules.issued");
        Assert.Equal(
            """
            agency,code,year,scope,indicator,applicant,value,state,raw,unit,edition,missing,outcome,issues,numerator,denominator,rank,ranked,change,corrected,aside,form,break,notes
            "'=HYPERLINK(""x""),甲",,2021,own,fees.collected,,-4.5,number,'-4.5,,2021,,complete,,,,1,1,,false,,,,
            "'=HYPERLINK(""x""),甲",,2021,own,rules.issued,,,mark,'-,,2021,mark,complete,,,,,,,false,,,,

            """, output);
    }

    [Fact]
    public void JsonCarriesFiguresAndBreaks()
    {
        Fill();
        var (_, output, _) = Run("--format", "json", "--indicator", "rules.made");
        using var json = JsonDocument.Parse(output);
        Assert.Equal("notInEdition", json.RootElement.GetProperty("figures")[1].GetProperty("missing").GetString());
        Assert.Equal("2019", json.RootElement.GetProperty("breaks")[0].GetProperty("onlyIn").GetString());
    }

    [Fact]
    public void AMetricIsRankedWithItsBaseItsBreaksAndItsSpread()
    {
        using (var store = folder.Open())
        {
            foreach (var (agency, granted, closed) in new[] { ("甲局", 40, 50), ("乙局", 40, 50), ("丙局", 45, 50), ("丁局", 3, 12), ("戊局", 0, 0) })
                StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.granted|total", granted), ("requests.partly_granted|total", 0), ("requests.closed|total", closed)) with { Issues = [] }, agency, agency: agency, named: true);
        }
        var (code, output, _) = Run("--metric", "disclosure_rate", "--years", "2020-2021", "--rank");
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(
            """
            公开率，总计 (disclosure rate, total) disclosure_rate|total
            %：予以公开与部分公开之和，占办结总数。Granted in full or in part, of all closed. 基数少于30不计。No rate below a base of 30.
            机关 Agency 2020 2021
            丙局 —a 90 [1]
            乙局 —a 80 [2]
            甲局 —a 80 [2]
            丁局 —a 3/12<
            戊局 —a ÷0
            上四分位 upper quartile 85
            中位数 median 80
            下四分位 lower quartile 80
            有值 with a value 0 3
            缺 missing 5 2

            —a 库中无该年度报告 no report on that year in the store
            ÷0 基数为零，无比率 the base is zero: there is no rate
            < 基数过小，只列分子/分母 the base is too small for a rate: numerator/denominator
            [n] 名次，由大到小，同值同名次 rank from the greatest down, equal values share it

            """, Regex.Replace(output, " +", " "));
    }

    [Fact]
    public void WhatCannotBeComparedSaysSoInItsRowAndInEveryFile()
    {
        using (var store = folder.Open())
        {
            foreach (var (agency, value) in new[] { ("甲局", 5), ("乙局", 9) }) StoreFolder.Save(store, Readings.Of(2018, "2014", ("stat2014.reconsideration", value)), agency, agency: agency, named: true);
            StoreFolder.Save(store, Readings.Of(2018, "2019", ("reconsideration.total", 50)), "c", agency: "丙局", named: true);
            StoreFolder.Save(store, Readings.Of(2019, "2019", ("reconsideration.total", 60)), "d", agency: "甲局", named: true);
            var unsaid = Readings.Of(2018, "2014", ("stat2014.reconsideration", 70));
            StoreFolder.Save(store, unsaid with { Report = unsaid.Report with { Scope = Scope.Unknown } }, "e", agency: "乙局", named: true);
        }
        var (_, text, _) = Run("--series", "reviews", "--rank");
        Assert.Matches(@"甲局 +5 \[2\] +‖60 \[1\]\n", text);
        Assert.Matches(@"乙局 +9 \[1\]\(本机关\) 70†\(未明\) ", text);
        Assert.Matches(@"丙局 +50≠ ", text);
        Assert.Matches(@"中位数 median +7 +60", text);
        Assert.Contains("≠ 2018年：1份用2019版表样，多数用2014版，不可比：不排名，不计入中位数。", text);
        var (_, csv, _) = Run("--series", "reviews", "--format", "csv");
        var rows = csv.Split('\n').Where(row => row.Length > 0 && row[0] is '甲' or '乙' or '丙').ToDictionary(row => string.Join(' ', row.Split(',').Where((_, i) => i is 0 or 2 or 3)), row => row.Split(',', 24)[^4..]);
        Assert.Equal(["otherForm", "broken", ""], rows["丙局 2018 own"][..3]);
        Assert.Equal(["", "", "broken"], rows["甲局 2019 own"][..3]);
        Assert.StartsWith("2018→2019：表样由2014版改为2019版，前后不可比。", rows["甲局 2019 own"][3].Trim('"'));
        Assert.Equal(["ownBeside", "", ""], rows["乙局 2018 unknown"][..3]);
        Assert.Equal(["", "", "", ""], rows["乙局 2018 own"]);
    }

    [Fact]
    public void AFigureOfAWholeRegionSaysSoAmongThoseOfSingleOrgans()
    {
        using (var store = folder.Open())
        {
            foreach (var (agency, year, scope, value) in new[] { ("某市人民政府", 2021, Scope.Own, 100), ("某市人民政府", 2022, Scope.Aggregate, 3511), ("某市财政局", 2022, Scope.Own, 12), ("某市审计局", 2022, Scope.Unknown, 7) })
            {
                var reading = Readings.Of(year, "2021", ("requests.new|total", value));
                StoreFolder.Save(store, reading with { Report = reading.Report with { Scope = scope } }, $"{agency} {year}", agency: agency, named: true);
            }
        }
        var (_, text, _) = Run("--series", "received");
        Assert.Matches(@"某市人民政府 +100 +3511\(汇总\)\n", text);
        Assert.Matches(@"某市审计局 +—a +7\(未明\)\n", text);
        Assert.Matches(@"某市财政局 +—a +12\n", text);
        Assert.DoesNotContain("汇总", Run("--series", "received", "--agency", "某市财政局").Output);
    }

    [Fact]
    public void WithoutADatabaseOneLineSaysWhatToDo()
    {
        var (code, output, error) = Run();
        Assert.Equal((ExitCode.NoInput, ""), (code, output));
        Assert.Contains(folder.Path, Assert.Single(error.TrimEnd().Split('\n')));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("--indicator", "requests.old")]
    [InlineData("--agency", "东莞市不存在局")]
    [InlineData("--peers", "东莞市不存在局")]
    [InlineData("--region", "9999")]
    [InlineData("--series", "requests.new")]
    [InlineData("--metric", "received")]
    [InlineData("--year", "2025-2019")]
    [InlineData("--years", "2o21")]
    public void WhatTheStoreDoesNotKnowIsWrongUse(string option, string value)
    {
        Fill();
        var (code, output, error) = Run(option, value);
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains(value, error);
    }

    [Fact]
    public void ANewerDatabaseIsAMatterOfConfiguration()
    {
        using (folder.Open()) { }
        folder.Ask("PRAGMA user_version = 99");
        Assert.Equal(ExitCode.Configuration, Run().Code);
    }

    [Fact]
    public void AListThatIsNotThereIsNoInputAndOriginalsWithoutADatabaseAreDamage()
    {
        Fill();
        var list = Path.Combine(folder.Path, "nobody.txt");
        var (code, _, error) = Run("--agency-list", list);
        Assert.Equal(ExitCode.NoInput, code);
        Assert.Contains(list, error);
        File.Delete(Path.Combine(folder.Path, "reports.db"));
        Assert.Equal(ExitCode.InputOutput, Run().Code);
    }

    [Fact]
    public void TheFileHasNoWordsOfADocumentWhichMayNamePeople()
    {
        using (var store = folder.Open())
        {
            var reading = Readings.Of(2021, "2021", ("rules.issued", 3), ("rules.repealed", null));
            var named = reading.Report.Figures.Select((figure, i) => i == 0 ? figure with { Raw = "3（张三）", Unit = "张三" } : figure with { State = CellState.Text, Raw = "问张三" });
            StoreFolder.Save(store, reading with { Report = reading.Report with { Figures = [.. named] } }, "a");
        }
        var (_, csv, _) = Run("--format", "csv", "--indicator", "rules.issued", "rules.repealed");
        Assert.DoesNotContain("张三", csv);
        Assert.Contains(",3,number,,,2021,", csv);
    }

    [Fact]
    public void AFileThatIsNoDatabaseIsReported()
    {
        File.WriteAllText(Path.Combine(folder.Path, "reports.db"), "This is no database at all, and long enough to look at: " + new string('x', 5000));
        Assert.Equal(ExitCode.InputOutput, Run().Code);
    }

    void Fill()
    {
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Of(2020, "2019", ("requests.new|total", 7), ("rules.made", 3)), "2020");
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 9), ("rules.issued", 3)) with
        {
            Issues = [new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = "9", Figures = [new FigureKey("requests.new", "total")] }],
        }, "2021");
        StoreFolder.Save(store, Readings.Of(2022, "2021", ("requests.new|total", null), ("rules.issued", 3)), "2022");
    }

    (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = CompareCommand.Create().Parse(["--data", folder.Path, .. args]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
