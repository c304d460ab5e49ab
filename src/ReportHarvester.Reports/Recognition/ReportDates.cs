using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Dates and years that reports print.</summary>
static partial class ReportDates
{
    const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>Signs of the longest date without blanks: 二〇二二年十二月二十五日.</summary>
    public const int LongestDate = 12;

    static readonly Regex PublishedLabel = new($@"(?:{Wording.AnyOf(Wording.Current.PublishedLabels)})[:：]?\s*(?<date>20\d\d\s*[-./年]\s*\d{{1,2}}\s*[-./月]\s*\d{{1,2}})");

    /// <summary>The date that a line consists of: 2022年1月25日, 2022-01-25, 二〇二二年一月二十五日.</summary>
    public static DateOnly? WholeLine(string line)
    {
        var compact = Folding.WithoutBlanks(line);
        // （2024年1月25日）
        if (compact is ['（' or '(', .. var bare, '）' or ')']) compact = bare;
        if (Western().Match(compact) is { Success: true } western)
            return Date(int.Parse(western.Groups[1].Value), int.Parse(western.Groups[2].Value), int.Parse(western.Groups[3].Value));
        if (Chinese().Match(compact) is { Success: true } chinese)
            return Date(Digits(chinese.Groups[1].Value), UpTo99(chinese.Groups[2].Value), UpTo99(chinese.Groups[3].Value));
        return null;
    }

    public static DateOnly? Published(Document document)
    {
        var printed = document.Published is { Length: > 0 } meta ? meta
            : document.Blocks.OfType<TextBlock>().Select(t => PublishedLabel.Match(Folding.Simplify(t.Text))).FirstOrDefault(m => m.Success)?.Groups["date"].Value;
        return printed is not null && Leading().Match(printed) is { Success: true } m
            ? Date(int.Parse(m.Groups[1].Value), int.Parse(m.Groups[2].Value), int.Parse(m.Groups[3].Value)) : null;
    }

    /// <summary>The text with years in Chinese numerals as digits: 二〇二三年 as 2023年.</summary>
    public static string WithDigits(string text) => ChineseYear().Replace(text, m => $"{Digits(m.Value)}");

    /// <summary>The year of 统计期限为2021年1月1日至12月31日.</summary>
    public static int? Period(IReadOnlyList<Block> blocks) =>
        blocks.OfType<TextBlock>().Select(t => PeriodText().Match(Folding.Simplify(t.Text.Replace(" ", "")))).FirstOrDefault(m => m.Success) is { } match ? int.Parse(match.Groups[1].Value) : null;

    /// <summary>The year that heads a column of figures (2018年度).</summary>
    public static int? HeadYear(IReadOnlyList<Block> blocks) =>
        blocks.OfType<Grid>().SelectMany(g => g.Cells).Select(c => YearHead().Match(c.Text)).FirstOrDefault(m => m.Success) is { } match ? int.Parse(match.Groups[1].Value) : null;

    /// <summary>The only year that the sentences before the first section name: 我局编制了2023年度报告。</summary>
    public static int? Preamble(IReadOnlyList<Block> blocks) =>
        blocks.TakeWhile(b => b is not TextBlock t || Sections.Heading(t) is null).OfType<TextBlock>().Where(t => t.Text.Contains('。'))
            .SelectMany(t => NamedYear().Matches(WithDigits(t.Text)).Select(m => m.Groups[1].Value)).Distinct().ToList() is [var year] ? int.Parse(year) : null;

    /// <summary>The year that the first section begins with.</summary>
    public static int? FirstYear(IReadOnlyList<Section> sections) =>
        sections.FirstOrDefault(s => s.Number == 1) is { } first && LeadingYear().Match(first.Text.TrimStart()) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    static DateOnly? Date(int year, int month, int day) =>
        year is >= 2000 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    static int Digits(string text) => text.Aggregate(0, (n, c) => n * 10 + Math.Max(0, ChineseDigits.IndexOf(c is '○' or 'O' or '0' or '零' ? '〇' : c)));

    static int UpTo99(string text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0) return Digits(text);
        return (ten == 0 ? 1 : Digits(text[..ten])) * 10 + (ten + 1 < text.Length ? Digits(text[(ten + 1)..]) : 0);
    }

    [GeneratedRegex(@"^(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?$")]
    private static partial Regex Western();

    [GeneratedRegex(@"^(二[〇○O0零][〇○O0零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日?$")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"二[〇○O0零][〇○O0零一二三四五六七八九]{2}(?=年)")]
    private static partial Regex ChineseYear();

    [GeneratedRegex(@"^\s*(20\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:期限|期间)[^。]{0,12}?(20\d\d)年1月1日")]
    private static partial Regex PeriodText();

    [GeneratedRegex(@"^\s*(20\d\d)\s*年度?\s*$")]
    private static partial Regex YearHead();

    // 2024年1月 is a day or a month, 〔2021〕 a number.
    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*年(?!\s*\d{1,2}\s*月)")]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"^(20\d\d)\s*年")]
    private static partial Regex LeadingYear();
}
