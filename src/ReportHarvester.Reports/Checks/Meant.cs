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

    public string Words => words;

    /// <summary>The figures it adds up, as far as the report has them; null where one is missing, or counts by ten thousand.</summary>
    public IReadOnlyList<(int Sign, Figure Figure)>? In(PlacedFigures figures)
    {
        var found = new List<(int, Figure)>();
        foreach (var (sign, indicator, applicant) in terms)
        {
            IReadOnlyList<FigureKey> keys = indicator.EndsWith(".*", StringComparison.Ordinal) ? figures.Under(indicator[..^1], applicant) : [new(indicator, applicant)];
            if (keys.Count == 0) return null;
            foreach (var key in keys)
            {
                if (figures[key] is not { } figure || Numbers.Scale(figure.Unit).Length > 0) return null;
                found.Add((sign, figure));
            }
        }
        return found;
    }

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
