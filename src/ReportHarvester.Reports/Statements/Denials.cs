using System.Buffers;

namespace ReportHarvester.Reports.Statements;

/// <summary>Things of which a clause says that there were none, or the same number of each.</summary>
static class Denials
{
    static readonly StatementWords words = StatementWords.Current;
    static readonly List<Subject> deniable = [.. words.Subjects.Where(s => s.Denial is not null)];
    static readonly ILookup<char, (Subject Subject, string Word)> byFirstSign = deniable.SelectMany(s => s.Denial!.Words.Select(w => (Subject: s, Word: w))).ToLookup(x => x.Word[0]);
    static readonly SearchValues<char> firstSigns = SearchValues.Create([.. byFirstSign.Select(w => w.Key)]);

    // What lists name, the longest first, with the subjects it stands for.
    static readonly List<(string Name, IReadOnlyList<Subject> Subjects)> objects =
        [.. deniable.SelectMany(s => s.Denial!.Objects).Concat(words.OtherObjects).Distinct().OrderByDescending(o => o.Length).Select(o => (o, (IReadOnlyList<Subject>)deniable.FindAll(s => s.Denial!.Objects.Contains(o))))];

    static readonly char[] Ends = ['，', '。', '；', '！', '？', '：', '（', '）', '\n'];

    /// <summary>The next place where a word may begin that denies; -1 for none.</summary>
    public static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(firstSigns) is >= 0 and var at ? from + at : -1;

    /// <summary>The word that denies here, if one does; subjects are those that the rest of the clause then speaks of.</summary>
    public static (int Length, IReadOnlyList<Subject> Subjects)? At(string text, int at)
    {
        var possible = Possible(text, at);
        if (possible.Count == 0 || IsConditional(text, at)) return null;
        var longest = possible.Max(x => x.Word.Length);
        var last = Math.Min(text.Length, at + words.LongestDenial);
        var end = text.IndexOfAny(Ends, at, last - at);
        if (end < 0 && last < text.Length) return null;
        if (end < 0) end = last;
        // 未发生与诉讼（…）有关的费用: the clause goes on behind the bracket.
        if (text.AsSpan(end).StartsWith("（") && text.IndexOf('）', end, last - end) is >= 0 and var closes && closes + 1 < text.Length && char.IsLetterOrDigit(text[closes + 1])) return null;
        var found = possible.Where(x => at + x.Word.Length < end && Names(x.Subject, text[(at + x.Word.Length)..end])).Select(x => x.Subject).ToList();
        return found.Count == 0 ? null : (longest, found);
    }

    // The longest word of each subject that stands here.
    static List<(Subject Subject, string Word)> Possible(string text, int at)
    {
        List<(Subject Subject, string Word)> possible = [];
        foreach (var (subject, word) in byFirstSign[text[at]])
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !possible.Exists(p => p.Subject == subject)) possible.Add((subject, word));
        return possible;
    }

    // 如未收到, 有无
    static bool IsConditional(string text, int at) => words.Conditions.Any(c => at >= c.Length && string.CompareOrdinal(text, at - c.Length, c, 0, c.Length) == 0);

    static bool Names(Subject subject, string clause)
    {
        if (clause.Any(char.IsAsciiDigit)) return false;
        var rest = clause;
        for (var goesOn = true; goesOn && LastObject(ref rest, out goesOn) is { } found;)
            if (found.Contains(subject)) return subject.Denial is { } denial && Beginning(rest, goesOn) is var beginning && !Matching.Has(beginning, denial.Without) && Matching.Allowed(denial.Between, denial.Core, beginning, always: false);
        return false;
    }

    // What is left when all objects of the list are taken away.
    static string Beginning(string rest, bool goesOn)
    {
        while (goesOn && LastObject(ref rest, out goesOn) is not null) { }
        return rest;
    }

    /// <summary>Takes the last thing of a list away, with what joins it to those before; what stands there unjoined, as 依申请公开 in 依申请公开行政复议, is none of the list.</summary>
    public static IReadOnlyList<Subject>? LastObject(ref string rest, out bool goesOn)
    {
        goesOn = false;
        for (var bare = rest; ;)
        {
            var last = objects.FindIndex(o => bare.EndsWith(o.Name, StringComparison.Ordinal));
            if (last >= 0)
            {
                rest = Trim(bare[..^objects[last].Name.Length], words.ListJoints, out goesOn);
                return objects[last].Subjects;
            }
            if (words.ListTails.FirstOrDefault(t => bare.EndsWith(t, StringComparison.Ordinal)) is not { } tail) return null;
            bare = bare[..^tail.Length];
        }
    }

    static string Trim(string text, IReadOnlyList<string> endings, out bool goesOn)
    {
        goesOn = false;
        while (endings.FirstOrDefault(e => text.EndsWith(e, StringComparison.Ordinal)) is { } word)
        {
            goesOn |= words.Connectors.Contains(word);
            text = text[..^word.Length];
        }
        return text;
    }
}
