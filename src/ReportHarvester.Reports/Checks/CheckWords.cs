using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>The words and patterns that checks of prose look for, from CheckWords.json.</summary>
sealed record CheckWords
{
    public static CheckWords Current { get; } = Resource.Read<CheckWords>("CheckWords.json");

    /// <summary>Sums of table 3 of which a stated share may be.</summary>
    public required IReadOnlyList<string> ShareBases { get; init; }

    /// <summary>Statements whose shares are recomputed.</summary>
    public required IReadOnlyList<string> ShareSubjects { get; init; }

    /// <summary>Numbers of which no statement is made and whose shares are recomputed: what each kind of applicant asked.</summary>
    public required SaidCount ShareSaid { get; init; }

    /// <summary>Words between a whole and its parts.</summary>
    public required IReadOnlyList<string> Breakdown { get; init; }

    /// <summary>Words in a list of parts that make it no plain list.</summary>
    public required IReadOnlyList<string> NoPlainList { get; init; }

    /// <summary>Words with which a sentence goes on behind a list of parts.</summary>
    public required IReadOnlyList<string> ListEnds { get; init; }

    /// <summary>Words of a sentence that may speak of the year before.</summary>
    public required IReadOnlyList<string> OtherYear { get; init; }

    /// <summary>Words of a sentence that counts for another time than the year.</summary>
    public required IReadOnlyList<string> NotOfTheYear { get; init; }

    /// <summary>Words of a sentence that speaks of what one year carries over to the next.</summary>
    public required IReadOnlyList<string> CarriedMatters { get; init; }

    /// <summary>Words of a sentence that says why that need not be the same in both reports.</summary>
    public required IReadOnlyList<string> Excuses { get; init; }

    /// <summary>Words without which no line is the title of a section, in whatever wording, by the section's number.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> SectionWords { get; init; }

    /// <summary>Pattern of a title as the form has it, without blanks.</summary>
    public required string Title { get; init; }

    /// <summary>Pattern of the title of a letter of submission, or of another report of the season.</summary>
    public required string Letter { get; init; }

    /// <summary>What section one covers, by name, with words of which one will do.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Aspects { get; init; }

    /// <summary>What governments add.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> GovernmentAspects { get; init; }

    public required IReadOnlyList<string> Governments { get; init; }
    public required IReadOnlyList<string> Problems { get; init; }
    public required IReadOnlyList<string> Improvements { get; init; }
    public required IReadOnlyList<string> Fees { get; init; }

    /// <summary>Words of the names of columns for reports, and of columns for something else.</summary>
    public required IReadOnlyList<string> ReportColumns { get; init; }
    public required IReadOnlyList<string> OtherColumns { get; init; }

    /// <summary>What trails call the page itself.</summary>
    public required IReadOnlyList<string> PageItself { get; init; }

    /// <summary>Patterns of the numbers of the notices that prescribe the replaced form, and the one in force.</summary>
    public required string OldNotice { get; init; }
    public required string NewNotice { get; init; }

    /// <summary>Pattern of the names of organs below those that may make rules.</summary>
    public required string WithoutRules { get; init; }
}
