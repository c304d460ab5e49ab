using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Publisher.Prose;

/// <summary>
/// Prose of very many agencies, as honest as offices are: near half of it are sentences that everybody writes, some are those of the county's office, a
/// third of an agency's own sentences stand again next year with other numbers, the rest is what happened to it.
/// </summary>
sealed class Corpus
{
    const int CommonSentences = 9, CountySentences = 2, OwnSentences = 18, AgenciesOfACounty = 18, KeptOfTen = 3;

    // What fits into a seed: so many years, and so many sentences of a kind.
    const int FirstYear = 2000, Years = 32, Sentences = 32;

    static readonly CorpusWords words = Resources.Json<CorpusWords>("Prose/corpus.json");

    /// <summary>What chance is taken for.</summary>
    enum Use { Own, Kept, Copy, Common, County }

    public static int CountyOf(int agency) => agency / AgenciesOfACounty;

    /// <summary>The sentences of an agency's report on a year, by section: one, five and six.</summary>
    public static IReadOnlyList<string> Honest(int agency, int year) => Parts(agency, Own(agency, year), year);

    /// <summary>The sentences of another report under this agency's name: its own part taken over, the common part written anew.</summary>
    /// <param name="taken">Of ten of the other's own sentences.</param>
    public static IReadOnlyList<string> CopiedFrom(int other, int otherYear, int taken, int agency, int year)
    {
        var chance = Chance(agency, Use.Copy, year);
        var own = Own(agency, year);
        var copied = Own(other, otherYear).Select((sentence, i) => i % 10 < taken ? Renumbered(sentence, chance) : own[i]).ToArray();
        chance.Shuffle(copied);
        return Parts(agency, copied, year);
    }

    static string[] Own(int agency, int year) => [.. Enumerable.Range(0, OwnSentences).Select(i => Sentence(agency, year, i))];

    // What an agency kept from the year before, with other numbers; told from the first year on, so that every year is known by itself.
    static string Sentence(int agency, int year, int i)
    {
        var chance = Chance(agency, Use.Own, year, i);
        return chance.Next(10) < KeptOfTen ? Renumbered(New(Chance(agency, Use.Kept, FirstYear, i)), chance) : New(chance);
    }

    static string New(Random chance)
    {
        var syllables = words.Syllables;
        string Name() => $"{syllables[chance.Next(syllables.Length)]}{syllables[chance.Next(syllables.Length)]}";
        return chance.Of(words.Frames).Replace("{topic}", chance.Of(words.Topics)).Replace("{place}", Name() + chance.Of(words.EndsOfPlaces)).Replace("{name}", Name() + Name()).Replace("{team}", chance.Of(words.Teams)).Replace("{means}", chance.Of(words.Means))
            .Replace("{deed}", chance.Of(words.Deeds)).Replace("{number}", $"{chance.Next(2, 900)}").Replace("{end}", chance.Of(words.Ends));
    }

    static string Renumbered(string sentence, Random chance) => System.Text.RegularExpressions.Regex.Replace(sentence, "[0-9]+", _ => $"{chance.Next(2, 900)}");

    static string[] Parts(int agency, string[] own, int year)
    {
        var chance = Chance(agency, Use.Common, year);
        var common = words.Common.ToArray();
        chance.Shuffle(common);
        var county = Enumerable.Range(0, CountySentences).Select(i => New(Chance(CountyOf(agency), Use.County, FirstYear, i)));
        string[] first = [.. own[..^4].Concat(county).Concat(common[..(CommonSentences - 3)])];
        chance.Shuffle(first);
        return [string.Concat(first), string.Concat(own[^4..^1].Concat(common[(CommonSentences - 3)..CommonSentences])), own[^1]];
    }

    // A seed of its own for each: a hash would give some two of very many agencies the same sentences. Seeds in a row begin alike, so they are spread,
    // by steps that each lead from any 31 bits to other ones.
    static Random Chance(int whose, Use use, int year, int i = 0)
    {
        var seed = checked((((whose * Enum.GetValues<Use>().Length + (int)use) * Years + year - FirstYear) * Sentences) + i);
        for (var round = 0; round < 3; round++) seed = unchecked((seed ^ seed >> 15) * 0x2c1b3c6d) & int.MaxValue;
        return new Random(seed);
    }

    sealed record CorpusWords(string[] Common, string[] Topics, string[] Means, string[] Deeds, string[] Ends, string[] Frames, string[] Teams, string Syllables, string[] EndsOfPlaces);
}
