using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Tells the title of an annual report from the titles that stand beside it.</summary>
static partial class ReportTitle
{
    const int ShortestName = 3;

    /// <summary>Why a title is not that of a report; null if it is.</summary>
    public static PassReason? Objection(string title, ListPlace place)
    {
        var words = Words.Known;
        title = Fold(title);
        if (place.InColumn && words.BareYear(title) is not null) return null;
        if (!words.SpeakOfReports(title) && !(place.InColumn && (words.FitColumn(title) || IsOfUnit(title, place)))) return PassReason.OtherTitle;
        if (Speaks(title, words.Others, place)) return PassReason.OtherKind;
        return Year(title) is null ? PassReason.NoYear : null;
    }

    /// <summary>Whether a title that is not known may be that of a report all the same, so that nobody may say there is none.</summary>
    /// <param name="listed">Whether it stands where the column lists what it has.</param>
    public static bool MayBe(string title, ListPlace place, bool listed)
    {
        var words = Words.Known;
        title = Fold(title);
        if (words.Subjects.Contains(title) || Speaks(title, words.Unrelated, place) || Speaks(title, words.Others, place)) return false;
        var named = IsOwn(title, place) || place.Names.Any(name => title.Contains(Fold(name), StringComparison.Ordinal));
        return Year(title) is not null
            ? listed || named || words.Reporting.Any(title.Contains)
            : listed && (named || place.Year is not null || words.Subjects.Any(title.Contains));
    }

    /// <summary>Whether a title is no more than a year, as 2023年度 is.</summary>
    public static bool IsYear(string title) => Words.Known.BareYear(Fold(title)) is not null;

    /// <summary>The year that a title names, in digits or in Chinese numerals; null if it names none.</summary>
    public static int? Year(string title) => Digits().Match(Fold(title)) is { Success: true } digits ? int.Parse(digits.Value) : null;

    /// <summary>Whether a text is the name of a unit and nothing more: by its form, or because the source bears it.</summary>
    public static bool IsUnit(string text, ListPlace place) => IsOwn(Fold(text), place) || Words.Known.NameUnit(text);

    /// <summary>Whose report a title names, as printed before the year or the subject; null if nobody's.</summary>
    public static string? Agency(string title)
    {
        var folded = Fold(title);
        var at = Digits().Match(folded) is { Success: true } year ? year.Index : folded.Length;
        var end = Words.Known.Subjects.Select(s => folded.IndexOf(s, StringComparison.Ordinal)).Where(i => i >= 0).Append(at).Min();
        var name = folded[..end].Trim('(', '[', '【', '《', ':').TrimStart('·', '•');
        name = name.StartsWith("关于", StringComparison.Ordinal) ? name[2..] : name;
        return name.Length > 1 ? name : null;
    }

    // Within the column the subject may go without saying: 东湖市财政局2023年年报.
    static bool IsOfUnit(string title, ListPlace place) =>
        Digits().Match(title) is { Success: true, Index: > 0 } year && IsUnit(title[..year.Index], place) && Words.Known.BareYear(title[year.Index..]) is not null;

    // The end of one of the source's names, which may be written without that of its region.
    static bool IsOwn(string folded, ListPlace place) =>
        folded.Length >= ShortestName && place.Names.Any(name => Fold(name).EndsWith(folded, StringComparison.Ordinal));

    // A word counts where it is none of the agency's name, as 培训 is of 东湖市培训中心.
    static bool Speaks(string title, string[] of, ListPlace place)
    {
        if (Agency(title) is { } agency && (IsOwn(agency, place) || (Words.Known.NameUnit(agency) && !of.Any(o => agency.StartsWith(o, StringComparison.Ordinal)))))
            title = title[(title.IndexOf(agency, StringComparison.Ordinal) + agency.Length)..];
        return of.Any(title.Contains);
    }

    // Full-width digits and brackets are folded, white space is dropped, and a year in Chinese numerals (with an O or 0 for 〇 too) is written in digits.
    static string Fold(string title) => Numerals().Replace(
        string.Concat(title.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)),
        year => string.Concat(year.Value.Select(c => Math.Max(0, "〇一二三四五六七八九".IndexOf(c)))));

    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9])")]
    private static partial Regex Digits();

    [GeneratedRegex("二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}(?=年)")]
    private static partial Regex Numerals();
}
