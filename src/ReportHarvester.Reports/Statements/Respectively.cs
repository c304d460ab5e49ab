namespace ReportHarvester.Reports.Statements;

/// <summary>A list of things that a list of numbers counts in the same order: 网站、微信公众号分别发布信息356条、128条.</summary>
static class Respectively
{
    const int LongestList = 20;

    static readonly StatementWords words = StatementWords.Current;
    static readonly string[] joints = [.. words.Connectors.OrderByDescending(c => c.Length)];
    static readonly char[] clauseStops = ['，', '：', '（', '）'];

    /// <summary>What stands before a number as if its thing alone were spoken of; empty where the lists do not match, null where there is none.</summary>
    /// <param name="numbers">All numbers of the text.</param>
    /// <param name="i">Which of them.</param>
    /// <param name="partStart">Where the number's sentence begins.</param>
    public static string? Before(string text, IReadOnlyList<SpokenNumber> numbers, int i, int partStart)
    {
        int first = i, last = i;
        while (first > 0 && numbers[first - 1].Start >= partStart && AreJoined(text, numbers[first - 1], numbers[first])) first--;
        while (last + 1 < numbers.Count && last - first < LongestList && AreJoined(text, numbers[last], numbers[last + 1])) last++;
        var from = partStart;
        for (var n = first - 1; n >= 0 && numbers[n].End > from; n--)
            if (numbers[n].Ends) from = numbers[n].End;
        var head = text[from..numbers[first].Start];
        var at = head.LastIndexOf(words.Respectively, StringComparison.Ordinal);
        if (at < 0) return null;
        var things = head[(head.LastIndexOfAny(clauseStops, at) + 1)..at].Split(joints, StringSplitOptions.None);
        return things.Length == last - first + 1 ? things[i - first] + head[(at + words.Respectively.Length)..] : "";
    }

    static bool AreJoined(string text, SpokenNumber one, SpokenNumber next) => text[one.End..next.Start] is var between && (between == "，" || joints.Contains(between));
}
