using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>The words around the tables: title, headings, notes, signature.</summary>
static class Telling
{
    static readonly Words words = Resources.Json<Words>("Layouts/telling.json");

    public static Truth Of(Truth truth, Layout layout)
    {
        string Filled(string text) => text.Replace("{agency}", truth.Agency).Replace("{year}", truth.Year.ToString());
        return truth with
        {
            Title = words.Titles.TryGetValue(layout["title"], out var title) ? Filled(title) : truth.Title,
            Signature = Signed(truth.Agency, Dates.Written(truth.Dated, layout["date"]), layout["signature"]),
            Told = [.. Blocks(truth, layout).Select(b => b with { Text = Filled(b.Text) })],
        };
    }

    static IReadOnlyList<string> Signed(string agency, string date, string style) => style switch
    {
        "one-line" => [agency + "　" + date], "bracketed" => [agency, $"（{date}）"], _ => [agency, date],
    };

    static IEnumerable<(string Text, bool Heading, int Tables)> Blocks(Truth truth, Layout layout)
    {
        var section = 0;
        foreach (var block in Narrative.Of(truth).Blocks())
        {
            if (block.Heading)
                yield return (Heading(block.Text, ++section, layout), true, 0);
            else if (block.Tables == 0)
                yield return block;
            else
            {
                foreach (var text in Before(block.Tables, layout))
                    yield return (text, false, 0);
                yield return block;
                foreach (var text in After(block.Tables, layout))
                    yield return (text, false, 0);
            }
        }
    }

    static string Heading(string heading, int section, Layout layout)
    {
        var name = heading[2..];
        if (words.Headings.TryGetValue(layout["headings"], out var variants))
            name = variants.GetValueOrDefault($"{section}", name);
        var number = layout.Is("numbering", "restarted") && section > 1 ? section - 1 : section;
        return layout["numbering"] switch
        {
            "arabic" => $"{number}.{name}", "dots" => $"{heading[0]}．{name}", "none" => name, _ => $"{"一二三四五六"[number - 1]}、{name}",
        };
    }

    static IEnumerable<string> Before(int section, Layout layout)
    {
        if (layout.Is("instruction", "kept"))
            yield return words.Instruction;
        if (layout.Is("nearby", "before"))
            yield return words.Before[$"{section}"];
        if (layout.Is("notes", "unit-above", "both"))
            yield return words.Unit;
    }

    static IEnumerable<string> After(int section, Layout layout)
    {
        if (layout.Is("notes", "beneath", "both"))
            yield return words.Notes[$"{section}"];
        if (layout.Is("nearby", "after"))
            yield return words.After[$"{section}"];
    }

    sealed record Words(
        Dictionary<string, string> Titles, Dictionary<string, Dictionary<string, string>> Headings, string Instruction, string Unit,
        Dictionary<string, string> Notes, Dictionary<string, string> Before, Dictionary<string, string> After);
}
