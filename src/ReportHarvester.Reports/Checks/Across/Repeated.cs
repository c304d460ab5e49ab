namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Problems that were taken over from the report of the year before, figures left out.</summary>
static class Repeated
{
    // Shorter texts are alike by chance.
    const int Shortest = 40;

    public static IEnumerable<Broken> Problems(YearPair pair)
    {
        var (before, now) = (Text(pair.Before), Text(pair.Now));
        if (now.Length >= Shortest && before == now) yield return new Broken("section 5", EvidenceWords.Write("section 5 repeated", pair.Before.Year), []) { Said = [now] };
    }

    static string Text(YearReport report) => string.Concat(report.Sections.Where(s => s.Number == 5).SelectMany(s => s.Text.Where(char.IsLetter)));
}
