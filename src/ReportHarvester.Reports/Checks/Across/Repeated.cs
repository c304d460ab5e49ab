namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Prose that was taken over from the report of the year before. Figures and the tables' sections are left out.</summary>
static class Repeated
{
    // Signs of a shingle; shorter texts than this are alike by chance.
    const int Shingle = 8, Shortest = 200, ShortestSection = 40;

    // Offices that were criticised had hardly changed a sentence.
    const double Alike = 0.8;

    static readonly int[] Prosaic = [1, 5, 6];

    public static IEnumerable<Broken> Prose(YearPair pair)
    {
        var (before, now) = (Text(pair.Before, Prosaic), Text(pair.Now, Prosaic));
        if (Math.Min(before.Length, now.Length) < Shortest) yield break;
        var (old, current) = (Shingles(before), Shingles(now));
        var share = (double)current.Count(old.Contains) / current.Count;
        if (share >= Alike) yield return new Broken("prose", $"{pair.Now.Year}年度正文有{100 * share:0}%与{pair.Before.Year}年度相同", []);
    }

    public static IEnumerable<Broken> Problems(YearPair pair)
    {
        var (before, now) = (Text(pair.Before, [5]), Text(pair.Now, [5]));
        if (now.Length >= ShortestSection && before == now) yield return new Broken("section 5", $"第五部分与{pair.Before.Year}年度完全相同（数字除外）", []);
    }

    static string Text(YearReport report, int[] sections) =>
        string.Concat(report.Sections.Where(s => sections.Contains(s.Number)).SelectMany(s => s.Text.Where(char.IsLetter)));

    static HashSet<string> Shingles(string text) => [.. Enumerable.Range(0, text.Length - Shingle + 1).Select(i => text.Substring(i, Shingle))];
}
