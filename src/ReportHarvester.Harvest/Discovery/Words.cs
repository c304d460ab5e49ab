using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>The words by which report titles, columns, pagers and attachments are known; data in words.json.</summary>
sealed record Words
{
    // 2023, 2023nb, nb_2023
    const int LongestYearName = 8;

    public static Words Known { get; } = EmbeddedJson.Load<Words>("words.json");

    public required string[] Subjects { get; init; }
    public required string[] Kinds { get; init; }
    public required string[] Others { get; init; }
    public required string[] Unrelated { get; init; }
    public required string[] Reporting { get; init; }
    public required string Bare { get; init; }
    public required string ColumnTitle { get; init; }
    public required string[] ColumnPaths { get; init; }
    public required string[] NextPage { get; init; }
    public required string[] PublicSuffixes { get; init; }
    public required string[] DocumentExtensions { get; init; }
    public required string[] ColumnNames { get; init; }
    public required string[] LastPage { get; init; }
    public required string[] UnitEndings { get; init; }
    public required string[] NotUnits { get; init; }
    public required string[] Issuers { get; init; }
    public required string[] Many { get; init; }
    public required string[] ReportMarks { get; init; }
    public required string[] ScriptLists { get; init; }
    public required string[] ScriptMoves { get; init; }
    public required string[] PassingFields { get; init; }
    public required JsonNames Json { get; init; }
    public required string[] PageFields { get; init; }
    public required string[] SizeFields { get; init; }
    public required string[] ListInterfaces { get; init; }
    public required string[] Downloads { get; init; }

    /// <summary>Whether a kind of report stands after a subject, as in 政府信息公开工作年度报告.</summary>
    public bool SpeakOfReports(string title) =>
        Subjects.Any(s => title.IndexOf(s, StringComparison.Ordinal) is >= 0 and var at
            && Kinds.Any(k => title.IndexOf(k, at + s.Length, StringComparison.Ordinal) >= 0));

    /// <summary>Whether a title is that of a report where only reports are expected.</summary>
    public bool FitColumn(string title) => Regex.IsMatch(title, ColumnTitle);

    /// <summary>Whether a text is the name of a unit and nothing more.</summary>
    public bool NameUnit(string text) =>
        text.Length is > 2 and < 30 && !NameIssuers(text) && UnitEndings.Any(e => text.TrimEnd(')', '）').EndsWith(e, StringComparison.Ordinal)) && !NotUnits.Any(text.Contains) && text.All(IsNamePart);

    /// <summary>Whether a text names no more than a class of units, as 部门 or 乡镇街道年报.</summary>
    public bool NameIssuers(string text)
    {
        var rest = Issuers.Concat(Subjects).Concat(Kinds).Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Length < 2 && Issuers.Any(text.Contains);
    }

    /// <summary>Whether a title promises the reports of many units in one place.</summary>
    public bool NameMany(string title) => Many.Any(title.Contains);

    static bool IsNamePart(char c) => c is >= '一' and <= '鿿' or '（' or '）' or '(' or ')' or '、' or '·';

    public int? BareYear(string title) =>
        Regex.Match(title, Bare) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    public bool AreColumnPath(Uri address) =>
        ColumnPaths.Any(p => address.AbsolutePath.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file is called like the column, or like a year of it.</summary>
    public bool NameColumn(Uri address, int? year) => Path.GetFileNameWithoutExtension(address.AbsolutePath) is var name
        && (ColumnPaths.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase)) || (year is not null && name.Length <= LongestYearName && name.Contains($"{year}", StringComparison.Ordinal)));

    public bool AreDocument(Uri address) => EndAsDocument(address.AbsolutePath);

    public bool EndAsDocument(string name) => DocumentExtensions.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address is that of a document or of something that hands one out.</summary>
    public bool LeadToDocument(Uri address) => AreDocument(address)
        || Downloads.Any(d => address.PathAndQuery.Contains(d, StringComparison.OrdinalIgnoreCase))
        || Addresses.Fields(address.Query).Any(f => EndAsDocument(f.Value));
}

/// <summary>The names by which lists in JSON call what they hold.</summary>
sealed record JsonNames(string[] Titles, string[] Addresses, string[] Dates, string[] Agencies, string[] Pages, string[] Records, string[] PerPage, string[] States, string[] Successes, string[] Messages);
