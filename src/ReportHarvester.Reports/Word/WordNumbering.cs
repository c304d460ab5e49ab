using System.Text;
using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word;

/// <summary>The numbers that Word sets before paragraphs itself: 一、 （二） 3. They are no text of the file and have to be counted.</summary>
sealed class WordNumbering
{
    const int Levels = 9;

    readonly Dictionary<string, WordList> lists = [];
    readonly Dictionary<string, int?[]> counters = [];
    readonly HashSet<(WordList, int)> begun = [];
    readonly WordStyles styles;

    public WordNumbering(XElement? numbering, WordStyles styles)
    {
        this.styles = styles;
        var (kinds, byStyle) = (new Dictionary<string, XElement>(), new Dictionary<string, XElement>());
        foreach (var kind in numbering.Children("abstractNum"))
        {
            if (kind.Value("abstractNumId") is { } id) kinds.TryAdd(id, kind);
            if (kind.Child("styleLink").Value() is { } link) byStyle.TryAdd(link, kind);
        }
        foreach (var list in numbering.Children("num"))
            if (list.Value("numId") is { } id && list.Child("abstractNumId").Value() is { } of && kinds.TryGetValue(of, out var kind))
                // A list may take its levels from the list that a style names.
                lists.TryAdd(id, new WordList(list, kind.Child("numStyleLink").Value() is { } link ? byStyle.GetValueOrDefault(link) ?? kind : kind));
    }

    /// <summary>The number before the next paragraph; empty where it has none.</summary>
    public string Next(XElement paragraph)
    {
        if (Place(paragraph) is not var (list, level) || list.Level(level) is not { } own) return "";
        var text = Printed(list, own, Counted(list, level, own));
        return text.Length == 0 || own.Child("suff").Value() == "nothing" || !char.IsLetterOrDigit(text[^1]) ? text : text + " ";
    }

    /// <summary>The list and level of a paragraph: its own, or that of its style.</summary>
    (WordList List, int Level)? Place(XElement paragraph)
    {
        var own = paragraph.Child("pPr").Child("numPr");
        if (own.Child("numId").Value() is { } stated) return Place(stated, own.Child("ilvl").Number());
        foreach (var style in styles.Of(paragraph))
            if (style.Child("pPr").Child("numPr") is { } styled && styled.Child("numId").Value() is { } id)
                return Place(id, own.Child("ilvl").Number() ?? lists.GetValueOrDefault(id)?.LevelOf(style.Value("styleId")) ?? styled.Child("ilvl").Number());
        return null;
    }

    (WordList, int)? Place(string id, int? level) => lists.TryGetValue(id, out var list) ? (list, Math.Clamp(level ?? 0, 0, Levels - 1)) : null;

    // Lists of one kind count on from each other, unless one says where it begins.
    int?[] Counted(WordList list, int level, XElement own)
    {
        if (!counters.TryGetValue(list.Kind, out var counter)) counters[list.Kind] = counter = new int?[Levels];
        var start = list.Start(level);
        if (start is not null && begun.Add((list, level))) counter[level] = null;
        counter[level] = counter[level] + 1 ?? start ?? own.Child("start").Number() ?? 0;
        for (var above = 0; above < level; above++) counter[above] ??= list.Level(above).Child("start").Number() ?? 1;
        for (var below = level + 1; below < Levels; below++)
            if (list.Level(below).Child("lvlRestart").Number() != 0) counter[below] = null;
        return counter;
    }

    static string Printed(WordList list, XElement own, int?[] counter)
    {
        if (own.Child("numFmt").Value() is "bullet" or "none" || own.Child("lvlText").Value() is not { } pattern) return "";
        var printed = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var level = pattern[++i] - '1';
                printed.Append(NumberFormats.Write(counter[level] ?? 0, own.Child("isLgl").IsOn() ? "decimal" : list.Level(level).Child("numFmt").Value()));
            }
            else printed.Append(pattern[i]);
        return printed.ToString();
    }
}

/// <summary>A list: the levels of its kind, some of which it may state anew.</summary>
sealed class WordList(XElement list, XElement kind)
{
    public string Kind { get; } = kind.Value("abstractNumId") ?? "";

    public XElement? Level(int level) => Override(level).Child("lvl") ?? kind.Children("lvl").FirstOrDefault(l => l.Number("ilvl") == level);

    /// <summary>Where the list begins to count anew, if it does.</summary>
    public int? Start(int level) => Override(level).Child("startOverride").Number();

    /// <summary>The level that says it belongs to a style.</summary>
    public int? LevelOf(string? style) => style is null ? null : kind.Children("lvl").FirstOrDefault(l => l.Child("pStyle").Value() == style).Number("ilvl");

    XElement? Override(int level) => list.Children("lvlOverride").FirstOrDefault(o => o.Number("ilvl") == level);
}
