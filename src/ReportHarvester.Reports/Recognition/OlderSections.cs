using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The sections of reports before 2019, which each province named and numbered in its own way: by the numbers that are printed, one after the other.</summary>
static partial class OlderSections
{
    const int LongestTitle = 60;
    const string Numerals = "一二三四五六七八九";

    public static IReadOnlyList<SectionPart> Of(IReadOnlyList<Block> blocks, Signature? signature)
    {
        var parts = new List<(string Title, List<Passage> Passages)>();
        foreach (var line in blocks.Take(signature?.FirstBlock ?? blocks.Count).OfType<TextBlock>())
        {
            var number = Number(line.Text);
            // A table of contents has the same titles with nothing under them.
            if (number == 1 && parts.TrueForAll(p => p.Passages.Count == 0)) parts.Clear();
            if (number == parts.Count + 1) parts.Add((line.Text, []));
            else if (parts.Count > 0) parts[^1].Passages.Add(new Passage(line.Text, line.Origin));
        }
        return [.. parts.Select((p, i) => new SectionPart(i + 1, p.Title, p.Passages))];
    }

    static int Number(string line) => line.Length <= LongestTitle && !line.Contains('。') && Heading().Match(line) is { Success: true } heading ? Numerals.IndexOf(heading.Groups[1].Value[0]) + 1 : 0;

    [GeneratedRegex(@"^\s*(?:第?([一二三四五六七八九])(?:部分)?\s*[、：:.．])")]
    private static partial Regex Heading();
}
