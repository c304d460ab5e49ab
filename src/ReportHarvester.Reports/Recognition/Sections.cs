using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Finds the six sections by the words of their titles, in the order of the form; printed numbers are not relied on.</summary>
static partial class Sections
{
    static readonly List<(int Number, string Key)> Keys =
        [.. Wording.Current.Sections.SelectMany(s => s.Titles.Select(t => (s.Number, Labels.Key(t))))];

    /// <summary>The section that a line is the title of; null for any other line.</summary>
    public static int? Heading(TextBlock line)
    {
        if (line.Text.Length > 60) return null;
        var key = Labels.Key(line.Text);
        foreach (var (number, title) in Keys)
            if (key == title) return number;
        if (!Numbered().IsMatch(line.Text)) return null;
        foreach (var (number, title) in Keys)
            if (Labels.IsSlip(key, title)) return number;
        return null;
    }

    public static IReadOnlyList<Section> Of(IReadOnlyList<Block> blocks, Signature? signature)
    {
        var headings = Headings(blocks);
        var end = signature?.FirstBlock ?? blocks.Count;
        var sections = new List<Section>();
        for (var i = 0; i < headings.Count; i++)
        {
            var (number, at) = headings[i];
            var next = i + 1 < headings.Count ? headings[i + 1].At : Math.Max(end, at + 1);
            var text = blocks.Skip(at + 1).Take(next - at - 1).OfType<TextBlock>().Select(t => t.Text);
            sections.Add(new Section(number, ((TextBlock)blocks[at]).Text, string.Join('\n', text)));
        }
        return sections;
    }

    public static IEnumerable<Issue> Missing(IReadOnlyList<Section> sections) =>
        from title in Wording.Current.Sections
        where sections.All(s => s.Number != title.Number)
        select new Issue
        {
            Code = "SECTION-MISSING", Severity = Severity.Warning,
            Message = $"未找到第{title.Number}部分“{title.Title}”。The title of this section was not found.",
        };

    // From the last section back, each at its last place before the next: a table of contents comes first and loses.
    static List<(int Number, int At)> Headings(IReadOnlyList<Block> blocks)
    {
        var found = new List<(int, int)>();
        var before = blocks.Count;
        foreach (var number in Wording.Current.Sections.Select(s => s.Number).OrderDescending())
        {
            for (var i = before - 1; i >= 0; i--)
            {
                if (blocks[i] is not TextBlock line || Heading(line) != number) continue;
                found.Insert(0, (number, i));
                before = i;
                break;
            }
        }
        return found;
    }

    [GeneratedRegex(@"^\s*[(]?[一二三四五六]")]
    private static partial Regex Numbered();
}
