using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>What a text is in some edition of the form; a text may be several things (总计 is a row and a column).</summary>
[Flags]
enum FormWords { None = 0, Label = 1, Head = 2, RowGroup = 4, ColumnGroup = 8, Caption = 16 }

/// <summary>All words of all editions, for telling how lines belong together where no ruling tells it.</summary>
static partial class Vocabulary
{
    static readonly Dictionary<string, FormWords> Keys = Load();
    static readonly List<string> RowGroups = [.. Keys.Where(k => (k.Value & FormWords.RowGroup) != 0).Select(k => k.Key)];
    static readonly HashSet<string> Beginnings = [.. Keys.Keys.SelectMany(k => Enumerable.Range(1, k.Length).Select(n => k[..n]))];

    /// <summary>What the text is, remarks in brackets aside.</summary>
    public static FormWords Of(string text)
    {
        if (Keys.TryGetValue(Labels.Key(text), out var words)) return words;
        return Labels.KeyWithoutRemarks(text) is { } bare ? Keys.GetValueOrDefault(bare) : FormWords.None;
    }

    /// <summary>Whether words of the form begin so. A remark may follow what is whole.</summary>
    public static bool Begins(string text)
    {
        var key = Labels.Key(text);
        return key.Length == 0 || Beginnings.Contains(key) || NumberBegun().IsMatch(Folding.Fold(text)) || text.AsSpan().IndexOfAny('(', '（') is > 0 and var remark && Of(text[..remark]) != FormWords.None;
    }

    /// <summary>Whether the text is the name of a group of rows, or a line of it.</summary>
    public static bool IsInRowGroup(string text) => Labels.Key(text) is var key && RowGroups.Exists(g => g.Contains(key, StringComparison.Ordinal));

    static Dictionary<string, FormWords> Load()
    {
        var keys = new Dictionary<string, FormWords>();
        void Add(FormWords words, params IEnumerable<string?> texts)
        {
            foreach (var key in texts.OfType<string>().Select(Labels.Key).Where(k => k.Length > 0)) keys[key] = keys.GetValueOrDefault(key) | words;
        }
        foreach (var block in Form.All.SelectMany(f => f.Tables).SelectMany(t => t.Blocks))
        {
            Add(FormWords.Caption, block.Caption);
            foreach (var column in block.Columns)
            {
                Add(FormWords.Head, column.Aliases.Prepend(column.Head));
                Add(FormWords.ColumnGroup, column.Group);
            }
            Add(FormWords.ColumnGroup, block.GroupAliases.SelectMany(g => g.Value));
            foreach (var row in block.Rows)
            {
                Add(FormWords.Label, row.Aliases.Prepend(row.Label));
                Add(FormWords.RowGroup, row.Group);
            }
        }
        // 行政诉讼（未经复议直接起诉）, a label, may stand over its columns too.
        var groups = keys.Where(k => (k.Value & FormWords.ColumnGroup) != 0).Select(k => k.Key).ToList();
        foreach (var label in keys.Keys.Where(k => groups.Exists(g => k.EndsWith(g, StringComparison.Ordinal))).ToList()) keys[label] |= FormWords.ColumnGroup;
        return keys;
    }

    [GeneratedRegex(@"^\s*[(〔]?\s*[一二三四五六七八九十\d]{0,2}\s*$")]
    private static partial Regex NumberBegun();
}
