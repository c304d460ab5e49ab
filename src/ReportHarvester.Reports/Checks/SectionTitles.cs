using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>The titles of a report and of its six sections.</summary>
static partial class SectionTitles
{
    // With fewer sections than these found, the rest may well be there and not be recognised. A title is no longer than this.
    const int FewestFound = 4, LongestTitle = 40;

    static readonly Regex Right = new(CheckWords.Current.Title, RegexOptions.CultureInvariant);
    static readonly Regex LetterTitle = new(CheckWords.Current.Letter, RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Compare(CheckedReport report)
    {
        foreach (var number in report.LeftOut)
            yield return Finding.Wrong(EvidenceWords.Write("section missing", number, Wording.Current.Sections.First(s => s.Number == number).Title));
        if (report.Report.Sections.Zip(report.Report.Sections.Skip(1)).Any(p => p.First.Number > p.Second.Number))
            yield return Finding.Wrong(EvidenceWords.Write("order", report.Report.Sections.Select(s => $"{s.Number}"))) with { Severity = Severity.Warning };
        foreach (var section in report.Report.Sections.Where(s => !IsOfForm(s)))
            yield return Finding.Wrong(EvidenceWords.Write("section title", section.Number, section.Title, Wording.Current.Sections.First(s => s.Number == section.Number).Title)) with { Severity = Severity.Warning };
    }

    /// <summary>Sections of which no heading is there, not even a line that might be one in other words.</summary>
    public static IReadOnlyList<int> LeftOut(CheckedReport report)
    {
        var found = report.Report.Sections.Where(s => Numbered().IsMatch(s.Title)).Select(s => s.Number).Distinct().ToList();
        if (found.Count < FewestFound || found.Count < report.Report.Sections.Count) return [];
        var missing = Wording.Current.Sections.Select(s => s.Number).Except(found).ToList();
        if (missing.Count == 0) return [];
        // A caption may be the row of a table; other cells are full of such words.
        var captions = report.Frame.Body.Blocks.OfType<Grid>().SelectMany(g => g.Cells).Select(c => c.Text).Where(t => Chapter().IsMatch(t));
        var lines = report.Text.Select(t => t.Text).Where(t => !t.Contains('。')).Concat(captions).Where(t => t.Length <= LongestTitle).Select(Folding.WithoutBlanks).ToList();
        return [.. missing.Where(n => !lines.Exists(l => Matching.Has(l, CheckWords.Current.SectionWords[$"{n}"])))];
    }

    public static IEnumerable<Finding> OfReport(CheckedReport report)
    {
        if (report.Frame.Title is not { } title || report.Report.Sections.Count == 0) yield break;
        var compact = Folding.WithoutBlanks(title.Text);
        var lacks = title.Agency is null ? "机关名称" : title.Year is null ? "年度" : null;
        if (lacks is not null) yield return Finding.Wrong(EvidenceWords.Write("title lacks", compact, lacks));
        else if (!Right.IsMatch(Folding.Simplify(compact))) yield return Finding.Wrong(EvidenceWords.Write("is", "标题", compact));
    }

    /// <summary>
    /// A document that calls itself something else. Where the report's tables stand in it, it is the letter around them: that is told as no error, and
    /// with doubt where the report has its own title too, since the letter may be no more than a link beside it.
    /// </summary>
    public static IEnumerable<Finding> Letter(CheckedReport report)
    {
        var whole = report.Figures.Count > 0;
        var text = whole ? report.Document.Blocks.TakeWhile(b => b is not Grid).OfType<TextBlock>().Select(t => Folding.Simplify(t.Text)) : report.Text.Select(t => t.Text);
        var lines = text.Select(Folding.WithoutBlanks).Where(t => t.Length <= LongestTitle).ToList();
        if (lines.Find(LetterTitle.IsMatch) is not { } letter) yield break;
        var finding = Finding.Wrong(EvidenceWords.Write("published is", letter));
        yield return whole ? finding with { Severity = Severity.Warning, Certain = !lines.Exists(Right.IsMatch) } : finding;
    }

    static bool IsOfForm(Section section)
    {
        var key = Labels.Key(Number().Replace(Folding.WithoutBlanks(section.Title), ""));
        return Wording.Current.Sections.First(s => s.Number == section.Number).Titles.Any(t => Labels.Key(t) == key);
    }

    [GeneratedRegex(@"^\s*[一二三四五六]\s*、")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^\s*(?:第?[一二三四五六](?:部分|章)?[、.．,，:：\s]|[(（][一二三四五六][)）]|[1-6][、.．\s])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:第?[一二三四五六](?:部分|章)?[、.．,，:：]?|[(（][一二三四五六][)）][、.]?|[1-6][、.．]?)")]
    private static partial Regex Number();
}
