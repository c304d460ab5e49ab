using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Prose;

/// <summary>The report's own words: what stands before section one, and the paragraphs of each section by number.</summary>
sealed partial record Narrative(IReadOnlyList<string> Opening, IReadOnlyDictionary<int, IReadOnlyList<string>> Sections)
{
    IReadOnlyList<(string Text, bool Heading, int Tables)>? Told { get; init; }

    /// <summary>Fills a prose template with the figures of a truth.</summary>
    public static Narrative Of(Truth truth)
    {
        var parts = Resources.Text($"Prose/{truth.Prose}.txt").ReplaceLineEndings("\n").Split("\n#");
        var sections = parts.Skip(1).ToDictionary(p => p[0] - '0', p => Paragraphs(p[1..], truth));
        return new Narrative(Paragraphs(parts[0], truth), sections) { Told = truth.Told };
    }

    /// <summary>Every block of the report in order: headings, paragraphs, and a mark where a section's tables belong.</summary>
    public IEnumerable<(string Text, bool Heading, int Tables)> Blocks() => Told ?? InOrder();

    IEnumerable<(string Text, bool Heading, int Tables)> InOrder()
    {
        foreach (var text in Opening)
            yield return (text, false, 0);
        for (var number = 1; number <= OfficialForm.Common.Sections.Count; number++)
        {
            yield return (OfficialForm.Common.Sections[number - 1], true, 0);
            if (number is >= 2 and <= 4)
                yield return ("", false, number);
            foreach (var text in Sections.GetValueOrDefault(number, []))
                yield return (text, false, 0);
        }
    }

    static IReadOnlyList<string> Paragraphs(string text, Truth truth) =>
        [.. text.Split('\n').Where(l => l.Length > 0).Select(l => Placeholder().Replace(l, m => Filled(m.Groups[1].Value, truth)))];

    static string Filled(string name, Truth truth) => name switch
    {
        "agency" => truth.Agency,
        "year" => truth.Year.ToString(),
        _ => truth.Counted[name],
    };

    [GeneratedRegex(@"\{([a-z0-9_.|]+)\}")]
    private static partial Regex Placeholder();
}
