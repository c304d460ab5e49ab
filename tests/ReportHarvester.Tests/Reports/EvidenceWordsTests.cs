using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks;

namespace ReportHarvester.Tests.Reports;

public sealed partial class EvidenceWordsTests
{
    [Theory]
    [InlineData("T3-ROW", "1 + 2 = 3 ≠ 4", "1 + 2 = 3 ≠ 4")]
    [InlineData("T3-COL-SUM", "5 + 3 = 8（另有13项0、2项空白） ≠ 7", "5 + 3 = 8 (and 13 × 0, 2 × blank) ≠ 7")]
    [InlineData("T4-SUM", "（空） + 3 = 3 ≠ 2", "(blank) + 3 = 3 ≠ 2")]
    [InlineData("T3-ROW", "5 + 8 = 13 ≠ 3；若“其他”与“总计”两列互换则成立，多数行如此", "5 + 8 = 13 ≠ 3; it holds with the columns “其他” and “总计” changed about, as it does in most rows")]
    [InlineData("T3-COL-SUM", "5 ≠ 3；表中有数值的一行无法归入任何栏目：“甲；乙 | 2”；表中有数值的一行无法归入任何栏目：“丙 | 1”",
        "5 ≠ 3; a row with numbers fits no row of the form: “甲；乙 | 2”; a row with numbers fits no row of the form: “丙 | 1”")]
    [InlineData("T2-REG-AUTH", "东湖县财政局：规章／本年制发件数 = 2，规章／现行有效件数 = 3", "东湖县财政局: rules (ministry/local government rules): issued this year = 2; rules (ministry/local government rules): in force at year end = 3")]
    [InlineData("N-T2", "正文“制发“三公”文件7件。”7 ≠ 制发 4，≠ 与规章合计 4+0=4", "The text says “制发“三公”文件7件。”: 7 ≠ issued 4, ≠ together with rules 4+0=4")]
    [InlineData("N-T3-NEW", "正文“自然人申请9件”9 ≠ 自然人新收 4，≠ 自然人新收加结转 4+1=5，≠ 自然人办结 5", "The text says “自然人申请9件”: 9 ≠ natural persons, new 4, ≠ natural persons, new plus carried in 4+1=5, ≠ natural persons, closed 5")]
    [InlineData("N-FEE", "正文“收费25元。”25元不是10元的整数倍", "The text says “收费25元。”: “25元” is no multiple of 10 yuan")]
    [InlineData("N-RATE", "正文“收到9件，同比增长5%。”同比增长5%：9/4-1=125%，9/5-1=80%", "The text says “收到9件，同比增长5%。”, “同比增长5%”: 9/4-1=125%; 9/5-1=80%")]
    [InlineData("C-TITLE", "标题“政府信息公开工作年度报告”没有机关名称", "The title “政府信息公开工作年度报告” lacks the agency's name")]
    [InlineData("T3-CARRY-YOY", "自然人：2021年结转下年度 2 ≠ 2022年上年结转 1，其他：2021年结转下年度 0 ≠ 2022年上年结转 1", "natural persons: carried out of 2021 2 ≠ carried into 2022 1; other organisations: carried out of 2021 0 ≠ carried into 2022 1")]
    [InlineData("T3-CARRY-YOY", "2021年结转下年度 2 ≠ 2022年上年结转 1（其间：2022-03-01 东湖市粮食局并入东湖市发展和改革局；东湖市信访局 2022-04-01；2021年度报告公布后改动）",
        "carried out of 2021 2 ≠ carried into 2022 1 (meanwhile: 2022-03-01 东湖市粮食局 was merged into 东湖市发展和改革局; 东湖市信访局 2022-04-01; the report on 2021 was changed after publication)")]
    [InlineData("T2O-ITEMS-YOY", "行政许可：2021年 12+3=15 ≠ 2022年上一年项目数量 14", "licences: 2021 12+3=15 ≠ items of last year in 2022 14")]
    [InlineData("H-SUM", "行政诉讼（两组合计）：所列2个单位 公安局60+财政局40=100 ≠ 90", "litigation, both groups: the 2 units it names 公安局60+财政局40=100 ≠ 90")]
    [InlineData("C-DUP", "2022年度正文与东湖市财政局2022年度报告（91%）、东湖市审计局2021年度报告（60%）相同，如“一是”“二是……”", "The text of 2022 is the same as 东湖市财政局 2022 (91%), 东湖市审计局 2021 (60%), as in “一是”“二是……”")]
    [InlineData("C-DUP", "2022年度正文与本机关2021年度报告（91%）相同，如“一是”", "The text of 2022 is the same as its own report on 2021 (91%), as in “一是”")]
    [InlineData("C-CHANGED", "公布之后数字有改动：（一）予以公开·总计 3 / 空白 blank，结果维持 1 / 2（http://a.example/1，http://a.example/2）",
        "Figures were changed after publication: granted in full, total 3 / blank; upheld 1 / 2 (http://a.example/1, http://a.example/2)")]
    [InlineData("C-CHANGED", "公布之后有改动：落款日期 2022-01-20 / 2022-01-21，第1部分文字（http://a.example/1）", "Changed after publication: date of signature 2022-01-20 / 2022-01-21, the text of section 1 (http://a.example/1)")]
    [InlineData("ROW-SHORT", "本行数值与栏目不符，未读取：“甲。All is well.”。The values of the row do not fit its columns and nothing tells which is which; none was taken.",
        "The values of the row do not fit its columns and nothing tells which is which; none was taken. “甲。All is well.”")]
    [InlineData("AGENCY-CONFLICT", "标题为“甲局”，落款为“乙局”。These places differ; “甲局” was taken.", "The title is “甲局”; The signature is “乙局”. These places differ; “甲局” was taken.")]
    [InlineData("TABLE-UNKNOWN", "第3张表不属已知表式，原样保留。A table of no known form; its rows as printed:\n甲。3 | 4", "A table of no known form; its rows as printed:\n甲。3 | 4")]
    [InlineData("CELL-TEXT", "requests.new|total 处不是数字：“三件”。The cell holds words that are no number.", "The cell of requests.new|total holds words that are no number: “三件”.")]
    [InlineData("DAMAGED", "第3页有内容丢失（layer），未读取。Content of the page is lost in the file and was not read.", "Content of page 3 is lost in the file and was not read (layer).")]
    [InlineData("YEAR-MISSING", "未能确定报告年度。No place says it beyond doubt.", "Not established: the year of the report. No place says it beyond doubt.")]
    [InlineData("CORRECTION-ASLEEP", "统计期限：李四曾把“4”更正为3，现在印作（无此数），更正暂不采用，请重新更正或撤销。A correction was made for another print than the report has now: it does not count until it is made again or withdrawn.",
        "The period of the figures: 李四 put “4” right as 3, and there is no such figure now. The correction does not count until it is made again or withdrawn.")]
    [InlineData("NEEDS-OCR", "文件是JPEG图片，没有文字。The file is a JPEG picture without text.", "The file is a JPEG picture without text.")]
    // The English half would leave out what the Chinese names without quoting it.
    [InlineData("NEEDS-OCR", "3页中没有文字，是扫描件。The pages hold pictures and no text.", null)]
    [InlineData("ARCHIVE-UNSAFE", "压缩包内的文件名指向包外：../甲。A name in the archive leads out of it.", null)]
    [InlineData("WRAPPED-FILE", "网页内嵌文件：年报，甲.pdf，须另行读取。The page shows this file in a viewer; it is to be read by itself.", null)]
    [InlineData("AGENCY-OTHER", "文件署名“甲局”所指为另一机关乙，局，不属于该来源。The document is that of another agency, which its source does not speak for.", null)]
    // Nothing that is known, or what may be read in two ways.
    [InlineData("T3-ROW", "不知道是什么", null)]
    [InlineData("C-SIX", "第2部分的标题为“甲”，应为“乙”，应为“丙”", null)]
    [InlineData("T3-ROW", "不知道是什么。All is well.", null)]
    public void What_shows_a_problem_is_told_in_english(string code, string evidence, string? english) => Assert.Equal(english, EvidenceWords.English(code, evidence));

    /// <summary>What a publisher may print is not read for longer than is allowed, and what issues say at most is read.</summary>
    [Fact]
    public void An_evidence_made_to_be_read_in_many_ways_is_given_up()
    {
        var signs = string.Concat(Enumerable.Repeat("甲（，）", 2000));
        foreach (var hostile in new[] { signs + "）", $"乙（{signs}，）", string.Concat(Enumerable.Repeat("（", 700)) + string.Concat(Enumerable.Repeat("，", 700)) + string.Concat(Enumerable.Repeat("）", 700)) })
        {
            var reading = EvidenceWords.Reading();
            Assert.Null(reading.Whole(hostile));
            Assert.InRange(reading.Taken, 1, EvidenceReading.MostTaken);
        }
        Assert.Null(EvidenceWords.English("ROW-SHORT", $"本行数值与栏目不符：{string.Concat(Enumerable.Repeat("“甲…”", 1000))}。None was taken."));
        var rows = string.Join('\n', Enumerable.Repeat("甲（乙），丙；丁：“戊” | 3 | 4", 120));
        Assert.Equal($"A table of no known form; its rows as printed:\n{rows}", EvidenceWords.English("TABLE-UNKNOWN", EvidenceWords.Write("table unknown", 3, rows)));
        var differences = Enumerable.Repeat(EvidenceWords.Write("difference", "结果维持", "1", "2"), 5);
        Assert.NotNull(EvidenceWords.English("C-CHANGED", EvidenceWords.Write("changed figures", EvidenceWords.Write("differences", differences, "http://a.example/" + new string('a', 200), "http://a.example/2"))));
    }

    public static TheoryData<string> Keys => [.. EvidenceWords.Sentences.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_sentence_is_read_back_as_it_was_written(string key)
    {
        var sentence = EvidenceWords.Sentences[key];
        for (var seed = 1; seed <= 40; seed++)
        {
            var chance = new Random(seed);
            var values = sentence.Holes.Select(hole => Value(sentence, hole, chance, hostile: seed > 10)).ToList();
            var text = EvidenceWords.Write(key, [.. values.Select(v => v.Chinese)]);
            var english = EvidenceWords.English("T3-ROW", text);
            if (seed <= 10 || english is not null) Assert.Equal(sentence.Tell(values.Select((v, i) => (v, i)).ToDictionary(v => v.i, v => v.v.English)), english);
        }
    }

    static readonly string[] Printed = ["收到“三公”申请3件，办结；。", "", "甲：乙", "甲 ≠ 4，≠ 5"], Breaking = ["”", "“", "，应为“", "”没有年度", "”9 ≠ 制发 4", "；", "。Fine.", "相同，如", "年度报告（9%）、", "…", "甲"];

    static (object Chinese, string English) Value(EvidenceSentence sentence, Hole hole, Random chance, bool hostile)
    {
        var number = chance.Next(1, 3000);
        if (hole.IsDate) return Same($"2022-01-{chance.Next(10, 28)}");
        if (hole.IsNumber) return (number, number.ToString(hole.Format));
        if (hole.IsQuoted) return hostile ? Same(string.Concat(Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Breaking[chance.Next(Breaking.Length)]))) : Same(Printed[chance.Next(Printed.Length)]);
        if (hole.IsRest) return Same("“甲”");
        if (hole.IsSum) return Same("4+1=5");
        if (hole.IsName) return ("统计期限", "The period of the figures");
        if (hole.IsPart) return ("（空） + 3 = 3", "(blank) + 3 = 3");
        if (hole.IsWord) return Same("东湖市财政局");
        return (new List<string> { "主要问题", "（空） + 3 = 3" }, $"the main problems{sentence.Between(hole.Number)}(blank) + 3 = 3");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    static (object, string) Same(string text) => (text, text);

    /// <summary>What the fixtures' readings say is wrong, with all numbers that the Chinese has; what is not told in English is shown in Chinese whole.</summary>
    [Fact]
    public void Every_issue_of_the_fixtures_is_told_in_english_with_its_numbers()
    {
        foreach (var folder in Fixtures.Reports)
        {
            using var reading = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reading.json")));
            foreach (var issue in reading.RootElement.GetProperty("issues").EnumerateArray())
            {
                var (code, message) = (issue.GetProperty("code").GetString()!, issue.GetProperty("message").GetString()!);
                var evidence = Rules.EvidenceIn(code, message);
                Assert.True(EvidenceWords.English(code, evidence) is { } english && Numbers().Matches(evidence).All(number => english.Contains(number.Value, StringComparison.Ordinal)), message);
            }
        }
    }
}
