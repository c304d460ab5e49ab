using System.Text.RegularExpressions;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Statements;

/// <summary>A place in prose with the words around it that decide what it speaks of. All of them are cut to a bounded length.</summary>
sealed partial class Mention
{
    const int LongestField = 6, LongestBefore = 120, LongestAfter = 40, LongestPart = 300, LongestTopic = 200;
    static readonly StatementWords words = StatementWords.Current;
    static readonly Regex ofAll = new(words.OfAll, RegexOptions.CultureInvariant);
    static readonly char[] PartStops = ['。', '；', '！', '？', '\n'], ClauseStops = ['。', '；', '！', '？', '\n', '，', '：', '、', '（', '）'];


    /// <param name="from">Where the last number ended.</param>
    /// <param name="next">Where the next number begins.</param>
    /// <param name="before">What is to count as standing before it, where other things are spoken of between.</param>
    public Mention(string text, int start, int end, int from, int next, string? before = null, string? agency = null)
    {
        Text = text;
        (Start, End) = (start, end);
        PartStart = PartOf(text, start);
        var last = Math.Min(Math.Min(next, text.Length), end + LongestAfter);
        Next = text.IndexOfAny(PartStops, end, last - end) is >= 0 and var close ? text[end..close] : text[end..last];
        After = text.IndexOfAny(ClauseStops, end, last - end) is >= 0 and var stop ? text[end..stop] : text[end..last];
        var raw = text[Math.Max(Math.Max(from, PartStart), start - LongestBefore)..start];
        Before = WithoutOwnField(before ?? WithoutAsides(raw), agency);
        Asides = Aside().Matches(raw).Select(m => m.Value);
    }

    /// <summary>The whole section.</summary>
    public string Text { get; }

    public int Start { get; }
    public int End { get; }
    public int PartStart { get; }

    /// <summary>Whether it counts one kind of a list of them: 动态230条、公告85条.</summary>
    public bool IsOneOfKinds { get; init; }

    /// <summary>What stands since the last number.</summary>
    public string Before { get; }

    /// <summary>The brackets in what stands since the last number.</summary>
    public IEnumerable<string> Asides { get; }

    /// <summary>Of these, what is not said of all that was counted before.</summary>
    public string Said => field ??= ofAll.Replace(Before, "");

    /// <summary>Of these, what leads to the number, without what only fills up.</summary>
    public string Leading => field ??= Matching.WithoutFillers(Before);

    /// <summary>Of these, the number's own clause.</summary>
    public string Clause => field ??= Matching.LastClause(Before);

    /// <summary>The rest of the clause up to the next number.</summary>
    public string After { get; }

    /// <summary>The rest of the sentence, or of what a semicolon makes of it, up to the next number.</summary>
    public string Next { get; }

    /// <summary>All the rest of the sentence, or of what a semicolon makes of it.</summary>
    public string Rest => field ??= Text[End..(Text.IndexOfAny(PartStops, End, Math.Min(LongestPart, Text.Length - End)) is >= 0 and var close ? close : Math.Min(Text.Length, End + LongestPart))];

    /// <summary>The sentence, or what a semicolon makes of it, up to here.</summary>
    public string Part => field ??= Text[PartStart..Start];

    /// <summary>What was spoken of shortly before, beyond the sentence too.</summary>
    public string Topic => field ??= Text[Math.Max(0, Start - LongestTopic)..Start];

    /// <summary>The channels that are named; see <see cref="Channels"/>.</summary>
    public string Channel => field ??= Channels.Of(Before, Part);

    /// <summary>Where the sentence, or what a semicolon makes of it, begins that holds a place.</summary>
    public static int PartOf(string text, int at)
    {
        var first = Math.Max(0, at - LongestPart);
        return at == 0 ? 0 : Math.Max(first, text.LastIndexOfAny(PartStops, at - 1, at - first) + 1);
    }

    // 答复申请（含上年结转）12件
    public static string WithoutAsides(string before)
    {
        while (before.IndexOf('）') is >= 0 and var closes && before.LastIndexOf('（', closes) is >= 0 and var opens) before = before.Remove(opens, closes + 1 - opens);
        return before;
    }

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Aside();

    // 发布水利信息 of a 水利局 is all that it published.
    string WithoutOwnField(string before, string? agency)
    {
        // 公开财政信息24条，采购信息36条: one kind beside others all the same.
        if (agency is null || !before.EndsWith(words.Item, StringComparison.Ordinal) || Next.EndsWith(words.Item, StringComparison.Ordinal) && !Matching.Has(Next, words.Breakdowns)) return before;
        var end = before.Length - words.Item.Length;
        for (var length = Math.Min(LongestField, end); length > 1; length--)
            if (OrganName.MayBeShort(before[(end - length)..end], agency)) return before.Remove(end - length, length);
        return before;
    }
}
