using ReportHarvester.Reports.Checks.Across;

namespace ReportHarvester.Reports;

/// <summary>Tells of prose that two reports share. Which of them was first is not known: it blames nobody.</summary>
public static class AcrossAgencies
{
    public const string Code = "C-DUP";

    const int Quoted = 3, LongestQuote = 60;

    static readonly AcrossCheck Check = AcrossCheck.All.Single(c => c.Code == Code);

    /// <param name="others">The reports that share the prose, by agency and year, the closest first.</param>
    public static AcrossFinding Finding(int year, bool own, IReadOnlyList<(string Agency, int Year, Copied Copied)> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var same = others.Select(o => EvidenceWords.Write("alike with", own ? "本机关" : o.Agency, o.Year, 100 * o.Copied.Share));
        var quotes = string.Concat(others[0].Copied.Passages.Take(Quoted).Select(Quote));
        return new(Code, own ? "own" : "others", Check.Severity, Check.Blames, $"{EvidenceWords.Write("alike", year, same, quotes)}。{Check.Rule}", []);
    }

    static string Quote(string passage) => passage.Length <= LongestQuote ? $"“{passage}”" : $"“{passage[..LongestQuote]}……”";
}
