using UglyToad.PdfPig.Writer;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>One typeface as several PDF fonts: the writer's simple TrueType fonts hold 255 different characters each.</summary>
sealed class Typeface(PdfDocumentBuilder builder)
{
    /// <summary>From the package fonts-arphic-gbsn00lp: one TrueType file with Chinese and Latin characters.</summary>
    const string FontFile = "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf";
    const int Capacity = 250;

    readonly byte[] bytes = File.ReadAllBytes(FontFile);
    readonly List<PdfDocumentBuilder.AddedFont> fonts = [];
    readonly Dictionary<char, int> places = [];

    /// <summary>The runs of a text that one font can show.</summary>
    public IEnumerable<(string Text, PdfDocumentBuilder.AddedFont Font)> Runs(string text)
    {
        var from = 0;
        for (var at = 1; at <= text.Length; at++)
            if (at == text.Length || FontOf(text[at]) != FontOf(text[from]))
            {
                yield return (text[from..at], fonts[FontOf(text[from])]);
                from = at;
            }
    }

    int FontOf(char character)
    {
        if (!places.TryGetValue(character, out var place))
            places[character] = place = places.Count;
        if (place / Capacity == fonts.Count)
            fonts.Add(builder.AddTrueTypeFont(bytes));
        return place / Capacity;
    }
}
