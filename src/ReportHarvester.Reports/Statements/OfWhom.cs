using System.Text.RegularExpressions;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Statements;

/// <summary>Whose numbers a sentence tells: those of the whole agency, or of others, of parts of it and of what others did.</summary>
sealed partial class OfWhom(string? agency, string prose)
{
    static readonly StatementWords words = StatementWords.Current;

    readonly List<string> wider = [.. words.WiderRegions.Where(w => (agency ?? SelfName(prose)).Contains(w.Key, StringComparison.Ordinal)).SelectMany(w => w.Value)];

    // 我局 tells what the agency is where its name is not known.
    static string SelfName(string prose) => words.SelfNames.FirstOrDefault(n => prose.Contains(n.Key, StringComparison.Ordinal)).Value ?? "";

    // 在县委领导下, 按照市政府办公室要求: whom one follows counts nothing.
    static readonly Regex guidance = new(words.Guidance, RegexOptions.CultureInvariant);

    // 全市各级各部门 are all of it, as 本局及所属单位 are.
    static readonly Regex wholeRegion = new(words.WholeRegion, RegexOptions.CultureInvariant);

    // 临溪县受理申请120件, in the report of its city
    static readonly Regex place = new(words.Place, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 因工伤认定引发
    static readonly Regex otherCause = new(words.OtherCause, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 市政府门户网站发布信息8000条，其中我局发布80条: a portal that is not the agency's publishes for all.
    static readonly Regex ownShareBehind = new(words.OwnShareBehind, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    static readonly Regex portal = new(words.Portal, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Whether the agency is the office of a government.</summary>
    public bool IsOffice => agency is not null && Matching.Has(agency, words.Offices);

    // What an organ of justice has of suits, or a whole region, is mostly of other matters; what the former decides is none against it.
    bool IsOfOtherSuits(Mention mention)
    {
        if (!Matching.Has(mention.Leading, words.Suits)) return false;
        var isOfJustice = agency is not null && Matching.Has(agency, words.SuitOrgans);
        return mention.Part.Contains(words.OwnMatter, StringComparison.Ordinal) ? isOfJustice && Matching.Has(mention.Clause, words.Judging)
            : isOfJustice || agency is not null && Matching.Has(mention.Part, words.Regions) || Matching.Has(mention.Part, words.SuitMatters);
    }

    public bool IsOther(Mention mention, IReadOnlyList<SpokenNumber> before, string text) => IsOfOthers(mention) || IsOfOtherSuits(mention) || FollowsOthers(mention, before, text);

    // Of one part of the region, in a town's report of its whole county, or of an organ by its name. Beside the agency's own part (本级), all units are others.
    bool IsOfOthers(Mention mention) =>
        Matching.Has(SinceLast(words.SelfNames.Keys, mention.Part), wider) || IsNamedOther(mention.Before) || otherCause.IsMatch(mention.Before)
        || ownShareBehind.IsMatch(mention.Rest) || agency is not null && !agency.Contains(words.Government, StringComparison.Ordinal) && portal.IsMatch(mention.Part)
        || mention.Asides.Any(a => Matching.Has(a, words.PartOrgans) && !Matching.Has(a, words.Inclusions))
        || mention.Part.Contains(words.OwnLevel, StringComparison.Ordinal) && wholeRegion.IsMatch(mention.Before);

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
            || agency is not null && Matching.LastClause(lead) is var clause && (Organ().Matches(clause).Any(o => !OrganName.MayBeShort(o.Value, agency)) || place.Match(clause) is { Success: true } named && !OrganName.MayBeShort(named.Groups["name"].Value, agency));
    }

    static string SinceLast(IEnumerable<string> any, string text) =>
        text[any.Max(w => text.LastIndexOf(w, StringComparison.Ordinal) is >= 0 and var at ? at + w.Length : 0)..];

    // The name of an organ; a government's own website is that of all its offices.
    [GeneratedRegex("(?<![本我全该级])(?![省市县区州旗]局网)[省市县区州旗镇乡][\\p{IsCJKUnifiedIdeographs}-[网]]{0,12}?(?:局|委员会|厅|办公室|管理中心|政府(?!信息|[\\p{IsCJKUnifiedIdeographs}“”]{0,6}(?:网|公众号|微信|平台|公报|专栏|系统|官方|客户端)))")]
    private static partial Regex Organ();
}
