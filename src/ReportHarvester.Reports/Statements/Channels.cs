namespace ReportHarvester.Reports.Statements;

/// <summary>The channels that prose names: a kind, + for all there are, - for none, ? for some; ~ before one that only words before the last number name.</summary>
static class Channels
{
    const string Platform = "platform";
    static readonly string[] columnKinds = ["", "disclosure"];
    static readonly StatementWords words = StatementWords.Current;

    static readonly ILookup<char, (string Word, string Kind)> byFirstSign =
        words.Channels.SelectMany(c => c.Value.Select(w => (Word: w, Kind: c.Key))).OrderByDescending(c => c.Word.Length).ToLookup(c => c.Word[0]);

    /// <summary>The channels of the nearest clause that names any.</summary>
    public static string Of(string before, string part)
    {
        var clauses = before.Split('，');
        foreach (var clause in clauses.Reverse())
            if (Kind(clause) is { } kind) return kind;
        // 公众号粉丝3万人，发布信息120条
        var goesOn = !Matching.Has(clauses[^1], words.Disclosures);
        foreach (var clause in part.Split('，').Reverse())
            if (Kind(clause) is { } kind) return goesOn && Matching.Has(clause, words.Followings) ? kind : "~" + kind;
        return "-";
    }

    /// <summary>What follows the last channel, without the name of its account and the year.</summary>
    public static string Since(string text)
    {
        var since = Matching.WithoutFirstYear(text[Named(text).Select(n => n.End).LastOrDefault()..]);
        return since.IndexOf('“') is >= 0 and var opens && since.IndexOf('”', opens) is >= 0 and var closes ? since.Remove(opens, closes + 1 - opens) : since;
    }

    // A column (no name of its own) is of the website that is named with it.
    static string? Kind(string clause)
    {
        HashSet<string> kinds = [.. Named(clause).Select(n => n.Kind)];
        if (kinds.Count > 1) kinds.Remove(Platform);
        var columns = kinds.Count > 2 || kinds.Contains(words.WholeChannel) ? kinds.RemoveWhere(columnKinds.Contains) : 0;
        return kinds.Count == 0 ? null : kinds.Contains("+") ? "+" : kinds.Count == 1 ? kinds.First() : kinds.Contains(words.WholeChannel) || columns > 0 ? "+" : "?";
    }

    static IEnumerable<(string Kind, int End)> Named(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            // “青屏政府网”微信公众号: the name of an account is no channel of its own.
            if (text[at] == '“' && text.IndexOf('”', at) is >= 0 and var closes && At(text, closes + 1) is not null) at = closes + 1;
            if (At(text, at) is not var (word, kind)) continue;
            // 政务新媒体“青屏发布”微信公众号 is one channel.
            if (text.AsSpan(at + word.Length) is ['“', ..] && text.IndexOf('”', at) is >= 0 and var named && At(text, named + 1) is not null) continue;
            yield return (kind, at + word.Length);
            at += word.Length - 1;
        }
    }

    // The longest word counts: 微信群 is not 微信.
    static (string Word, string Kind)? At(string text, int at)
    {
        if (at >= text.Length) return null;
        foreach (var named in byFirstSign[text[at]])
            if (string.CompareOrdinal(text, at, named.Word, 0, named.Word.Length) == 0) return named;
        return null;
    }
}
