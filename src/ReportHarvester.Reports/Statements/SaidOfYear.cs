using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Statements;

/// <summary>Whether a sentence speaks of what was in the year of the report, of the whole agency, and not of plans.</summary>
sealed class SaidOfYear(string? agency, int? year)
{
    static readonly StatementWords words = StatementWords.Current;

    readonly List<string> wider = [.. words.WiderRegions.Where(w => agency?.Contains(w.Key, StringComparison.Ordinal) == true).SelectMany(w => w.Value)];

    // 截至2023年12月31日
    static readonly Regex upToAnEnd = new($"(?:{Wording.AnyOf(words.Until)})(?<year>[0-9]*)年(?:{Wording.AnyOf(words.YearEnds)})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public bool Holds(Subject subject, Mention mention, IReadOnlyList<SpokenNumber> before, string text)
    {
        if (Matching.Has(mention.Part, words.Futures) || Matching.Has(mention.Clause, words.Demands) || IsOfOthers(mention)) return false;
        var named = before.Where(n => n.Year is not null && !IsComparison(text, n.Start) && (subject.NextYear || !IsCarriedIn(text, n.End)) && !IsAside(text, n.End, mention.Start)).Select(n => n.Year!.Value).ToList();
        if (named.Count > 0 && (year is null ? named.Distinct().Count() > 1 : named[^1] != year && !(subject.NextYear && named[^1] == year + 1))) return false;
        if (!subject.Flow) return true;
        if (subject.NextYear && IntoThisYear(mention)) return false;
        if (Matching.Has(mention.Before, words.LastYears) || IsPartial(mention.Before) || Matching.Has(mention.Clause, words.Means) || NamesMonth(mention.Before)) return false;
        return !Matching.Has(WithoutItsEnd(mention.Part), words.Cumulative) || Matching.Has(mention.Part, words.WholeYears) || before.Any(n => n.Year is not null && IsWhole(text, n));
    }

    // 截至2023年12月31日, in the report on 2023, is the whole year.
    string WithoutItsEnd(string part) => upToAnEnd.Replace(part, end => end.Groups["year"].ValueSpan.SequenceEqual($"{year}") ? "" : end.Value);

    // Of one part of the region, or in a town's report of its whole county.
    bool IsOfOthers(Mention mention) => Matching.Has(mention.Part, wider)
        || words.PartOrgans.Any(o => mention.Before.Contains(o, StringComparison.Ordinal) && agency?.Contains(o, StringComparison.Ordinal) != true);

    // 比2021年增加, 结转至2023年: the sentence goes on about its own year.
    static bool IsComparison(string text, int at) => at > 0 && words.YearAside.Any(w => at >= w.Length && string.CompareOrdinal(text, at - w.Length, w, 0, w.Length) == 0);

    // 2021年结转2件, 办结10件
    static bool IsCarriedIn(string text, int end) => words.CarriedIn.Any(w => string.CompareOrdinal(text, end, w, 0, w.Length) == 0);

    // 1件为2021年度结转至2022年度, in the report on 2022.
    bool IntoThisYear(Mention mention) => year is not null && words.CarriedTo.Any(w => mention.After.Contains($"{w}{year}年", StringComparison.Ordinal));

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
            if (at > 0 && char.IsAsciiDigit(before[at - 1])) return true;
        return false;
    }
}
