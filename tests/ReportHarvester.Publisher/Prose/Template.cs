using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Prose;

/// <summary>The words of a report before its figures are filled in: a text by name, or, for "varied", one way of saying each thing drawn by agency and year.</summary>
static class Template
{
    static readonly Variety varied = Resources.Json<Variety>("Prose/varied.json");

    public static string Of(Truth truth) =>
        truth.Prose == "varied" ? Varied(truth) : Resources.Text($"Prose/{truth.Prose}.txt").ReplaceLineEndings("\n");

    static string Varied(Truth truth)
    {
        string Drawn(string[] ways, string place) => Seed.For(truth.Year, $"{truth.Agency}/{place}").Of(ways);
        var sections = varied.Sections.Select(s => $"\n#{s.Key}\n" + string.Join('\n', s.Value.Select((paragraph, p) =>
            string.Concat(paragraph.Select((ways, i) => Drawn(ways, $"{s.Key}.{p}.{i}"))))));
        return varied.Opening + string.Concat(sections);
    }

    /// <param name="Sections">By number: paragraphs, which are sentences, each in several ways.</param>
    sealed record Variety(string Opening, Dictionary<string, string[][][]> Sections);
}
