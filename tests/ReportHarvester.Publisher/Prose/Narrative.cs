using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Prose;

/// <summary>The report's own words: what stands before section one, and the paragraphs of each section by number.</summary>
sealed record Narrative(IReadOnlyList<string> Opening, IReadOnlyDictionary<int, IReadOnlyList<string>> Sections)
{
    IReadOnlyList<(string Text, bool Heading, int Tables)>? Told { get; init; }

    /// <summary>What the sections count, in order.</summary>
    public IReadOnlyList<Planted> Planted { get; private init; } = [];

    /// <summary>Fills a prose template with the figures of a truth.</summary>
    public static Narrative Of(Truth truth)
    {
        var parts = Template.Of(truth).Split("\n#");
        var filling = new Filling(truth);
        var opening = filling.Paragraphs(parts[0], 0);
        var sections = parts.Skip(1).ToDictionary(p => p[0] - '0', p => filling.Paragraphs(p[1..], p[0] - '0'));
        return new Narrative(opening, sections) { Told = truth.Told, Planted = filling.Planted };
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
}
