using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>What a layout makes of the words of labels and heads; figures are left alone.</summary>
static partial class Labels
{
    static readonly Words words = Resources.Json<Words>("Layouts/labels.json");

    public static Func<Cell, Cell> Of(Layout layout)
    {
        Func<string, string> typo = layout.Is("typo", "none") ? t => t : Typo(layout.Chance("typo").Of(words.Typos[layout["typo"]]));
        var wording = words.Wording.GetValueOrDefault(layout["wording"], []);
        return cell => cell.Kind == CellKind.Value ? cell : Spaced(Broken(cell with
        {
            Text = Bracketed(Numbered(typo(Worded(cell.Text, wording)), layout["enumerators"], cell), layout["brackets"]),
        }, layout), layout);
    }

    static string Worded(string text, Dictionary<string, string> wording) =>
        wording.Aggregate(text, (t, w) => t == w.Key || w.Key.Length > 2 || w.Key == "其他" ? t.Replace(w.Key, w.Value) : t);

    static Func<string, string> Typo(string[] pair) => text => text.Replace(pair[0], pair[1]);

    static string Numbered(string text, string style, Cell cell)
    {
        if (style == "comma-in-other" && !(text.Contains("申请人") && cell.Kind == CellKind.Label || text == "3.其他"))
            return text;
        return Enumerator().Replace(text, m => (style, int.Parse(m.Groups[1].Value)) switch
        {
            ("comma" or "comma-in-other", var n) => $"{n}、",
            ("brackets", var n) => $"（{n}）",
            ("dot-space", var n) => $"{n}. ",
            ("wide-dot", var n) => $"{n}．",
            ("circled", var n) => $"{(char)('①' + n - 1)}",
            ("none", _) => "",
            _ => m.Value,
        });
    }

    static string Bracketed(string text, string style) => style switch
    {
        "half" => text.Replace('（', '(').Replace('）', ')').Replace('，', ','),
        "half-spaced" => text.Replace('（', '(').Replace("）", ") ").TrimEnd(),
        "first-only" => text.Length > 0 && text[0] == '（' ? text.Remove(0, 1) : text,
        _ => text,
    };

    static Cell Broken(Cell cell, Layout layout) => (cell.Kind, layout[cell.Kind == CellKind.Group ? "groupText" : "headText"]) switch
    {
        (CellKind.Group, "characters") => Wording.Upright(cell),
        (CellKind.Group or CellKind.Head, "upright") when cell.Text.Length < 14 => cell with { Setting = Setting.Upright },
        (CellKind.Group, "apart") => cell with { Text = cell.Text.Replace("）", "）\n").Replace("、", "、\n"), Setting = Setting.Paragraphs },
        (CellKind.Group, "spaced") => cell with { Text = string.Join(' ', cell.Text.AsEnumerable()) },
        (CellKind.Head, "characters") when cell.Text.Length is > 1 and < 12 => cell with { Text = string.Join('\n', cell.Text.AsEnumerable()) },
        (CellKind.Head, "broken") => InTwoLines(cell),
        (CellKind.Head, "paragraphs") => InTwoLines(cell) with { Setting = Setting.Paragraphs },
        _ => cell,
    };

    static Cell InTwoLines(Cell cell) => cell.Text.Length is > 3 and < 16 ? cell with { Text = cell.Text.Insert(cell.Text.Length / 2, "\n") } : cell;

    static Cell Spaced(Cell cell, Layout layout) => cell.Kind == CellKind.Head ? cell : layout["labelSpaces"] switch
    {
        "inner" => Wording.Spaced(cell),
        "padded" => cell with { Text = "　" + cell.Text + " " },
        "every" when !cell.Text.Contains('\n') && cell.Text.Length < 12 => cell with { Text = string.Join(' ', cell.Text.AsEnumerable()) },
        _ => cell,
    };

    [GeneratedRegex("^([1-9])\\.")]
    private static partial Regex Enumerator();

    sealed record Words(Dictionary<string, Dictionary<string, string>> Wording, Dictionary<string, string[][]> Typos);
}
