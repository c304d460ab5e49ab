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

    [Theory]
    [InlineData("全年接办治安类行政复议案件36件、行政应诉9件，均与政府信息公开无关。")]
    [InlineData("因政府信息公开引发的争议中，上年为复议3件、诉讼2件。")]
    [InlineData("2020年至2022年收到政府信息公开申请75件。")]
    [InlineData("一月至十一月收到政府信息公开申请22件。")]
    [InlineData("自2010年起累计收到政府信息公开申请750件。")]
    [InlineData("连续三年未发生政府信息公开行政复议。")]
    [InlineData("收到政府信息公开申请1 025件。")]
    [InlineData("年初原统计收到政府信息公开申请25件。")]
    [InlineData("下属站所收到政府信息公开申请8件。")]
    [InlineData("减免政府信息公开信息处理费200元。")]
    [InlineData("全年制作公文191份，其中主动公开71份、不予公开120份。")]
    [InlineData("全年被提起行政复议7件，其中涉及政府信息公开的2件。")]
    [InlineData("因土地征收引发行政诉讼4件、行政复议2件。")]
    [InlineData("发生行政复议6件，均与政府信息公开工作无关。")]
    [InlineData("单日最高收到申请5件。")]
    [InlineData("各县（市、区）新收申请320件，办结315件。")]
    [InlineData("全区有12个单位未收到政府信息公开申请。")]
    [InlineData("网站发布动态信息230条、通知公告85条。")]
    [InlineData("收到上级转办的政府信息公开申请2件。")]
    [InlineData("除1件收取50元外，其余未收取信息处理费。")]
    [InlineData("对拟公开的320条信息进行保密审查，不予公开12条，予以公开308条。")]
    [InlineData("全年行政复议9件、行政诉讼7件，均因工伤认定引起。")]
    [InlineData("全年共发生行政复议9件、行政诉讼2件，其中因政府信息公开引发的1件。")]
    [InlineData("工伤认定行政复议8件，行政诉讼6件。")]
    [InlineData("督促各预算单位公开信息1200条。")]
    [InlineData("行政处罚案件1320件，引发行政复议8件、行政诉讼6件。")]
    [InlineData("年初有政务新媒体账号5个，年内注销3个。")]
    [InlineData("机构改革前收到政府信息公开申请8件。")]
    [InlineData("3件于2022年12月收到，其中2件为2021年结转。")]
    [InlineData("拟于2023年制定规范性文件2件。")]
    [InlineData("县医院微信公众号发布信息230条。")]
    [InlineData("对32件申请按件收取信息处理费2200元，申请人未缴纳，视为放弃。")]
    [InlineData("向“青屏发布”公众号推送信息23条。")]
    [InlineData("县土地储备中心（下属单位）公众号推送信息23条。")]
    [InlineData("提案8件，答复已在网站公开13件。")]
    [InlineData("累计主动公开政府信息12500条（含往年）。")]
    [InlineData("目前网站公开信息12500条。")]
    [InlineData("扶贫领域公开信息38条。")]
    [InlineData("人事任免信息公开38条、法规文件公开信息27条。")]
    [InlineData("撤销政府信息公开申请答复2件。")]
    [InlineData("抽查政府信息公开申请答复22件。")]
    [InlineData("较2021年多收到政府信息公开申请6件。")]
    [InlineData("同比少收到政府信息公开申请6件。")]
    [InlineData("全国行政机关收到政府信息公开申请130万件。")]
    [InlineData("拟开设政务新媒体账号2个。")]
    [InlineData("负责云平台运维，该网站发布信息3900条。")]
    public void What_is_of_other_times_others_or_other_matters_is_none_of_the_report(string text) => Assert.Empty(Read((text, 1)));

    [Theory]
    [InlineData("依申请公开收到5件，办结5件。办理建议提案。全年共收到32件，办结32件。", 2)]
    [InlineData("收到政府信息公开申请5件。受理不动产登记3200件，办结3180件。", 1)]
    [InlineData("收到政府信息公开申请5件。受理救助申请320件，办结320件。", 1)]
    [InlineData("收到政府信息公开申请5件，主要涉及救助、补贴等，办结5件。", 2)]
    public void A_number_is_of_what_was_spoken_of_last(string text, int statements) => Assert.Equal(statements, Read((text, 1)).Count);

    [Theory]
    [InlineData("共办理政府信息公开申请15件（结转3件，新收12件），办结15件。", false), InlineData("收到政府信息公开申请12件，结转3件，均已按期答复。", false)]
    [InlineData("全年收到政府信息公开申请12件，加上结转3件，共办结15件。", false), InlineData("收到政府信息公开申请12件，办结10件，结转2件。", true)]
    [InlineData("收到政府信息公开申请12件，办结10件，结转至下年度2件。", true)]
    public void What_is_carried_without_a_word_whither_may_be_carried_in(string text, bool carriedOut) =>
        Assert.Equal(carriedOut, Read((text, 1)).Any(s => s.Subject == "prose.requests_carried_out"));

    [Theory]
    [InlineData("累计主动公开政府信息12500条，其中2022年新增1300条。", 12500), InlineData("累计收到政府信息公开申请1250件，其中2022年28件。", 1250), InlineData("累计制发规范性文件130件，其中2022年制发6件。", 130)]
    [InlineData("县政府门户网站发布信息8300条，其中我局发布85条。", 8300), InlineData("信息公开平台发布信息8300条，我局供稿85条。", 8300)]
    [InlineData("共收到申请27件，其中政府信息公开申请4件。", 27), InlineData("收取信息处理费2件，上年为1件120元。", 120)]
    public void A_sum_of_years_or_of_all_is_not_the_agencys_of_the_year(string text, int value) =>
        Assert.DoesNotContain(StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "青屏县林业局", 2022), s => s.Value == value);

    [Theory]
    [InlineData("累计收到政府信息公开申请28件，其中上年结转3件。", "prose.requests_received", 28), InlineData("全年累计公开政府信息1250条，其中本年新增政策类38条。", "prose.items_published", 1250)]
    [InlineData("通过县政府门户网站公开信息356条。", "prose.items_published_by_website", 356), InlineData("我单位主动公开政府信息85条。", "prose.items_published", 85)]
    public void What_looks_like_a_sum_of_years_or_of_others_and_is_the_agencys_is_read(string text, string subject, int value) =>
        Assert.Contains(StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "青屏县林业局", 2022), s => s.Subject == subject && s.Value == value);

    [Theory]
    [InlineData("办公室本级收到政府信息公开申请78件，全区各单位共收到申请1356件。", "prose.requests_received", 1356), InlineData("制发规范性文件18件，主动公开16件。", "prose.items_published", 16)]
    public void What_all_units_or_one_kind_of_paper_count_is_not_taken_for_the_agencys_whole(string text, string subject, int value) =>
        Assert.DoesNotContain(Read((text, 1)), s => s.Subject == subject && s.Value == value);

    [Theory]
    [InlineData("全县收到政府信息公开申请80件，我局收到8件。", 1), InlineData("我局依申请公开规范。全县收到政府信息公开申请80件。", 0)]
    [InlineData("督促各部门规范办理，全县收到政府信息公开申请80件。", 1), InlineData("在县委领导下，收到政府信息公开申请8件。", 1)]
    public void Of_whom_a_number_is_says_the_nearest_name(string text, int statements) => Assert.Equal(statements, Read((text, 1)).Count);

    [Theory]
    [InlineData("市财政局收到政府信息公开申请80件。", 0), InlineData("县政府办公室收到政府信息公开申请80件。", 0), InlineData("东湖市财政局收到政府信息公开申请80件。", 0)]
    [InlineData("县住建局收到政府信息公开申请8件。", 1), InlineData("我局收到政府信息公开申请8件。", 1), InlineData("通过县政府门户网站公开信息356条。", 1)]
    public void What_another_organ_counts_by_its_name_is_not_the_reports(string text, int statements) =>
        Assert.Equal(statements, StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "青屏县住房和城乡建设局", 2022).Count);

    [Theory]
    [InlineData("收取信息处理费1万2000元。", "prose.fee_collected", 12000), InlineData("收取信息处理费一万二千元。", "prose.fee_collected", 12000)]
    [InlineData("收到政府信息公开申请一万二千件，均已办结。", "prose.requests_received", 12000), InlineData("收取信息处理费3万0500元。", "prose.fee_collected", 30500)]
    [InlineData("收取信息处理费二十万零三百元。", "prose.fee_collected", 200300), InlineData("全年主动公开政府信息12万3456条。", "prose.items_published", 123456)]
    public void Ten_thousands_and_their_rest_are_one_number(string text, string subject, int value) =>
        Assert.Equal((subject, value), Assert.Single(Read((text, 1)).Select(s => (s.Subject, (int)s.Value!))));

    [Theory]
    [InlineData("收取信息处理费1万2元。"), InlineData("收取信息处理费一万二元。"), InlineData("收取信息处理费1.2万3000元。"), InlineData("收取信息处理费二三万二千元。"), InlineData("收取信息处理费1亿2000万元。")]
    [InlineData("收取信息处理费数万2000元。"), InlineData("收取信息处理费3十元。"), InlineData("收取信息处理费2百零5元。"), InlineData("微信公众号粉丝1亿2000万人。")]
    [InlineData("对收到的政府信息公开申请一次性告知补正。"), InlineData("主动公开政府信息一部分。"), InlineData("制发规范性文件一部分。"), InlineData("政府信息公开申请一件事办理。")]
    [InlineData("政府信息公开申请收到一件、办结一件。"), InlineData("对政府信息公开申请做到收到一件，办结一件。")]
    public void What_only_looks_like_a_count_is_none(string text) => Assert.Empty(Read((text, 1)));

    [Theory]
    [InlineData("累计收到政府信息公开申请8件。", "prose.requests_received", 8)]
    [InlineData("截至12月31日，本委网站发布信息184条。", "prose.items_published_by_website", 184)]
    [InlineData("“青屏政府网”微信公众号2022年推送750条。", "prose.items_published_by_wechat", 750)]
    [InlineData("收到申请9件，尚余6件转2023年办理。", "prose.requests_carried_out", 6)]
    [InlineData("全年主动公开213条。", "prose.items_published", 213)]
    public void The_year_up_to_its_end_and_what_accounts_are_called_do_not_hide_a_number(string text, string subject, int value) =>
        Assert.Contains(Read((text, 1)), s => s.Subject == subject && s.Value == value);

    [Theory]
    [InlineData("临溪县受理申请120件，答复118件。", 0), InlineData("其中，市公安局、市财政局分别收到申请120件、98件。", 0)]
    [InlineData("年内全市收到政府信息公开申请120件。", 1), InlineData("云泽市收到政府信息公开申请120件。", 1), InlineData("市政府及各县区、各部门共收到政府信息公开申请120件。", 1)]
    [InlineData("便民服务中心受理申请320件。", 0), InlineData("通过云泽市政府网站公开信息120条。", 1)]
    public void What_a_place_counts_is_not_its_citys(string text, int statements) =>
        Assert.Equal(statements, StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "云泽市人民政府", 2022).Count);

    [Theory]
    [InlineData("网站发布建设信息80条，其中招标信息20条。", 1), InlineData("网站发布建设信息80条，招标信息20条。", 0)]
    public void An_agencys_own_field_is_all_that_it_publishes_unless_it_stands_beside_others(string text, int statements) =>
        Assert.Equal(statements, StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "青屏县住房和城乡建设局", 2022).Count);

    [Theory]
    [InlineData("全年新增行政复议120件、行政诉讼35件。", 0), InlineData("因政府信息公开被申请行政复议1件。", 1)]
    public void An_organ_of_justice_counts_suits_of_all_matters(string text, int statements) =>
        Assert.Equal(statements, StatementReader.Read([new SectionPart(1, "一、总体情况", [new Passage(text, new Origin { Page = 1 })])], "青屏县司法局", 2022).Count);

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
