using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>One of the six parts of a report and the titles it goes by.</summary>
sealed record SectionTitle(int Number, string Title)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IEnumerable<string> Titles => [Title, .. Aliases];
}

/// <summary>The words that reports use around their tables, from Wording.json.</summary>
sealed record Wording
{
    public static Wording Current { get; } = Resource.Read<Wording>("Wording.json");

    public required IReadOnlyList<string> Marks { get; init; }
    public required string Zero { get; init; }
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Pattern of a remark behind a number, without its brackets, that leaves the number what it is: a part of it, a note, its own year.</summary>
    public required string HarmlessRemark { get; init; }

    /// <summary>Pattern of a remark that only says in words what a 0 says.</summary>
    public required string NothingRemark { get; init; }

    public required IReadOnlyList<string> Minus { get; init; }
    public required IReadOnlyList<string> Plus { get; init; }

    /// <summary>Spellings that are the same for comparing labels: from, to.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Variants { get; init; }

    public required IReadOnlyList<SectionTitle> Sections { get; init; }

    /// <summary>Words before a label that make it the label of something else.</summary>
    public required IReadOnlyList<string> OtherThing { get; init; }

    /// <summary>What the numbers of columns are called in their row, before the first or over a column of words.</summary>
    public required IReadOnlyList<string> ColumnNumbers { get; init; }

    /// <summary>Characters that turn what a label says into its contrary, or into what was counted at another time: none of them is a slip.</summary>
    public required string Turning { get; init; }

    /// <summary>Signs without which no line can fit <see cref="ReportTitle"/> or <see cref="TitleRunsOn"/>; most lines are told apart by them.</summary>
    public required string TitleCore { get; init; }

    /// <summary>What every text that fits <see cref="ReportTitle"/> ends with.</summary>
    public required IReadOnlyList<string> TitleEnds { get; init; }

    /// <summary>What every text that fits <see cref="TitleRunsOn"/> holds after the title.</summary>
    public required IReadOnlyList<string> TitleFollowers { get; init; }

    /// <summary>Pattern of a report's title without blanks: before and after name the agency, year the year.</summary>
    public required string ReportTitle { get; init; }

    /// <summary>Pattern of a title that the text's first words follow in the same paragraph.</summary>
    public required string TitleRunsOn { get; init; }

    /// <summary>Pattern of what stands around a title in its line: tags, labels, title marks, remarks, 的通知.</summary>
    public required string TitleFrame { get; init; }

    /// <summary>What a title says the report is, for titles printed with a slip.</summary>
    public required string ReportKind { get; init; }

    /// <summary>Pattern of a name with what its organ does with the report; name is the name alone.</summary>
    public required string AroundName { get; init; }

    /// <summary>What an organ calls itself where it gives no name.</summary>
    public required IReadOnlyList<string> SelfNames { get; init; }

    /// <summary>Titles of publications of the same season that are not this report.</summary>
    public required IReadOnlyList<string> OtherReports { get; init; }

    public required IReadOnlyList<string> PublishedLabels { get; init; }

    /// <summary>Labels of dates that are neither the signature's nor that of publication, and what a page's foot ends with.</summary>
    public required IReadOnlyList<string> OtherDateLabels { get; init; }

    public required IReadOnlyList<string> WholeRegion { get; init; }
    public required IReadOnlyList<string> RegionEndings { get; init; }
    public required IReadOnlyList<string> OrganEndings { get; init; }

    /// <summary>Endings of names that do not tell whether an organ speaks for itself or for a region.</summary>
    public required IReadOnlyList<string> OtherNameEndings { get; init; }

    public static string AnyOf(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));
}

/// <summary>The catalogue's data files, embedded in the assembly.</summary>
static class Resource
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() } };

    public static T Read<T>(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    public static IEnumerable<string> Names(string prefix) =>
        typeof(Resource).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
