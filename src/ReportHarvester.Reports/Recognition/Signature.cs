using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The name and the date under a report, and the block where they begin.</summary>
sealed record Signature(string? Agency, DateOnly Date, int FirstBlock)
{
    // The date ends the report; only footers may follow it.
    const int BlocksFromEnd = 12;
    const int LongestName = 40;

    public static Signature? Of(IReadOnlyList<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - BlocksFromEnd); i--)
        {
            if (blocks[i] is not TextBlock line || ReportDates.WholeLine(line.Text) is not { } date) continue;
            var above = i > 0 && blocks[i - 1] is TextBlock { Text: var text } && IsName(text) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : null;
            return new(above, date, above is null ? i : i - 1);
        }
        return null;
    }

    static bool IsName(string line) =>
        line.Length is >= 3 and <= LongestName && line.All(c => char.IsLetter(c) || char.IsWhiteSpace(c) || c is '（' or '）' or '(' or ')' or '、') && ReportDates.WholeLine(line) is null;
}
