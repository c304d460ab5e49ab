namespace ReportHarvester.Reports.Statements;

/// <summary>Whether the words around a number say it in the way of a rule.</summary>
static class Matching
{
    static readonly StatementWords words = StatementWords.Current;

    public static bool Fits(Rule rule, Mention mention)
    {
        // Most rules fail by the words right beside the number, which are soon looked at.
        if (!FitsAfter(rule, mention.After) || !(rule.Before.Count == 0 ? LeadsIn(mention.Clause) : FitsBefore(rule, mention.Leading))) return false;
        if (Has(mention.Said, rule.Without) || Has(mention.Part, rule.WithoutPart) || Has(mention.After, rule.WithoutAfter) || Has(mention.Clause, rule.WithoutClause)) return false;
        if (Has(mention.Next, rule.WithoutNext) || Has(mention.Rest, rule.WithoutRest) || rule.Channels.Count > 0 && mention.IsOneOfKinds) return false;
        if (rule.WithoutEarlier.Count > 0 && IsOfEarlierClause(rule, mention.Before)) return false;
        return (rule.Topic.Count == 0 || SpeaksOf(rule, mention.Topic)) && (rule.Channels.Count == 0 || rule.Channels.Contains(mention.Channel)) && !Has(mention.Text, rule.WithoutAnywhere);
    }

    // 收到申请5件。办理提案，办结12件: what was spoken of last is counted. 救助申请 is no request for information.
    static bool SpeaksOf(Rule rule, string topic)
    {
        if (rule.NotSince.Count == 0) return Has(topic, rule.Topic);
        topic = Mention.WithoutAsides(topic);
        for (var at = topic.Length; (at = LastOf(topic[..at], rule.Topic)) >= 0;)
            if (!rule.NotSince.Any(o => topic.AsSpan(0, at).EndsWith(o, StringComparison.Ordinal)))
                return !topic[at..].Split(words.SentenceMarks.ToCharArray()).Any(c => Has(c, rule.NotSince) && !Has(c, words.Contents));
        return false;
    }

    // 公开重点项目进展，公开信息132条
    static bool IsOfEarlierClause(Rule rule, string before) =>
        before.LastIndexOf('，') is >= 0 and var comma && Has(before[..comma], rule.WithoutEarlier) && WithoutFirstYear(before[(comma + 1)..]) is var own && own.Length == before.Length - comma - 1 && !Has(own, words.Totals);

    static int LastOf(string text, IReadOnlyList<string> any) => any.Max(w => text.LastIndexOf(w, StringComparison.Ordinal));

    static bool FitsAfter(Rule rule, string after)
    {
        if (rule.AfterAnywhere.Count > 0) return Has(after, rule.AfterAnywhere);
        return rule.After.Count > 0 ? StartsWithAny(after, rule.After) : after.Length == 0 || StartsWithAny(after, words.Followers);
    }

    static bool FitsBefore(Rule rule, string before)
    {
        foreach (var head in rule.Before)
        {
            if (!before.EndsWith(head, StringComparison.Ordinal)) continue;
            var rest = before[..^head.Length];
            if (IsJoined(rest)) return false;
            if (FitsVerb(rule, rest)) return true;
        }
        return false;
    }

    static bool FitsVerb(Rule rule, string rest)
    {
        if (rule.Verbs.Count == 0) return !FollowsField(rule, rest) && Allowed(rule.Between, rule.Core, rule.Channels.Count > 0 ? Channels.Since(rest) : LastClause(rest), always: true);
        var (at, length) = (-1, 0);
        foreach (var verb in rule.Verbs)
            if (rest.LastIndexOf(verb, StringComparison.Ordinal) is >= 0 and var found && found + verb.Length > at + length) (at, length) = (found, verb.Length);
        if (at < 0 || words.Negations.Any(n => rest.AsSpan(0, at).EndsWith(n, StringComparison.Ordinal))) return false;
        // 答复规范，收到申请2件: a verb does not reach over a comma.
        var between = rest[(at + length)..];
        return !between.Contains('，', StringComparison.Ordinal) && !IsJoined(rest[..at]) && !FollowsField(rule, rest[..at]) && Allowed(rule.Between, rule.Core, between, always: false);
    }

    static bool FollowsField(Rule rule, string lead) => rule.NotRightAfter.Count > 0 && WithoutFillers(lead) is var own && rule.NotRightAfter.Any(w => own.EndsWith(w, StringComparison.Ordinal));

    /// <summary>Whether nothing but the given words stands here, or one of those that settle it.</summary>
    public static bool Allowed(IReadOnlyList<string> between, IReadOnlyList<string> core, string text, bool always)
    {
        if (Has(text, core)) return true;
        if (between.Count == 0) return core.Count == 0 && (always || text.Length == 0);
        for (var at = 0; at < text.Length;)
        {
            var word = between.FirstOrDefault(w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0);
            if (word is null) return false;
            at += word.Length;
        }
        return true;
    }

    // 被申请行政复议、提起行政诉讼3件 counts neither.
    static bool IsJoined(string rest)
    {
        while (words.JoinedVerbs.FirstOrDefault(v => rest.EndsWith(v, StringComparison.Ordinal)) is { } verb) rest = rest[..^verb.Length];
        return words.Connectors.Any(c => rest.Length > c.Length && rest.EndsWith(c, StringComparison.Ordinal) && char.IsLetter(rest[^(c.Length + 1)]));
    }

    static bool LeadsIn(string clause) => Allowed(words.Leads, [], clause, always: false);

    public static string LastClause(string text) => WithoutFirstYear(text[(text.LastIndexOfAny(['，', '、', '：', '（', '）']) + 1)..]);

    /// <summary>The text without the year that it may begin with.</summary>
    public static string WithoutFirstYear(string text)
    {
        var year = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return year > 0 && text[year] == '年' ? text[(year + 1)..].TrimStart('度') : text;
    }

    /// <summary>The words without those that only lead over to the number; a comma only where a sum follows it.</summary>
    public static string WithoutFillers(string before)
    {
        for (var sum = false; ;)
        {
            var word = before.EndsWith('，') && sum ? "，" : words.Fillers.FirstOrDefault(w => before.EndsWith(w, StringComparison.Ordinal));
            if (word is null) return WithoutYear(before);
            sum |= words.Sums.Contains(word);
            before = before[..^word.Length];
        }
    }

    // 结转至2023年6件
    static string WithoutYear(string before)
    {
        var rest = before.EndsWith("年度", StringComparison.Ordinal) ? before[..^1] : before;
        return rest.Length > 5 && rest[^1] == '年' && rest.AsSpan(rest.Length - 5, 4).IndexOfAnyExceptInRange('0', '9') < 0 ? rest[..^5] : before;
    }

    static bool StartsWithAny(string text, IReadOnlyList<string> any)
    {
        foreach (var word in any)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool Has(string text, IReadOnlyList<string> any)
    {
        foreach (var word in any)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
