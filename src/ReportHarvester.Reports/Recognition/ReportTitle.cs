using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A title of the report with the agency and the year it names.</summary>
sealed record ReportTitle(string Text, string? Agency, int? Year)
{
    // A title is a line or three, not a sentence.
    const int LongestTitle = 80, MostLines = 3;

    // Lines above the report in which a title is looked for; the longest menus of portals come near this.
    const int MostAbove = 2000;

    static readonly Regex Pattern = new(Wording.Current.ReportTitle, RegexOptions.CultureInvariant);
    static readonly Regex RunsOn = new(Wording.Current.TitleRunsOn, RegexOptions.CultureInvariant);
    static readonly Regex Frame = new(Wording.Current.TitleFrame, RegexOptions.CultureInvariant);
    static readonly Regex Slip = new(@"^(?<title>\D{2,30}20\d\d年度?)(?<kind>\D+)$", RegexOptions.CultureInvariant);

    /// <summary>Whether the other title is that of another report: of another year, or of another agency.</summary>
    public bool Differs(ReportTitle other) =>
        Year is not null && other.Year is not null && Year != other.Year
        || Agency is not null && other.Agency is not null && !OrganName.AreAlike(OrganName.Core(Agency), OrganName.Core(other.Agency));

    bool IsWhole => this is { Agency: not null, Year: not null };

    /// <summary>
    /// Titles printed in the report, the one next to the text first: a list of other years, or a trail of links, stands further up.
    /// A title that names both agency and year goes before one that may be a column's.
    /// </summary>
    public static IReadOnlyList<ReportTitle> Inside(ReportBody body) => [.. Printed(body.Blocks).Reverse().OrderByDescending(t => t.IsWhole)];

    /// <summary>Titles in the document's meta data, the most trusted first.</summary>
    public static IReadOnlyList<ReportTitle> Declared(Document document) =>
        [.. document.Titles.Select(t => Of(t)).OfType<ReportTitle>().OrderByDescending(t => t.IsWhole)];

    /// <summary>Different titles above the report on its page; a page links to other reports too, so only one that stands alone means anything.</summary>
    public static IReadOnlyList<ReportTitle> Around(Document document) =>
        [.. Printed(document.Blocks).Where(t => t.IsWhole).DistinctBy(t => (t.Agency, t.Year))];

    /// <summary>The title that a line is, or begins with where the text's first words run on from it; null for any other line.</summary>
    public static ReportTitle? Of(string text, string? lineAbove = null) =>
        HasCore(Plain(text)) && RunOn(Folding.WithoutBlanks(text)) is { } title ? Whole(title, lineAbove) : Whole(text, lineAbove);

    // A title of a copy in traditional characters shows so in its core. A name's own characters are left alone elsewhere: 乾 is none of them in 乾安县.
    static string Plain(string text) => HasCore(text) ? text : Folding.Simplify(text);

    static string? RunOn(string compact) =>
        Plain(compact) is var plain && HoldsAny(plain, Wording.Current.TitleFollowers) && RunsOn.Match(plain) is { Success: true } match ? compact[..match.Groups["title"].Length] : null;

    static bool HoldsAny(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    static ReportTitle? Whole(string text, string? lineAbove)
    {
        if (text.Length > LongestTitle && Folding.WithoutBlanks(text).Length > LongestTitle) return null;
        var compact = ReportDates.WithDigits(Plain(Folding.WithoutBlanks(text)));
        if ((Match(compact) ?? (WithoutSlip(compact) is var meant && !ReferenceEquals(meant, compact) ? Match(meant) : null)) is not { } match) return null;
        var named = OrganName.Bare(match.Groups["before"].Value + match.Groups["after"].Value);
        if (named.Length == 0 && lineAbove is not null && OrganName.Bare(HasCore(text) ? Folding.WithoutBlanks(lineAbove) : Folding.Simplify(Folding.WithoutBlanks(lineAbove))) is var above && OrganName.IsOrgan(above)) named = above;
        // In 某某市人民政府信息公开 the word 政府 belongs to both sides.
        if (named.EndsWith("人民", StringComparison.Ordinal)) named += "政府";
        // Trails, lists and labels carry signs that no organ's name has: they are not this report's title.
        if (named.Length > 0 && !OrganName.IsName(named)) return null;
        var years = match.Groups["year"].Captures.Select(c => c.Value).Distinct().ToList();
        return new(text, named.Length > 1 && !OrganName.IsSelf(named) ? named : null, years.Count == 1 ? int.Parse(years[0]) : null);
    }

    // Patterns with so many ways are slow to say no.
    static Match? Match(string compact) =>
        HasCore(compact) && Frame.Replace(compact, "") is var bare && EndsAsTitle(bare) && Pattern.Match(bare) is { Success: true } match ? match : null;

    static bool EndsAsTitle(string text)
    {
        foreach (var end in Wording.Current.TitleEnds)
            if (text.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    // Blanks and frames may stand among the signs.
    static bool HasCore(string text)
    {
        foreach (var sign in Wording.Current.TitleCore)
            if (!text.Contains(sign)) return false;
        return true;
    }

    // 工作告年度报 is a title with a slip: one sign amiss, or all signs there but not in their order.
    static string WithoutSlip(string compact)
    {
        if (Slip.Match(compact) is not { Success: true } match) return compact;
        var (kind, meant) = (match.Groups["kind"].Value, Wording.Current.ReportKind);
        var slip = Labels.Distance(kind, meant) <= 1 || Labels.IsSlip(kind, meant) && kind.Order().SequenceEqual(meant.Order());
        return slip ? match.Groups["title"].Value + meant : compact;
    }

    // A long title runs over two or three lines, with the organ's name above it. The fewest lines that name both agency and year will do.
    static IEnumerable<ReportTitle> Printed(IReadOnlyList<Block> blocks)
    {
        var lines = blocks.TakeWhile(b => b is not TextBlock t || Sections.Heading(t) is null).OfType<TextBlock>().Select(t => t.Text).TakeLast(MostAbove).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var titles = Of(lines[i], Above(lines, i)) is { } alone ? new List<ReportTitle> { alone } : [];
            for (var first = i - 1; first > i - MostLines && first >= 0 && IsShort(lines[first]); first--)
                if (Whole(string.Concat(lines[first..(i + 1)]), Above(lines, first)) is { } title && (title.Agency is null || OrganName.IsOrgan(title.Agency))) titles.Add(title);
            if (titles.OrderByDescending(t => t.IsWhole).ThenByDescending(t => t.Agency is not null).FirstOrDefault() is { } best) yield return best;
        }
    }

    static string? Above(List<string> lines, int i) => i > 0 && IsShort(lines[i - 1]) ? lines[i - 1] : null;

    static bool IsShort(string line) => line.Length <= LongestTitle / 2 && !line.Any(c => c is '。' or '：' or '；' or '，');
}

/// <summary>Tells the name of an organ from the words that stand around it.</summary>
static class OrganName
{
    static readonly Regex Around = new(Wording.Current.AroundName, RegexOptions.CultureInvariant);

    /// <summary>The name without what is done with the report: 某局关于发布.</summary>
    public static string Bare(string text) => Around.Match(text) is { Success: true } match ? match.Groups["name"].Value : text;

    /// <summary>Whether the text has no sign that an organ's name cannot have.</summary>
    public static bool IsName(string text) => text.Length > 1 && text.All(c => char.IsLetter(c) || c is '（' or '）' or '(' or ')' or '、' or '·' or '“' or '”');

    /// <summary>Whether the text ends as an organ's name does.</summary>
    public static bool IsOrgan(string text) =>
        IsName(text) && text.Split('(', '（')[0] is var bare
        && Wording.Current.OrganEndings.Concat(Wording.Current.RegionEndings).Concat(Wording.Current.OtherNameEndings).Any(e => bare.Length > e.Length && bare.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Whether an organ speaks of itself and gives no name: 我局, 本机关.</summary>
    public static bool IsSelf(string text) => Wording.Current.SelfNames.Contains(text);

    /// <summary>The name without what a region's government may leave out of it, in simplified characters.</summary>
    public static string Core(string name) => Folding.Simplify(name) is var plain && plain.EndsWith(Government, StringComparison.Ordinal) ? plain[..^Government.Length] : plain;

    const string Government = "人民政府";

    /// <summary>Whether two names may be of one organ, one of them shortened.</summary>
    public static bool AreAlike(string one, string other) => one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    /// <summary>Whether a name may be short for another: 市住建局 for 东湖市住房和城乡建设局, in which its signs stand in their order.</summary>
    public static bool MayBeShort(string name, string whole)
    {
        var at = 0;
        foreach (var sign in name)
            if ((at = whole.IndexOf(sign, at) + 1) == 0) return false;
        return true;
    }
}
