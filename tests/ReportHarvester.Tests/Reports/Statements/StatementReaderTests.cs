using ReportHarvester.Reports;
using ReportHarvester.Reports.Recognition;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Tests.Reports.Statements;

public sealed class StatementReaderTests
{
    [Fact]
    public void A_sentence_that_a_page_turn_cuts_is_one_and_its_place_is_that_of_the_number()
    {
        var statements = Read(("（二）依申请公开。2022年全年共收到公民、法人和其他组织提出的政府信息公开申请1", 1), ("2件，均已答复。", 2));
        var statement = Assert.Single(statements);
        Assert.Equal(("prose.requests_received", 12m, "件", "12件", 1, 1), (statement.Subject, statement.Value, statement.Unit, statement.Raw, statement.Section, statement.Origin.Page));
        Assert.Equal("2022年全年共收到公民、法人和其他组织提出的政府信息公开申请12件，均已答复。", statement.Sentence);
    }

    [Fact]
    public void A_heading_is_no_first_half_of_a_sentence()
    {
        var statement = Assert.Single(Read(("（二）依申请公开情况", 1), ("收到申请3件。", 1)));
        Assert.Equal("收到申请3件。", statement.Sentence);
    }

    [Fact]
    public void What_is_printed_is_kept_with_its_blanks()
    {
        var statement = Assert.Single(Read(("全年收到申请 1,205 件，答复率 100 %。", 1)));
        Assert.Equal((1205m, "1,205 件", "全年收到申请 1,205 件，答复率 100 %。"), (statement.Value, statement.Raw, statement.Sentence));
    }

    [Fact]
    public void A_number_of_another_year_is_not_that_of_the_report() =>
        Assert.Empty(Read(("2021年共收到政府信息公开申请9件。", 1)));

    [Fact]
    public void Two_numbers_for_one_thing_in_one_sentence_are_none() =>
        Assert.Empty(Read(("门户网站发布信息120条，局网站发布信息130条。", 1)));

    // The first word that fits is taken, so a longer one stands before those that it ends with.
    [Fact]
    public void Lists_of_words_stand_longest_first()
    {
        var words = StatementWords.Current;
        foreach (var list in new[] { words.Counters, words.Magnitudes, words.NoCounts, words.Fillers, words.JoinedVerbs, words.ListTails, words.ListJoints, words.Each, words.Leads })
            Assert.Equal(list.OrderByDescending(w => w.Length), list);
    }

    [Theory]
    [InlineData("十", 10), InlineData("十二", 12), InlineData("二十", 20), InlineData("一百零三", 103), InlineData("一百二十", 120), InlineData("二千一百", 2100)]
    [InlineData("壹佰贰拾", 120), InlineData("〇", 0), InlineData("两", 2), InlineData("一〇三", 103), InlineData("九百三十六", 936)]
    public void Chinese_numerals_are_numbers(string text, int number) => Assert.Equal(number, ChineseNumeral.Parse(text));

    [Theory]
    [InlineData("三四"), InlineData("一百二"), InlineData("百"), InlineData("十百"), InlineData("二三十"), InlineData("千十")]
    public void What_is_said_vaguely_is_no_number(string text) => Assert.Null(ChineseNumeral.Parse(text));

    [Theory]
    [InlineData("收到申请1件"), InlineData("未"), InlineData("《"), InlineData("1"), InlineData("一百"), InlineData("，无"), InlineData("行政复议、"), InlineData("（含"), InlineData("2022年"), InlineData("1,")]
    public void Text_without_end_is_read_to_its_end(string piece)
    {
        var statements = Read((string.Concat(Enumerable.Repeat(piece, 40_000)), 1));
        Assert.All(statements, s => Assert.Equal(1, s.Value));
    }

    static IReadOnlyList<Statement> Read(params (string Text, int Page)[] lines) =>
        StatementReader.Read([new SectionPart(1, "一、总体情况", [.. lines.Select(l => new Passage(l.Text, new Origin { Page = l.Page }))])], null, 2022);
}
