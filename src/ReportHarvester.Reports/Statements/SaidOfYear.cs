using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Statements;

/// <summary>Whether a sentence speaks of what was in the year of the report, of the whole agency, and not of plans.</summary>
sealed partial class SaidOfYear(string? agency, int? year, string prose)
{
    static readonly StatementWords words = StatementWords.Current;

    const int LongestRest = 200;
    static readonly char[] SentenceEnds = ['。', '！', '？', '\n'], ListEnds = ['。', '，', '；', '：', '\n'];

    readonly List<string> wider = [.. words.WiderRegions.Where(w => (agency ?? SelfName(prose)).Contains(w.Key, StringComparison.Ordinal)).SelectMany(w => w.Value)];

    // 我局 tells what the agency is where its name is not known.
    static string SelfName(string prose) => words.SelfNames.FirstOrDefault(n => prose.Contains(n.Key, StringComparison.Ordinal)).Value ?? "";

    // 截至2023年12月31日
    static readonly Regex upToAnEnd = new($"到年底|到年末|(?:{Wording.AnyOf(words.Until)})(?:(?<year>[0-9]+)年)?(?:{Wording.AnyOf(words.YearEnds)})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 在县委领导下, 按照市政府办公室要求: whom one follows counts nothing.
    static readonly Regex guidance = new(words.Guidance, RegexOptions.CultureInvariant);

    // 全市各级各部门 are all of it, as 本局及所属单位 are.
    static readonly Regex wholeRegion = new(words.WholeRegion, RegexOptions.CultureInvariant);

    // 因工伤认定引发; 均与信息公开工作无关
    static readonly Regex otherCause = new(words.OtherCause, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    static readonly Regex unrelated = new(words.UnrelatedRest, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Whether the agency is the office of a government.</summary>
    public bool IsOffice => agency is not null && Matching.Has(agency, words.Offices);

    // What an organ of justice has of suits, or a whole region, is mostly of other matters; what the former decides is none against it.
    bool IsOfOtherSuits(Mention mention) => agency is not null && Matching.Has(mention.Leading, words.Suits)
        && (!mention.Part.Contains(words.OwnMatter, StringComparison.Ordinal) ? Matching.Has(agency, words.SuitOrgans) || Matching.Has(mention.Part, words.Regions)
            : Matching.Has(agency, words.SuitOrgans) && Matching.Has(mention.Clause, words.Judging));

    public bool Holds(Subject subject, Mention mention, IReadOnlyList<SpokenNumber> before, string text)
    {
        if (Matching.Has(mention.Part, words.Futures) || Matching.Has(mention.Clause, words.Demands) || IsOfOthers(mention) || IsOfOtherSuits(mention) || FollowsOthers(mention, before, text) || Matching.Has(mention.Part, words.Unrelated) || unrelated.IsMatch(Rest(text, mention.End)) || Matching.Has(Rest(text, mention.End), words.Unrelated)) return false;
        var named = before.Where(n => n.Year is not null && !IsComparison(text, n.Start) && !(IsCarriedIn(text, n.End) && (!subject.NextYear || before[^1].Start > n.Start)) && !IsAside(text, n.End, mention.Start)).Select(n => n.Year!.Value).ToList();
        if (subject.Flow && YearRange().IsMatch(mention.Part)) return false;
        if (subject.Flow && !subject.NextYear && year is not null && OfYear().Match(mention.After) is { Success: true } behind && behind.Value != $"{year}" && !IsComparison(mention.After, behind.Index)) return false;
        if (named.Count > 0 && (year is null ? named.Distinct().Count() > 1 : named[^1] != year && !(subject.NextYear && named[^1] == year + 1))) return false;
        if (!subject.Flow) return true;
        if (subject.NextYear && IntoThisYear(mention)) return false;
        if (Matching.Has(mention.Before, words.LastYears) || IsInListOfOtherTimes(mention, before, text) || IsPartial(mention.Before) || Matching.Has(mention.Clause, words.Means) || NamesMonth(mention.Before)) return false;
        return !IsSum(mention.Part) || Matching.Has(mention.Part, words.WholeYears) || before.Any(n => n.Year is not null && IsWhole(text, n));
    }

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
        words.Connectors.Any(c => between.StartsWith(c, StringComparison.Ordinal)) && between.IndexOfAny(ListEnds) < 0 && !Matching.Has(between, words.WholeYears);

    static string Rest(string text, int at) => text[at..(text.IndexOfAny(SentenceEnds, at, Math.Min(LongestRest, text.Length - at)) is >= 0 and var end ? end : Math.Min(text.Length, at + LongestRest))];

    // 截至2023年12月31日, in the report on 2023, is the whole year; so is 截至12月31日.
    string WithoutItsEnd(string part) => upToAnEnd.Replace(part, end => !end.Groups["year"].Success || end.Groups["year"].ValueSpan.SequenceEqual($"{year}") ? "" : end.Value);

    // Of one part of the region, in a town's report of its whole county, or of an organ by its name.
    bool IsOfOthers(Mention mention) => Matching.Has(SinceLast(words.SelfNames.Keys, mention.Part), wider) || IsNamedOther(mention.Before) || otherCause.IsMatch(mention.Before);

    // 各镇收到申请12件，办结11件: whose number the next one is, if nobody else is named. What brackets hold is over with them.
    bool FollowsOthers(Mention mention, IReadOnlyList<SpokenNumber> before, string text)
    {
        var (at, disclosed) = (mention.Start, mention.Before.Contains(words.OwnMatter, StringComparison.Ordinal));
        // 12个单位未收到
        if (before.Count > 0 && before[^1].End > mention.PartStart && before[^1].End <= at && IsNamedOther(Matching.LastClause(text[(before[^1].End - 1)..at]))) return true;
        for (var i = before.Count - 1; i >= 0 && before[i].Start >= mention.PartStart && before[i].End <= at; i--)
        {
            var lead = text[before[i].End..at];
            if (Matching.Has(lead, words.Breakdowns) || Matching.Has(lead, words.Whole) || Matching.Has(lead, words.Sums) || lead.Contains('）', StringComparison.Ordinal)) return false;
            disclosed |= lead.Contains(words.OwnMatter, StringComparison.Ordinal);
            at = before[i].Start;
            var own = text[Math.Max(mention.PartStart, i == 0 ? 0 : before[i - 1].End)..at];
            if (Matching.Has(own, words.Breakdowns)) return false;
            if (IsNamedOther(own) || !disclosed && otherCause.IsMatch(own)) return true;
        }
        return false;
    }

    // 督促各部门公开，全县共收到: named after them, the whole is spoken of.
    bool IsNamedOther(string lead)
    {
        var since = SinceLast(words.Whole, wholeRegion.Replace(guidance.Replace(lead, ""), ""));
        return words.PartOrgans.Any(o => since.Contains(o, StringComparison.Ordinal) && agency?.Contains(o, StringComparison.Ordinal) != true)
            || agency is not null && Organ().Matches(Matching.LastClause(lead)).Any(o => !MayBeShort(o.Value, agency));
    }

    static string SinceLast(IEnumerable<string> any, string text) =>
        text[any.Max(w => text.LastIndexOf(w, StringComparison.Ordinal) is >= 0 and var at ? at + w.Length : 0)..];

    // 市住建局 may be 东湖市住房和城乡建设局: its signs stand in the name in their order.
    public static bool MayBeShort(string name, string whole)
    {
        var at = 0;
        foreach (var sign in name)
            if ((at = whole.IndexOf(sign, at) + 1) == 0) return false;
        return true;
    }

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

    // The name of an organ; a government's own website is that of all its offices.
    [GeneratedRegex("(?<![本我全该级])(?![省市县区州旗]局网)[省市县区州旗镇乡][\\p{IsCJKUnifiedIdeographs}-[网]]{0,12}?(?:局|委员会|厅|办公室|管理中心|政府(?!信息|[\\p{IsCJKUnifiedIdeographs}“”]{0,6}(?:网|公众号|微信|平台|公报|专栏|系统|官方|客户端)))")]
    private static partial Regex Organ();

    [GeneratedRegex("[0-9]{4}年?度?[至到—–~～-]+[0-9]{4}年")]
    private static partial Regex YearRange();

    [GeneratedRegex("(?:19|20)[0-9]{2}(?=年)")]
    private static partial Regex OfYear();

    [GeneratedRegex("(?<year>20[0-9]{2})年?度?(?:结转|转入|遗留)(?![至到下次入])")]
    private static partial Regex CarriedFrom();
}
