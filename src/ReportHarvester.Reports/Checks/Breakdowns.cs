using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>A whole and its parts in one sentence: 25件…2950元，其中…420元、290元.</summary>
static class Breakdowns
{
    // Between the whole and 其中, and between the last part and the end of the sentence.
    const int Near = 12;

    // A list of fewer parts may name some of many.
    const int FewestOfAll = 3;
    const decimal SmallestFee = 10, TenThousand = 10_000;

    static readonly char[] Ends = ['。', '；', '！', '？', '\n'];

    /// <summary>Parts that together are more than their whole, or a list that looks whole and is not.</summary>
    public static IEnumerable<Finding> OfCounts(CheckedReport report) =>
        from section in report.Report.Sections
        where section.Number is 1 or 3 or 4
        from sum in Sums(section.Text)
        where sum.Unit != "元" && sum.IsBroken
        select Finding.Wrong(EvidenceWords.Write("breakdown", ProseAgainstTables.Quote(sum.Sentence), Written(sum)), report.PlaceOf(sum.Sentence));

    /// <summary>Fees that do not add up, or that the tariff cannot give.</summary>
    public static IEnumerable<Finding> OfFees(CheckedReport report)
    {
        foreach (var sum in Sums(report.Section(6) ?? "").Where(s => s.Unit == "元" && s.IsBroken))
            yield return Finding.Wrong(EvidenceWords.Write("breakdown", ProseAgainstTables.Quote(sum.Sentence), Written(sum)), report.PlaceOf(sum.Sentence));
        foreach (var said in report.Report.Statements.Where(s => s is { Subject: "prose.fee_collected", Section: 6, Unit: "元" or "万元" }))
            if (said.Value * (said.Unit == "万元" ? TenThousand : 1) % SmallestFee != 0)
                yield return Finding.Wrong(EvidenceWords.Write("odd fee", ProseAgainstTables.Quote(said.Sentence), said.Raw, SmallestFee), said.Origin);
    }

    static IEnumerable<Sum> Sums(string text)
    {
        foreach (var word in CheckWords.Current.Breakdown)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                if (At(text, at, word.Length) is { } sum) yield return sum;
    }

    // A bracket inside the list or before it (28件（含上年结转3件），其中…), another 其中, or a share says that the numbers are no plain list.
    static Sum? At(string text, int at, int length)
    {
        var start = at == 0 ? 0 : text.LastIndexOfAny(Ends, at - 1) + 1;
        var end = text.IndexOfAny(Ends, at) is >= 0 and var stop ? stop : text.Length;
        var list = ListIn(text[(at + length)..end]);
        if (Matching.Has(list, CheckWords.Current.NoPlainList)) return null;
        var whole = NumberScan.Of(text[start..at]).LastOrDefault();
        if (whole is not { Value: { } value, Unit: { } unit } || at - start - whole.End > Near || text[(start + whole.End)..at].Contains('）', StringComparison.Ordinal)) return null;
        var numbers = NumberScan.Of(list).Where(n => n.Ends || n.Value is not null).ToList();
        if (numbers.Count < 2 || numbers.Exists(n => n.Value is null || n.Unit != unit)) return null;
        if (IsWholeBefore([.. numbers.Select(n => n.Value!.Value)], value)) return null;
        return new(text[start..end], value, unit, [.. numbers.Select(n => n.Value!.Value)], numbers.Count >= FewestOfAll && list.Length - numbers[^1].End <= 1);
    }

    // 14件，其中上年结转1件、新收13件，办结12件: what is done with the whole is no part of it.
    static string ListIn(string rest) =>
        rest[..CheckWords.Current.ListEnds.Select(word => rest.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(rest.Length).Min()];

    // Once the parts make up the whole, the sentence speaks of something else.
    static bool IsWholeBefore(IReadOnlyList<decimal> parts, decimal whole)
    {
        var sum = parts[0];
        for (var i = 1; i < parts.Count - 1; i++)
            if ((sum += parts[i]) == whole) return true;
        return false;
    }

    static string Written(Sum sum) => $"{string.Join('+', sum.Parts.Select(p => $"{p:0.####}"))}={sum.Parts.Sum():0.####} ≠ {sum.Whole:0.####}";

    /// <param name="IsClosed">Whether the list looks like all of the whole.</param>
    sealed record Sum(string Sentence, decimal Whole, string Unit, IReadOnlyList<decimal> Parts, bool IsClosed)
    {
        public bool IsBroken => Parts.Sum() > Whole || IsClosed && Parts.Sum() < Whole;
    }
}
