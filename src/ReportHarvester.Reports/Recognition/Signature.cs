using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The name and the date under a report, and the block where they begin.</summary>
sealed record Signature(string? Agency, DateOnly Date, int FirstBlock)
{
    // The date ends the report; only footers may follow it.
    const int BlocksFromEnd = 12;
    const int LongestName = 40;

    /// <summary>A date with the agency's name goes before one with another organ's, and that before a date alone, which may be the page's.</summary>
    public static Signature? Of(IReadOnlyList<Block> blocks, IReadOnlySet<string> agencies) =>
        All(blocks).Select(s => s.Agency is { } name && agencies.Any(a => OrganName.AreAlike(a, Folding.Simplify(name))) ? s with { Agency = Folding.Simplify(name) } : s).OrderByDescending(s => s.Agency is null ? 0 : agencies.Any(a => OrganName.AreAlike(a, s.Agency)) ? 2 : 1).FirstOrDefault();

    static IEnumerable<Signature> All(IReadOnlyList<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - BlocksFromEnd); i--)
        {
            if (blocks[i] is not TextBlock line) continue;
            var above = i > 0 && blocks[i - 1] is TextBlock { Text: var text } ? Folding.WithoutBlanks(text) : "";
            if (ReportDates.WholeLine(line.Text) is { } date)
            {
                if (IsLabel(above)) continue;
                var name = NameAtEnd(above);
                yield return new(name, date, name is not null && name.Length == above.Length ? i - 1 : i);
            }
            else if (OnOneLine(Folding.WithoutBlanks(line.Text)) is var (signed, dated, whole)) yield return new(signed, dated, whole ? i : i + 1);
        }
    }

    // 东湖市财政局2024年1月15日
    static (string Name, DateOnly Date, bool Whole)? OnOneLine(string line)
    {
        for (var i = Math.Max(1, line.Length - ReportDates.LongestDate); i < line.Length; i++)
            if (ReportDates.WholeLine(line[i..]) is { } date)
                return NameAtEnd(line[..i]) is { } name ? (name, date, name.Length == i) : null;
        return null;
    }

    // A paragraph may have run into the name under it.
    static string? NameAtEnd(string line)
    {
        var name = line[(line.LastIndexOf('。') + 1)..];
        return name.Length is >= 3 and <= LongestName && (OrganName.IsOrgan(name) || OrganName.IsOrgan(Folding.Simplify(name))) && ReportDates.WholeLine(name) is null ? name : null;
    }

    static bool IsLabel(string line) => line.EndsWith('：') || line.EndsWith(':') || Wording.Current.PublishedLabels.Concat(Wording.Current.OtherDateLabels).Any(l => Folding.Simplify(line).EndsWith(l, StringComparison.Ordinal));
}
