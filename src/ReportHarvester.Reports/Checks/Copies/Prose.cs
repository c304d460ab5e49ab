using System.Text;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports;

/// <summary>
/// What a report says in its own words: the letters of sections one, five and six in simplified characters, sentence by sentence, without figures,
/// blanks and other punctuation. The other sections are tables.
/// </summary>
public sealed class Prose
{
    /// <summary>Stands between sentences: a run over it depends on their order.</summary>
    internal const char Stop = '\n';

    const string Stops = "。；！？;!?\n";

    static readonly int[] Prosaic = [1, 5, 6];

    readonly string printed;
    readonly List<int> places = [];

    public Prose(IEnumerable<Section> sections)
    {
        printed = string.Join('\n', sections.Where(s => Prosaic.Contains(s.Number)).Select(s => s.Text));
        var simple = Folding.Simplify(printed);
        var letters = new StringBuilder(simple.Length);
        for (var i = 0; i < simple.Length; i++)
        {
            var stops = Stops.Contains(simple[i], StringComparison.Ordinal);
            if (stops ? letters.Length == 0 || letters[^1] == Stop : !char.IsLetter(simple[i])) continue;
            letters.Append(stops ? Stop : simple[i]);
            places.Add(i);
        }
        Letters = letters.ToString();
    }

    internal string Letters { get; }

    /// <summary>The words as they are printed, from one letter over so many.</summary>
    internal string Quote(int letter, int length) => printed[places[letter]..(places[letter + length - 1] + 1)].ReplaceLineEndings("");
}
