using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Lines of words left of the values that are one label; known, if the form has it.</summary>
sealed partial record RowLabel(IReadOnlyList<TextRun> Runs, bool Known)
{
    // In sizes of the font: the first line may be indented. Points by which words of two narrow cells may run into each other.
    const double Indent = 1.3, Overlap = 2;

    public double FirstY => Runs[0].Y;

    public double LastY => Runs[^1].Y;

    public Box Box { get; } = TextRun.Around([.. Runs]);

    /// <summary>Known labels, and what else may be one, from the top. What has other words beside it on the right, if only one of its lines, names a group of rows.</summary>
    /// <param name="left">The runs left of the values.</param>
    /// <param name="phrases">Words of the form among them.</param>
    /// <param name="lineGap">How far lines of one label lie apart at most, in sizes of the font.</param>
    public static IReadOnlyList<RowLabel> Of(IReadOnlyList<TextRun> left, IReadOnlyList<Phrase> phrases, double lineGap)
    {
        var said = new HashSet<TextRun>(phrases.SelectMany(p => p.Runs), ReferenceEqualityComparer.Instance);
        bool IsGroup(Box box) => left.Any(r => r.Box.Left >= box.Right - Overlap && r.Box.Top < box.Bottom && r.Box.Bottom > box.Top);
        var known = phrases.Where(p => p.IsLabel && !IsGroup(p.Box)).Select(p => new RowLabel(p.Runs, true));
        var unknown = Chains([.. left.Where(r => !said.Contains(r))], lineGap).Where(c => !c.Exists(r => IsGroup(r.Box))).Select(c => new RowLabel(c, false));
        return [.. known.Concat(unknown).OrderBy(l => l.FirstY)];
    }

    static List<List<TextRun>> Chains(List<TextRun> runs, double lineGap)
    {
        var chains = new List<List<TextRun>>();
        foreach (var run in runs.OrderBy(r => r.Y))
        {
            var above = chains.Find(c => (c[^1].IsInLineWith(run) || Math.Abs(c[^1].Box.Left - run.Box.Left) <= Indent * run.Size) && run.Box.Top - c[^1].Box.Bottom is var gap && gap > -0.2 * run.Size && (gap <= lineGap * run.Size || run.IsRightAfterPage(c[^1])));
            if (above is not null && !Numbered().IsMatch(run.Text)) above.Add(run);
            else chains.Add([run]);
        }
        return chains;
    }

    // （三） 三、 3. begin a label.
    [GeneratedRegex(@"^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|[（(]\d{1,2}[)）]|[①-⑳])")]
    private static partial Regex Numbered();
}
