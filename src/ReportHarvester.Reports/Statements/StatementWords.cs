using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Statements;

/// <summary>What prose may speak of, and the words it uses, from Statements.json. Lists stand longest word first.</summary>
sealed record StatementWords
{
    public static StatementWords Current { get; } = Resource.Read<StatementWords>("Statements.json").Expanded();

    /// <summary>What a paragraph begins with that is no second half of one.</summary>
    public required IReadOnlyList<string> Enumerators { get; init; }

    /// <summary>Signs around names, opening and closing by turns.</summary>
    public required string Titles { get; init; }

    public required int LongestTitle { get; init; }
    public required IReadOnlyList<string> Magnitudes { get; init; }
    public required IReadOnlyList<string> Counters { get; init; }

    /// <summary>What makes a number a share, a date or a size rather than a count.</summary>
    public required IReadOnlyList<string> NoCounts { get; init; }

    public required IReadOnlyList<string> Shares { get; init; }

    /// <summary>Between digits and counter: 1200余条.</summary>
    public required IReadOnlyList<string> VagueBetween { get; init; }

    public required IReadOnlyList<string> VagueBefore { get; init; }
    public required IReadOnlyList<string> VagueAfter { get; init; }

    /// <summary>Signs between the two ends of a range.</summary>
    public required string Ranges { get; init; }

    public required IReadOnlyList<string> Ordinals { get; init; }

    /// <summary>What stands around a zero that needs no counter: 行政复议为0。</summary>
    public required IReadOnlyList<string> BareBefore { get; init; }
    public required string BareAfter { get; init; }

    /// <summary>Words that may stand between what is counted and its number: 共计, 为.</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    /// <summary>Those of them that may stand behind a comma.</summary>
    public required IReadOnlyList<string> Sums { get; init; }

    /// <summary>Words that may lead into a number whose subject follows it: 另有3件结转.</summary>
    public required IReadOnlyList<string> Leads { get; init; }

    /// <summary>Words after a number that belong to what comes next.</summary>
    public required IReadOnlyList<string> Followers { get; init; }

    /// <summary>Words that open a list of parts: 其中.</summary>
    public required IReadOnlyList<string> Breakdowns { get; init; }

    public required IReadOnlyList<string> LastYears { get; init; }

    /// <summary>Words before a year that is only compared with or led over to.</summary>
    public required IReadOnlyList<string> YearAside { get; init; }

    /// <summary>Words after a year from which something was carried over: the sentence goes on about its own year.</summary>
    public required IReadOnlyList<string> CarriedIn { get; init; }

    /// <summary>Words before the year into which something was carried over.</summary>
    public required IReadOnlyList<string> CarriedTo { get; init; }

    /// <summary>The first and last days of a year.</summary>
    public required IReadOnlyList<string> YearEnds { get; init; }

    /// <summary>Words of the whole year, which make 累计 and 截至 those of the year.</summary>
    public required IReadOnlyList<string> WholeYears { get; init; }

    /// <summary>Words of a sum; what was summed up to a day, or since something began, is not the year's.</summary>
    public required IReadOnlyList<string> Cumulative { get; init; }

    /// <summary>Words that lead to a day.</summary>
    public required IReadOnlyList<string> Until { get; init; }

    /// <summary>Words of something that began before the year.</summary>
    public required IReadOnlyList<string> Beginnings { get; init; }

    /// <summary>What a sentence holds that counts other matters or those of others: 均与政府信息公开无关.</summary>
    public required IReadOnlyList<string> Unrelated { get; init; }

    /// <summary>Pattern of what says so of the numbers before it.</summary>
    public required string UnrelatedRest { get; init; }

    /// <summary>Pattern of a cause that is no request for information.</summary>
    public required string OtherCause { get; init; }

    /// <summary>Pattern of words about those whose lead an agency follows.</summary>
    public required string Guidance { get; init; }

    /// <summary>Pattern of a clause that begins with a place that does something.</summary>
    public required string Place { get; init; }

    /// <summary>Pattern of all organs of a region, and of an agency with all that belong to it.</summary>
    public required string WholeRegion { get; init; }

    /// <summary>Names of the whole agency or region: the part that was named before is spoken of no more.</summary>
    public required IReadOnlyList<string> Whole { get; init; }

    public required IReadOnlyList<string> Futures { get; init; }

    /// <summary>Words of what is to be; they hold for their own clause.</summary>
    public required IReadOnlyList<string> Demands { get; init; }

    /// <summary>Signs between the clauses of a sentence, and words of a clause that tells what requests were about: 涉及征地、许可.</summary>
    public required string SentenceMarks { get; init; }
    public required IReadOnlyList<string> Contents { get; init; }

    /// <summary>Pattern of a clause about all of what was counted before: 均以信函提出.</summary>
    public required string OfAll { get; init; }

    /// <summary>Words of a total.</summary>
    public required IReadOnlyList<string> Totals { get; init; }

    /// <summary>Words of followers.</summary>
    public required IReadOnlyList<string> Followings { get; init; }

    /// <summary>Words of what is published by all channels, whichever was named before.</summary>
    public required IReadOnlyList<string> Disclosures { get; init; }

    /// <summary>Words of suits; of two joined numbers of them none is taken where the first is of other matters.</summary>
    public required IReadOnlyList<string> Suits { get; init; }

    /// <summary>What an organ does with suits that are others'.</summary>
    public required IReadOnlyList<string> Handling { get; init; }

    /// <summary>Matters that suits are about, where a sentence says nothing of disclosure.</summary>
    public required IReadOnlyList<string> SuitMatters { get; init; }

    /// <summary>Organs whose work suits are: theirs are about disclosure only where the sentence says so.</summary>
    public required IReadOnlyList<string> SuitOrgans { get; init; }

    /// <summary>What such an organ does with suits against others.</summary>
    public required IReadOnlyList<string> Judging { get; init; }

    /// <summary>What says that something is about disclosure, whatever was spoken of before.</summary>
    public required string OwnMatter { get; init; }

    /// <summary>What a sentence says behind a sum of years that counts its own year's part.</summary>
    public required string OwnYearBehind { get; init; }

    /// <summary>With these, a number is of what there is, not of what was done.</summary>
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>What a sentence says behind a number of all that counts the agency's share.</summary>
    public required string OwnShareBehind { get; init; }

    /// <summary>A sentence that begins with a government's website or account.</summary>
    public required string Portal { get; init; }

    /// <summary>What the name of a government, or of its office, holds.</summary>
    public required string Government { get; init; }

    /// <summary>What an agency's own part is called beside that of all its units.</summary>
    public required string OwnLevel { get; init; }

    /// <summary>With these, a bracket tells what is counted with the agency's own, and not of whom it is.</summary>
    public required IReadOnlyList<string> Inclusions { get; init; }

    /// <summary>What is published; the agency's own field before it says nothing more.</summary>
    public required string Item { get; init; }

    /// <summary>Whole regions, and the agencies that count for one beside what they count for themselves.</summary>
    public required IReadOnlyList<string> Regions { get; init; }
    public required IReadOnlyList<string> Offices { get; init; }

    /// <summary>Words of a part of the year.</summary>
    public required IReadOnlyList<string> Partial { get; init; }

    /// <summary>Words of since when, which are none of <see cref="Partial"/>.</summary>
    public required IReadOnlyList<string> SinceThisYear { get; init; }

    /// <summary>Words of a mean; they hold for their own clause.</summary>
    public required IReadOnlyList<string> Means { get; init; }

    /// <summary>Names of parts of a region; one that is in the agency's own name is no part.</summary>
    public required IReadOnlyList<string> PartOrgans { get; init; }

    /// <summary>By what agencies' names hold, regions that are wider than theirs.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> WiderRegions { get; init; }

    /// <summary>What an agency is by what it calls itself.</summary>
    public required IReadOnlyDictionary<string, string> SelfNames { get; init; }

    public required IReadOnlyList<string> Connectors { get; init; }

    /// <summary>Verbs that each thing of a list may have of its own.</summary>
    public required IReadOnlyList<string> JoinedVerbs { get; init; }

    /// <summary>What turns a verb into its contrary: 不予公开信息0条 counts nothing that was published.</summary>
    public required IReadOnlyList<string> Negations { get; init; }

    /// <summary>What gives one number to each of a list: 均为.</summary>
    public required IReadOnlyList<string> Each { get; init; }

    /// <summary>What gives the numbers that follow to the things before it, in their order: 分别.</summary>
    public required string Respectively { get; init; }

    public required int LongestDenial { get; init; }

    /// <summary>Words before a negation that take its force.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Things that lists name beside those that are counted here.</summary>
    public required IReadOnlyList<string> OtherObjects { get; init; }

    /// <summary>What may follow the last thing of a list, and what joins two things.</summary>
    public required IReadOnlyList<string> ListTails { get; init; }
    public required IReadOnlyList<string> ListJoints { get; init; }

    /// <summary>Kinds of channels by the words for them: + for all, no name for places within another.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Channels { get; init; }

    /// <summary>The channel that holds everything, so that with others it stands for all.</summary>
    public required string WholeChannel { get; init; }

    /// <summary>Lists that rules name with an @.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; }

    public required IReadOnlyList<Subject> Subjects { get; init; }

    StatementWords Expanded() => this with
    {
        Subjects = [.. Subjects.Select(s => s with { Counters = Words(s.Counters), Rules = [.. s.Rules.Select(Expanded)], Denial = s.Denial is { } d ? Expanded(d) : null })],
    };

    Rule Expanded(Rule rule) => rule with
    {
        Before = Words(rule.Before), Verbs = Words(rule.Verbs), Between = Words(rule.Between), Core = Words(rule.Core), After = Words(rule.After), AfterAnywhere = Words(rule.AfterAnywhere),
        Topic = Words(rule.Topic), NotSince = Words(rule.NotSince), NotRightAfter = Words(rule.NotRightAfter), WithoutNext = Words(rule.WithoutNext), WithoutRest = Words(rule.WithoutRest), WithoutAnywhere = Words(rule.WithoutAnywhere), WithoutEarlier = Words(rule.WithoutEarlier), Without = Words(rule.Without), WithoutPart = Words(rule.WithoutPart), WithoutAfter = Words(rule.WithoutAfter), WithoutClause = Words(rule.WithoutClause),
    };

    Denial Expanded(Denial denial) => denial with { Words = Words(denial.Words), Objects = Words(denial.Objects), Between = Words(denial.Between), Core = Words(denial.Core), Without = Words(denial.Without) };

    IReadOnlyList<string> Words(IReadOnlyList<string> words) =>
        [.. words.SelectMany(w => w[0] == '@' ? Words(Lists[w[1..]]) : [w]).Distinct().OrderByDescending(w => w.Length)];
}

/// <summary>One thing that prose counts.</summary>
/// <param name="Flow">True for what happens in the course of the year, false for what there is at its end.</param>
/// <param name="Many">True where a report may count several of them: each account has followers.</param>
sealed record Subject(string Id, string About, string English, IReadOnlyList<string> Counters, bool Flow, bool Many, bool NextYear, IReadOnlyList<Rule> Rules, Denial? Denial);
