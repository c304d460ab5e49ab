using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A title of the report with the agency and the year it names.</summary>
sealed record ReportTitle(string Text, string? Agency, int? Year)
{
    // A title is a line or two, not a sentence.
    const int LongestTitle = 80;

    static readonly Regex Pattern = new(Wording.Current.ReportTitle, RegexOptions.CultureInvariant);

    /// <summary>
    /// Titles from the most trusted to the least: printed in the report, in its meta data, above the report on the page, where all must agree
    /// since a page links to other reports too. A title that names both agency and year goes before one that may be a column's.
    /// </summary>
    public static IEnumerable<ReportTitle> Candidates(Document document, ReportBody body)
    {
        var own = Printed(body.Blocks).Concat(document.Titles.Select(t => Of(t)).OfType<ReportTitle>()).ToList();
        var around = Printed(document.Blocks).Where(t => t is { Agency: not null, Year: not null }).ToList();
        if (around.DistinctBy(t => (t.Agency, t.Year)).Count() == 1) own.Add(around[0]);
        return own.OrderByDescending(t => t is { Agency: not null, Year: not null });
    }

    public static ReportTitle? Of(string text, string? lineAbove = null)
    {
        var compact = Compact(text);
        if (compact.Length > LongestTitle || Pattern.Match(compact) is not { Success: true } match) return null;
        var named = match.Groups["before"].Value + match.Groups["after"].Value;
        if (named.Length == 0 && lineAbove is not null) named = Compact(lineAbove);
        // In 某某市人民政府信息公开 the word 政府 belongs to both sides.
        if (named.EndsWith("人民", StringComparison.Ordinal)) named += "政府";
        return new(text, IsName(named) ? named : null, match.Groups["year"] is { Success: true, Value: var year } ? int.Parse(year) : null);
    }

    // Breadcrumbs and labels carry signs that no organ's name has.
    static bool IsName(string text) => text.Length > 1 && text.All(c => char.IsLetter(c) || c is '（' or '）' or '(' or ')' or '、' or '·' or '“' or '”');

    static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static IEnumerable<ReportTitle> Printed(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.TakeWhile(b => b is not TextBlock t || Sections.Heading(t) is null).OfType<TextBlock>().Select(t => t.Text).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            // A long title runs over two lines, with the organ's name above it.
            if (Of(lines[i], ShortLine(lines, i - 1)) is { } title) yield return title;
            else if (ShortLine(lines, i - 1) is { } above && Of(above + lines[i], ShortLine(lines, i - 2)) is { } wrapped) yield return wrapped;
        }
    }

    static string? ShortLine(List<string> lines, int i) =>
        i >= 0 && lines[i].Length <= LongestTitle / 2 && !lines[i].Any(c => c is '。' or '：' or '；' or '，') ? lines[i] : null;
}
