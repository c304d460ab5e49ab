using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Finds the six sections by the words of their titles, in the order of the form; printed numbers are not relied on.</summary>
static partial class Sections
{
    const int LongestTitle = 60;

    static readonly List<(int Number, string Key)> Keys =
        [.. Wording.Current.Sections.SelectMany(s => s.Titles.Select(t => (s.Number, Labels.Key(t))))];

    /// <summary>The section that a line is the title of; null for any other line.</summary>
    public static int? Heading(TextBlock line) => Heading(line.Text);

    public static int? Heading(string line)
    {
        if (line.Length > LongestTitle) return null;
        var key = Labels.Key(Part().Replace(line, ""));
        foreach (var (number, title) in Keys)
            if (key == title) return number;
        if (!Numbered().IsMatch(line)) return null;
        foreach (var (number, title) in Keys)
            if (Labels.IsSlip(key, title) || key.Length == title.Length && Labels.Distance(key, title) <= 1) return number;
        return null;
    }

    public static IReadOnlyList<SectionPart> Of(IReadOnlyList<Block> blocks, Signature? signature)
    {
        var lines = Lines(blocks);
        var headings = Headings(lines);
        var end = signature is null ? lines.Count : lines.FindIndex(l => l.Block >= signature.FirstBlock) is >= 0 and var i ? i : lines.Count;
        return [.. headings.Select((heading, n) => Section(lines, heading, n + 1 < headings.Count ? headings[n + 1].At : Math.Max(end, heading.At + 1)))];
    }

    static SectionPart Section(List<Line> lines, (int Number, int At) heading, int next) =>
        new(heading.Number, lines[heading.At].Text, [.. lines[(heading.At + 1)..next].Where(l => l.Origin is not null).Select(l => new Passage(l.Text, l.Origin!))]);

    /// <summary>Sections that were not found, but for those that the publisher is known to have left out.</summary>
    public static IEnumerable<Issue> Missing(IReadOnlyList<Section> sections, IReadOnlyList<int> leftOut) =>
        from title in Wording.Current.Sections
        where !leftOut.Contains(title.Number) && sections.All(s => s.Number != title.Number)
        select new Issue
        {
            Code = "SECTION-MISSING", Severity = Severity.Warning,
            Message = EvidenceWords.Write("section not found", title.Number, title.Title),
        };

    // The text, and the rows of a table that hold nothing but a section's title.
    static List<Line> Lines(IReadOnlyList<Block> blocks) =>
        [.. blocks.SelectMany((block, i) => block is TextBlock text ? Parted(text.Text).Select(t => new Line(i, t, text.Origin)) : Captions((Grid)block).Select(c => new Line(i, c, null)))];

    // 五、存在的主要问题及改进情况公开内容还不够细。 The title and the text under it ran together.
    static IEnumerable<string> Parted(string text)
    {
        if (Heading(text) is null && PrintedTitle.Match(Folding.Simplify(text)) is { Success: true, Length: var title } && title < text.Length) return [text[..title], text[title..].TrimStart()];
        return [text];
    }

    static IEnumerable<string> Captions(Grid grid) =>
        from row in grid.Rows
        let printed = OnlyText(row)
        where printed is not null && Numbered().IsMatch(printed) && Heading(printed) is not null
        select printed;

    static string? OnlyText(GridRow row)
    {
        string? only = null;
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length == 0) continue;
            if (only is not null) return null;
            only = cell.Text;
        }
        return only;
    }

    // From the last section back, each at its last place before the next: a table of contents comes first and loses.
    // Where the numbering begins anew, the text of all sections before the tables, the rest is looked for after the first.
    static List<(int Number, int At)> Headings(List<Line> lines)
    {
        var numbers = Numbers(lines);
        var found = new List<(int Number, int At)>();
        var before = lines.Count;
        foreach (var number in Wording.Current.Sections.Select(s => s.Number).OrderDescending())
            if (Last(numbers, number, 0, before) is >= 0 and var at) found.Add((number, before = at));
        var first = before;
        foreach (var number in Wording.Current.Sections.Select(s => s.Number).Where(n => found.All(f => f.Number != n)).ToList())
            if (Last(numbers, number, first, lines.Count) is >= 0 and var at) found.Add((number, at));
        return [.. found.OrderBy(f => f.At)];
    }

    // （一）主动公开情况 under 一、总体情况 is no section: titles with brackets count only where the report numbers its sections so.
    static List<int?> Numbers(List<Line> lines)
    {
        var all = lines.ConvertAll(l => Heading(l.Text));
        var plain = all.Zip(lines, (number, line) => line.Text.TrimStart() is ['(' or '（', ..] ? null : number).ToList();
        return 2 * plain.OfType<int>().Distinct().Count() >= all.OfType<int>().Distinct().Count() ? plain : all;
    }

    static int Last(List<int?> numbers, int number, int from, int before) =>
        before <= from ? -1 : numbers.FindLastIndex(before - 1, before - from, n => n == number);

    static readonly Regex PrintedTitle = new(@$"^\s*[一二三四五六]\s*、\s*(?:{Wording.AnyOf(Wording.Current.Sections.SelectMany(s => s.Titles))})", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^\s*(?:第[一二三四五六]|[(（]?[一二三四五六1-6])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*第[一二三四五六](?:部分|章)[\s、:：]*")]
    private static partial Regex Part();

    /// <param name="Origin">Null for a row of a table.</param>
    sealed record Line(int Block, string Text, Origin? Origin);
}
