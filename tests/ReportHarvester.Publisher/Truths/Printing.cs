using ReportHarvester.Publisher.Form;

namespace ReportHarvester.Publisher.Truths;

/// <summary>Ways in which offices print the same figures.</summary>
static class Printing
{
    /// <summary>Blanks instead of zeros; rows that say what became of requests print no total at all.</summary>
    public static Truth BlankZeros(Truth truth) => truth.Printing((key, printed) =>
        IsRequest(key) && (printed == "0" || IsResult(key) && key.EndsWith("|total", StringComparison.Ordinal)) ? "" : printed);

    /// <summary>Marks instead of zeros: a slash in table 3, 无 for rules, a dash in table 4.</summary>
    public static Truth Marks(Truth truth) => truth.Printing((key, printed) =>
        printed != "0" ? printed
            : IsRequest(key) ? "/"
            : key.StartsWith("rules.", StringComparison.Ordinal) ? "无" : IsSuit(key) ? "-" : printed);

    public static Truth Thousands(Truth truth) => truth.Printing((_, printed) =>
        int.TryParse(printed, out var number) && number >= 1000 ? number.ToString("#,##0") : printed);

    /// <summary>Full-width digits in the rows of table 2 and of requests received, as typed with a Chinese input method.</summary>
    public static Truth FullWidth(Truth truth) => truth.Printing((key, printed) =>
        !IsSuit(key) && (!IsRequest(key) || key.StartsWith("requests.new|", StringComparison.Ordinal))
            ? string.Concat(printed.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)) : printed);

    /// <summary>Changes of the number of items with a word or a plus sign: 减2, +14.</summary>
    public static Truth SignedChanges(Truth truth) => truth.Printing((key, printed) =>
        !key.EndsWith(".items_change", StringComparison.Ordinal) || printed == "0" ? printed
            : printed[0] == '-' ? "减" + printed[1..] : "+" + printed);

    /// <summary>A remark behind one figure, in the same cell.</summary>
    public static Truth Remark(Truth truth, string key, string remark) =>
        truth.Printing((k, printed) => k == key ? printed + remark : printed);

    static bool IsRequest(string key) => key.Contains('|');

    static bool IsSuit(string key) => OfficialForm.Suits.Any(s => key.StartsWith(s + ".", StringComparison.Ordinal));

    static bool IsResult(string key) =>
        !key.StartsWith("requests.new|", StringComparison.Ordinal) && !key.StartsWith("requests.carried_", StringComparison.Ordinal)
        && !key.StartsWith("requests.closed|", StringComparison.Ordinal);
}
