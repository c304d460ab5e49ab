using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Statements;

/// <summary>Whether a sentence speaks of what was in the year of the report, of disclosure, and not of plans.</summary>
sealed partial class SaidOfYear(int? year)
{
    static readonly StatementWords words = StatementWords.Current;

    const int LongestRest = 200;
    static readonly char[] SentenceEnds = ['。', '！', '？', '\n'], ListEnds = ['。', '，', '；', '：', '\n'];

    // 截至2023年12月31日
    static readonly Regex upToAnEnd = new($"到年底|到年末|(?:{Wording.AnyOf(words.Until)})(?:(?<year>[0-9]+)年)?(?:{Wording.AnyOf(words.YearEnds)})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 均与信息公开工作无关
    static readonly Regex unrelated = new(words.UnrelatedRest, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 累计公开12000条，其中2023年新增1200条
    static readonly Regex ownYearBehind = new(words.OwnYearBehind, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public bool Holds(Subject subject, Mention mention, IReadOnlyList<SpokenNumber> before, string text)
    {
        if (Matching.Has(mention.Part, words.Futures) || Matching.Has(mention.Clause, words.Demands) || Matching.Has(mention.Part, words.Unrelated) || unrelated.IsMatch(Rest(text, mention.End)) || Matching.Has(Rest(text, mention.End), words.Unrelated)) return false;
        var named = before.Where(n => n.Year is not null && !IsComparison(text, n.Start) && !(IsCarriedIn(text, n.End) && (!subject.NextYear || before[^1].Start > n.Start)) && !IsAside(text, n.End, mention.Start)).Select(n => n.Year!.Value).ToList();
        if (subject.Flow && YearRange().IsMatch(mention.Part)) return false;
        if (subject.Flow && !subject.NextYear && year is not null && OfYear().Match(mention.After) is { Success: true } behind && behind.Value != $"{year}" && !IsComparison(mention.After, behind.Index)) return false;
        if (named.Count > 0 && (year is null ? named.Distinct().Count() > 1 : named[^1] != year && !(subject.NextYear && named[^1] == year + 1))) return false;
        if (!subject.Flow) return true;
        if (subject.NextYear && IntoThisYear(mention)) return false;
        if (Matching.Has(mention.Before, words.LastYears) || IsInListOfOtherTimes(mention, before, text) || IsPartial(mention.Before) || Matching.Has(mention.Clause, words.Means) || NamesMonth(mention.Before)) return false;
        if (Matching.Has(mention.Clause, words.Standing) || IsOfYears(mention.Next)) return false;
        if (Matching.Has(mention.Before, words.Cumulative) && !Matching.Has(mention.Part, words.WholeYears) && !before.Any(n => n.Year is not null && IsWhole(text, n)) && ownYearBehind.IsMatch(mention.Rest)) return false;
        return !IsSum(mention.Part) || Matching.Has(mention.Part, words.WholeYears) || before.Any(n => n.Year is not null && IsWhole(text, n));
    }

    // 12000条（含往年）
    bool IsOfYears(string next) => next.StartsWith('（') && next.IndexOf('）') is > 0 and var closes && IsPartial(next[..closes]);

    // What was summed up since something began, or up to a day.
    bool IsSum(string part)
    {
        var rest = WithoutItsEnd(part);
        return Matching.Has(rest, words.Until) || Matching.Has(part, words.Cumulative) && (rest.Length < part.Length || Matching.Has(part, words.Beginnings));
    }

    // 上年为复议3件、诉讼2件; 四季度微博8条、微信5条; but 上年结转3件、新收5件.
    bool IsInListOfOtherTimes(Mention mention, IReadOnlyList<SpokenNumber> before, string text)
    {
        var (first, at) = (before.Count, mention.Start);
        while (first > 0 && GoesOn(text[before[first - 1].End..at])) at = before[--first].Start;
        if (first == before.Count) return false;
        var lead = text[Math.Min(at, first == 0 ? mention.PartStart : before[first - 1].End)..at];
        return IsPartial(lead) || NamesMonth(lead) || words.LastYears.Any(y => lead.IndexOf(y, StringComparison.Ordinal) is >= 0 and var found && !IsCarriedIn(lead, found + y.Length));
    }

    static bool GoesOn(string between) =>
        between.Length == 0 || words.Connectors.Any(c => between.StartsWith(c, StringComparison.Ordinal)) && between.IndexOfAny(ListEnds) < 0 && !Matching.Has(between, words.WholeYears);

    static string Rest(string text, int at) => text[at..(text.IndexOfAny(SentenceEnds, at, Math.Min(LongestRest, text.Length - at)) is >= 0 and var end ? end : Math.Min(text.Length, at + LongestRest))];

    // 截至2023年12月31日, in the report on 2023, is the whole year; so is 截至12月31日.
    string WithoutItsEnd(string part) => upToAnEnd.Replace(part, end => !end.Groups["year"].Success || end.Groups["year"].ValueSpan.SequenceEqual($"{year}") ? "" : end.Value);

    // 比2021年增加, 结转至2023年: the sentence goes on about its own year.
    static bool IsComparison(string text, int at) => at > 0 && words.YearAside.Any(w => at >= w.Length && string.CompareOrdinal(text, at - w.Length, w, 0, w.Length) == 0);

    // 2021年结转2件, 办结10件
    static bool IsCarriedIn(string text, int end) => words.CarriedIn.Any(w => string.CompareOrdinal(text, end, w, 0, w.Length) == 0);

    // 1件为2021年度结转至2022年度, in the report on 2022; 1件为2021年结转.
    bool IntoThisYear(Mention mention) => year is not null
        && (words.CarriedTo.Any(w => mention.After.Contains($"{w}{year}年", StringComparison.Ordinal)) || CarriedFrom().Match(mention.After) is { Success: true } from && from.Groups["year"].Value != $"{year + 1}");

    // （含2022年结转的3件） is closed before what follows.
    static bool IsAside(string text, int named, int at) =>
        text.IndexOf('）', named, at - named) is >= 0 and var closes && text.IndexOf('（', named, closes - named) < 0;

    // 2022年累计, not 截至2022年12月.
    static bool IsWhole(string text, SpokenNumber named) =>
        !IsComparison(text, named.Start) && (named.End >= text.Length || !char.IsAsciiDigit(text[named.End]) && text[named.End] is not ('底' or '末'));

    bool IsPartial(string before)
    {
        foreach (var since in words.SinceThisYear.Append($"{year}年以来").Append($"{year}年度以来")) before = before.Replace(since, "", StringComparison.Ordinal);
        return Matching.Has(before, words.Partial);
    }

    // 3月收到申请2件; 1月1日至12月31日 and 12月底 are the year's ends.
    static bool NamesMonth(string before)
    {
        foreach (var end in words.YearEnds) before = before.Replace(end, "", StringComparison.Ordinal);
        for (var at = before.IndexOf('月', StringComparison.Ordinal); at >= 0; at = before.IndexOf('月', at + 1))
            if (at > 0 && (char.IsAsciiDigit(before[at - 1]) || ChineseNumeral.IsPart(before[at - 1]))) return true;
        return false;
    }

    [GeneratedRegex("[0-9]{4}年?度?[至到—–~～-]+[0-9]{4}年")]
    private static partial Regex YearRange();

    [GeneratedRegex("(?:19|20)[0-9]{2}(?=年)")]
    private static partial Regex OfYear();

    [GeneratedRegex("(?<year>20[0-9]{2})年?度?(?:结转|转入|遗留)(?![至到下次入])")]
    private static partial Regex CarriedFrom();
}
