using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>The column of its site that a page says it stands in: the trail of links that is shown over it, else the column that its meta data name.</summary>
static partial class PageColumn
{
    // A longer line is no trail; and most lines need not be looked at closer.
    const int LongestTrail = 200;

    public static string? Of(IReadOnlyList<Block> blocks, string? meta) =>
        blocks.OfType<TextBlock>().Where(t => t.Text.Length <= LongestTrail && t.Text.Contains("位置", StringComparison.Ordinal)).Select(t => Trail().Match(Folding.Simplify(t.Text))).FirstOrDefault(m => m.Success)?.Groups["trail"].Value.Trim() ?? (string.IsNullOrWhiteSpace(meta) ? null : Folding.Simplify(Folding.Fold(meta)));

    // 当前位置:首页 > 政务公开 > 通知公告
    [GeneratedRegex(@"^(?:您?当前的?|您?(?:现在)?所在的?|您?(?:现在|目前)的)?位置\s*[:：]?\s*(?<trail>[^>»›→\n]{1,40}(?:[>»›→]+[^>»›→\n]{1,60})+)$")]
    private static partial Regex Trail();
}
