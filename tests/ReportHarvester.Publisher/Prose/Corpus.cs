using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Publisher.Prose;

/// <summary>
/// Prose of very many agencies, as honest as offices are: near half of it are sentences that everybody writes, some are those of the county's office, a
/// third of an agency's own sentences stand again next year with other numbers, the rest is what happened to it.
/// </summary>
sealed class Corpus
{
    const int CommonSentences = 9, CountySentences = 2, OwnSentences = 18, AgenciesOfACounty = 18, KeptOfTen = 3;

    static readonly CorpusWords words = Resources.Json<CorpusWords>("Prose/corpus.json");

    public static int CountyOf(int agency) => agency / AgenciesOfACounty;

    /// <summary>The sentences of an agency's report on a year, by section: one, five and six.</summary>
    public static IReadOnlyList<string> Honest(int agency, int year) => Parts(agency, Own(agency, year), year);

    /// <summary>The sentences of another report under this agency's name: its own part taken over, the common part written anew.</summary>
    /// <param name="taken">Of ten of the other's own sentences.</param>
    public static IReadOnlyList<string> CopiedFrom(int other, int otherYear, int taken, int agency, int year)
    {
        var chance = Seed.For(agency, $"copy {year}");
        var own = Own(agency, year);
        var copied = Own(other, otherYear).Select((sentence, i) => i % 10 < taken ? Renumbered(sentence, chance) : own[i]).ToArray();
        chance.Shuffle(copied);
        return Parts(agency, copied, year);
    }

    static string[] Own(int agency, int year) => [.. Enumerable.Range(0, OwnSentences).Select(i => Sentence(agency, year, i))];

    // What an agency kept from the year before, with other numbers; told from the first year on, so that every year is known by itself.
    static string Sentence(int agency, int year, int i)
    {
        var chance = Seed.For(agency, $"{year} {i}");
        return chance.Next(10) < KeptOfTen ? Renumbered(New(Seed.For(agency, $"kept {i}")), chance) : New(chance);
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
        var chance = Seed.For(agency, $"common {year}");
        var common = words.Common.ToArray();
        chance.Shuffle(common);
        var county = Enumerable.Range(0, CountySentences).Select(i => New(Seed.For(CountyOf(agency), $"county {i}")));
        string[] first = [.. own[..^4].Concat(county).Concat(common[..(CommonSentences - 3)])];
        chance.Shuffle(first);
        return [string.Concat(first), string.Concat(own[^4..^1].Concat(common[(CommonSentences - 3)..CommonSentences])), own[^1]];
    }

    sealed record CorpusWords(string[] Common, string[] Topics, string[] Means, string[] Deeds, string[] Ends, string[] Frames, string[] Teams, string Syllables, string[] EndsOfPlaces);
}
