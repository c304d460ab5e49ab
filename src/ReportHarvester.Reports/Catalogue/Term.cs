namespace ReportHarvester.Reports;

/// <summary>What a formula adds or takes away: an indicator or a series, of the applicant that it names or of the one that is asked for.</summary>
public sealed record Term(int Sign, string Id, string? Applicant)
{
    /// <summary>Reads sums and differences written as `a + b - c`, each part an id or `id|applicant`.</summary>
    internal static IReadOnlyList<Term> Parse(string formula)
    {
        var words = formula.Split(' ');
        if (words.Length % 2 == 0) throw new FormatException($"{formula}: a part is missing.");
        return [.. Enumerable.Range(0, (words.Length + 1) / 2).Select(i => Part(words[2 * i], i == 0 ? 1 : SignOf(words[2 * i - 1])))];
    }

    static Term Part(string word, int sign)
    {
        var parts = word.Split('|');
        return new Term(sign, parts[0], parts.ElementAtOrDefault(1));
    }

    static int SignOf(string word) => word switch
    {
        "+" => 1,
        "-" => -1,
        _ => throw new FormatException($"{word} is neither + nor -."),
    };
}
