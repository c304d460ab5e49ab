using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>
/// What prose may mean by the number of a subject, or by one that is said in certain words: sums of figures by the words for them, the usual one first. A sum is indicators with + and -
/// between, in table 3 of the total unless an applicant stands behind a |; .* takes all rows under a name.
/// </summary>
sealed record Meant(string? Subject, SaidCount? Said, IReadOnlyDictionary<string, string> As)
{
    /// <summary>What the report says of it.</summary>
    public IEnumerable<Statement> In(CheckedReport report) => Said?.In(report) ?? report.Report.Statements.Where(s => s.Subject == Subject);

    public IReadOnlyList<FigureSum> Sums => field ??= [.. As.Select(a => new FigureSum(a.Key, a.Value))];
}

/// <summary>A sum of figures, by the words for it.</summary>
sealed class FigureSum(string words, string sum)
{
    readonly List<(int Sign, string Indicator, string? Applicant)> terms = [.. Terms(sum)];

    /// <summary>What it is in a report whose table follows that edition; null where the edition does not have all that it adds up.</summary>
    public Summed? In(PlacedFigures figures, string? edition)
    {
        if (edition is null) return null;
        var found = new List<SummedTerm>();
        foreach (var (sign, indicator, applicant) in terms)
        {
            var some = found.Count;
            found.AddRange(Indicators(indicator, edition).Select(i => new FigureKey(i, applicant)).Select(key => new SummedTerm(sign, key, figures[key])));
            if (found.Count == some) return null;
        }
        return new(words, found);
    }

    static IEnumerable<string> Indicators(string indicator, string edition) => indicator.EndsWith(".*", StringComparison.Ordinal)
        ? Parts.Outcomes(edition).Where(i => i.StartsWith(indicator[..^1], StringComparison.Ordinal)) : Codebook.Find(indicator, edition) is null ? [] : [indicator];

    static IEnumerable<(int, string, string?)> Terms(string sum)
    {
        var sign = 1;
        foreach (var word in sum.Split(' '))
        {
            if (word is "+" or "-") sign = word == "+" ? 1 : -1;
            else yield return (sign, word.Split('|')[0], word.Contains('|') ? word.Split('|')[1] : word.StartsWith("requests.", StringComparison.Ordinal) ? Parts.Total : null);
        }
    }
}

/// <summary>A figure of a sum; null where it was not read.</summary>
readonly record struct SummedTerm(int Sign, FigureKey Key, Figure? Figure)
{
    /// <summary>A figure that was not read, a blank, and one that counts by ten thousand may be any number.</summary>
    public decimal? Value => Figure is { Value: { } value, Unit: var unit } && Numbers.Scale(unit).Length == 0 ? value : null;
}

/// <summary>A sum in one report.</summary>
sealed class Summed(string words, IReadOnlyList<SummedTerm> terms)
{
    public string Words => words;

    public IReadOnlyList<SummedTerm> Terms => terms;

    public IEnumerable<FigureKey> Keys => terms.Select(t => t.Key);

    public bool IsKnown => terms.All(t => t.Value is not null);

    /// <summary>What is known of it.</summary>
    public decimal Value { get; } = terms.Sum(t => t.Sign * (t.Value ?? 0));

    public bool MayBe(decimal said) => (said <= Value || MayBeAny(1)) && (said >= Value || MayBeAny(-1));

    bool MayBeAny(int sign) => terms.Any(t => t.Value is null && t.Sign == sign);
}
