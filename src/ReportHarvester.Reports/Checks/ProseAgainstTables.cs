using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>Numbers that prose says against those of the tables: a rule speaks only where nothing that the prose may mean fits.</summary>
static class ProseAgainstTables
{
    const int LongestQuote = 60;

    public static IEnumerable<Finding> Compare(CheckedReport report, Check check) =>
        from meant in check.Meant
        let said = meant.In(report).Where(IsPlain).ToList()
        let sums = meant.Sums.Select(s => s.In(report.Figures, report.Edition(check.Table))).OfType<Summed>().ToList()
        where said.Count > 0 && sums.Count > 0 && sums[0].IsKnown
        // A report that says one right number of a thing may say another of a part of it.
        where !said.Exists(s => sums.Exists(sum => sum.MayBe(s.Value)))
        select new Finding(true, false, [.. sums[0].Keys], () => Evidence(said[0], sums)) { At = said[0].Origin, Tried = [.. sums.SelectMany(s => s.Keys)] };

    // 3.6万件 is rounded, and stands for no figure.
    static bool IsPlain(Statement said) => decimal.IsInteger(said.Value) && said.Unit?[0] is not ('万' or '千' or '百' or '十' or '亿');

    static string Evidence(Statement said, IReadOnlyList<Summed> sums) =>
        EvidenceWords.Write("prose", Quote(said.Sentence), said.Value, sums.Where(s => s.IsKnown).Select(s => EvidenceWords.Write("counted", s.Words, Written(s))).Distinct());

    static string Written(Summed sum)
    {
        var shown = sum.Terms.Where(t => t.Value != 0 || sum.Terms.Count < 3).ToList();
        if (sum.Terms.Count == 1 || shown.Count == 0) return $"{sum.Value:0.####}";
        return string.Concat(shown.Select((t, i) => $"{(t.Sign < 0 ? "-" : i > 0 ? "+" : "")}{t.Value:0.####}")) + $"={sum.Value:0.####}";
    }

    public static string Quote(string sentence) => sentence.Length <= LongestQuote ? sentence : sentence[..LongestQuote] + "…";

    /// <summary>Where the number of a statement stands in its sentence; 1件 is not the end of 31件.</summary>
    public static IEnumerable<int> PlacesOf(Statement said)
    {
        for (var at = said.Sentence.IndexOf(said.Raw, StringComparison.Ordinal); at >= 0; at = said.Sentence.IndexOf(said.Raw, at + 1, StringComparison.Ordinal))
            if (at == 0 || !Numbers.IsPart(said.Sentence[at - 1])) yield return at;
    }
}
