using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Prose;

/// <summary>The words of a report before its figures are filled in: a text by name, or one way of saying each thing drawn by agency and year.</summary>
static class Template
{
    static readonly Dictionary<string, Variety> varied = new[] { "varied", "told" }.ToDictionary(v => v, v => Resources.Json<Variety>($"Prose/{v}.json"));

    public static string Of(Truth truth) =>
        varied.TryGetValue(truth.Prose, out var ways) ? Varied(truth, ways) : Resources.Text($"Prose/{truth.Prose}.txt").ReplaceLineEndings("\n");

    static string Varied(Truth truth, Variety varied)
    {
        string Drawn(string[] ways, string place) => Seed.For(truth.Year, $"{truth.Agency}/{place}").Of(ways);
        var sections = varied.Sections.Select(s => $"\n#{s.Key}\n" + string.Join('\n', s.Value.Select((paragraph, p) =>
            string.Concat(paragraph.Select((ways, i) => Drawn(ways, $"{s.Key}.{p}.{i}"))))));
        return varied.Opening + string.Concat(sections);
    }

    /// <param name="Sections">By number: paragraphs, which are sentences, each in several ways.</param>
    sealed record Variety(string Opening, Dictionary<string, string[][][]> Sections);
}
