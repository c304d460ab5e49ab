using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Statements;

/// <summary>
/// Reads what the prose of the sections counts. Cautious: a number is taken only where the words around it say beyond doubt what it counts, of
/// which year and of whom; whatever else a sentence holds is left in it.
/// </summary>
sealed class StatementReader
{
    // No report counts so much; what does is no report, and costs no time.
    const int MostNumbers = 5000, MostInSentence = 100;
    const int LongestSlogan = 300, LongestKind = 12, LongestAside = 60, LongestVerb = 4;
    static readonly char[] brackets = ['（', '）', '。'];
    static readonly StatementWords words = StatementWords.Current;

    static readonly ILookup<string, Subject> counted = words.Subjects.SelectMany(s => s.Counters.Select(c => (Subject: s, Counter: c))).ToLookup(x => x.Counter, x => x.Subject);

    readonly SectionProse prose;
    readonly int section;
    readonly SaidOfYear said;
    readonly OfWhom whose;
    readonly string? agency;
    readonly List<SpokenNumber> numbers;
    readonly List<Found> found = [];

    sealed record Found(Subject Subject, decimal Value, string? Unit, int Start, int End, int Part, bool IsPart);

    StatementReader(SectionPart part, SaidOfYear said, OfWhom whose, string? agency)
    {
        (prose, section, this.said, this.whose, this.agency) = (new SectionProse(part.Passages), part.Number, said, whose, agency);
        numbers = [.. NumberScan.Of(prose.Text).Take(MostNumbers)];
        ReadNumbers();
        ReadDenials();
    }

    public static IReadOnlyList<Statement> Read(IReadOnlyList<SectionPart> parts, string? agency, int? year)
    {
        var (said, whose) = (new SaidOfYear(year), new OfWhom(agency, string.Concat(parts.SelectMany(p => p.Passages).Select(p => p.Text))));
        return [.. parts.SelectMany(p => new StatementReader(p, said, whose, agency).Statements())];
    }

    IEnumerable<Statement> Statements() =>
        from one in found
        where !one.IsPart && !IsOfRegionBesideOwn(one) && (one.Subject.Many || !found.Exists(o => !o.IsPart && o.Subject == one.Subject && o.Part == one.Part && o.Value != one.Value))
        orderby one.Start
        let sentence = prose.Sentence(one.Start)
        select new Statement
        {
            Subject = one.Subject.Id, Value = one.Value, Unit = one.Unit, Raw = prose.Printed(one.Start, one.End),
            Sentence = prose.Printed(sentence.Start, sentence.End), Section = section, Origin = prose.OriginOf(one.Start),
        };

    // The report of a government's office may count the whole region's beside its own.
    bool IsOfRegionBesideOwn(Found one) => whose.IsOffice && IsOfRegion(one) && found.Exists(o => o.Subject == one.Subject && o.Value != one.Value && !IsOfRegion(o));

    bool IsOfRegion(Found one) => Matching.Has(prose.Text[one.Part..one.Start], words.Regions);

    void ReadNumbers()
    {
        for (var (i, from, inner) = (0, 0, 0); i < numbers.Count; i++)
        {
            var (number, aside) = (numbers[i], IsAside(numbers[i]));
            if (number is { Value: { } value, Unit: { } unit } && (unit.Length == 0 || counted.Contains(unit)) && !FollowsOtherSuit(i))
                Take(number, value, MentionOf(i, aside ? Math.Max(from, inner) : from), Before(number.Start, i));
            if (number.Ends) (from, inner) = (aside ? from : number.End, number.End);
        }
    }

    Mention MentionOf(int i, int from) =>
        new(prose.Text, numbers[i].Start, numbers[i].End, from, Next(i), Respectively.Before(prose.Text, numbers, i, Mention.PartOf(prose.Text, numbers[i].Start)), agency) { IsOneOfKinds = IsOneOfKinds(i) };

    // 通过公众号（粉丝3万人）发布信息120条: what brackets count ends nothing of what stands around them.
    bool IsAside(SpokenNumber number)
    {
        var start = Mention.PartOf(prose.Text, number.Start);
        var opens = number.Start > start ? prose.Text.LastIndexOfAny(brackets, number.Start - 1, number.Start - start) : -1;
        return opens >= 0 && prose.Text[opens] == '（' && prose.Text.IndexOfAny(brackets, number.End, Math.Min(LongestAside, prose.Text.Length - number.End)) is >= 0 and var closes && prose.Text[closes] == '）';
    }

    // 办理行政复议35件、行政诉讼12件: where the first is of other matters, so is the other.
    bool FollowsOtherSuit(int i)
    {
        if (i == 0 || numbers[i - 1].Value is null) return false;
        var (previous, start) = (numbers[i - 1], Mention.PartOf(prose.Text, numbers[i].Start));
        if (previous.Start < start || numbers[i].Start - previous.End > LongestKind) return false;
        var lead = prose.Text[previous.End..numbers[i].Start];
        return Matching.Has(lead, words.Suits) && !lead.Contains(words.OwnMatter, StringComparison.Ordinal) && !found.Exists(f => f.Start == previous.Start)
            && prose.Text[Math.Max(start, i == 1 ? 0 : numbers[i - 2].End)..previous.Start] is var first && Matching.Has(first, words.Suits) && Matching.Has(first, words.Handling);
    }

    // Names and dates belong to what is said of a number.
    int Next(int i)
    {
        for (i++; i < numbers.Count; i++)
            if (numbers[i].Ends) return numbers[i].Start;
        return prose.Text.Length;
    }

    // The numbers of the sentence up to here, the i-th of all.
    List<SpokenNumber> Before(int at, int i)
    {
        var start = prose.Sentence(at).Start;
        var first = i;
        while (first > 0 && i - first < MostInSentence && numbers[first - 1].Start >= start) first--;
        return numbers[first..i];
    }

    void Take(SpokenNumber number, decimal value, Mention mention, IReadOnlyList<SpokenNumber> before)
    {
        if (IsSlogan(mention)) return;
        var each = Each(mention);
        foreach (var subject in (number.Unit is { Length: > 0 } unit ? counted[unit] : words.Subjects).Where(s => each is not null ? each.Contains(s) : s.Rules.Any(r => Matching.Fits(r, mention))))
            if (IsOwn(subject, mention, before))
                found.Add(new(subject, value, number.Unit is { Length: > 0 } ? number.Unit : null, number.Start, number.End, mention.PartStart, IsPart(subject, mention)));
    }

    // 发布动态信息230条、公告85条: kinds of what one place published, none of them all of it.
    bool IsOneOfKinds(int i) =>
        i + 1 < numbers.Count && numbers[i + 1].Unit == numbers[i].Unit && prose.Text[numbers[i].End..numbers[i + 1].Start] is ['、', _, ..] between
        && between.Length <= LongestKind && between.IndexOfAny(['，', '。', '；', '\n']) < 0 && Channels.Of(between, "") == "-";

    bool IsOwn(Subject subject, Mention mention, IReadOnlyList<SpokenNumber> before) => !whose.IsOther(mention, before, prose.Text) && said.Holds(subject, mention, before, prose.Text);

    // 收到一件、登记一件、答复一件; twice only in a row, for the few that came may have been answered too.
    bool IsSlogan(Mention mention)
    {
        if (prose.Text[mention.Start] != '一') return false;
        var (start, end) = prose.Sentence(mention.Start);
        var between = prose.Text.Substring(start, Math.Min(end - start, LongestSlogan)).Split(prose.Text[mention.Start..mention.End])[1..];
        // 十一件 is another number.
        if (prose.Text[start..mention.Start] is [.., var digit] && NumberScan.IsNumeral(digit) || between.SkipLast(1).Any(part => part is [.., var before] && NumberScan.IsNumeral(before))) return false;
        return between.Length > 2 || between is [['、' or '，', ..{ Length: <= LongestVerb }], _];
    }

    // Under 其中 a thing that the sentence has counted before is counted in parts.
    bool IsPart(Subject subject, Mention mention) => Matching.Has(mention.Part, words.Breakdowns) && found.Exists(f => f.Subject == subject && f.Part == mention.PartStart);

    // 行政复议、行政诉讼均为0件
    static List<Subject>? Each(Mention mention)
    {
        if (words.Each.FirstOrDefault(w => mention.Before.EndsWith(w, StringComparison.Ordinal)) is not { } each || mention.After.Length > 0) return null;
        var rest = mention.Before[..^each.Length];
        var list = new List<Subject>();
        for (var goesOn = true; goesOn && Denials.LastObject(ref rest, out goesOn) is { } last;) list.AddRange(last);
        return list;
    }

    void ReadDenials()
    {
        var passed = 0;
        for (var at = 0; (at = Denials.Next(prose.Text, at)) >= 0 && found.Count < MostNumbers; at++)
        {
            while (passed < numbers.Count && numbers[passed].Start < at) passed++;
            if (Denials.At(prose.Text, at) is not var (length, subjects)) continue;
            var before = Before(at, passed);
            var mention = new Mention(prose.Text, at, at + length, before.FindLast(n => n.Ends).End, at + length);
            foreach (var subject in subjects.Where(s => IsOwn(s, mention, before)))
                found.Add(new(subject, 0, null, at, at + length, mention.PartStart, false));
            // 暂未收到 holds 未收到.
            at += length - 1;
        }
    }
}
