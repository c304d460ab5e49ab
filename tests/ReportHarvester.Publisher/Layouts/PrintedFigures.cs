using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>Figures as a layout prints them. What is changed here stands in the truth: a blank is a blank, a mark a mark.</summary>
static class PrintedFigures
{
    public static Truth Of(Truth truth, Layout layout)
    {
        Func<string, string, string>[] steps =
        [
            (key, text) => Zero(key, text, layout), (key, text) => Signed(key, text, layout["signs"]),
            (_, text) => Grouped(text, layout["thousands"]), (key, text) => Counted(key, text, layout["units"]),
            (key, text) => Wide(key, text, layout["digits"]), (key, text) => Total(key, text, layout["totals"]),
        ];
        var printed = steps.Aggregate(truth, (t, step) => t.Printing(step));
        return Remarked(printed, layout);
    }

    static string Zero(string key, string text, Layout layout) => text != "0" ? text : layout["zeros"] switch
    {
        "blank" => "",
        "slash" => "/",
        "hyphen" => "-",
        "dash" => "—",
        "long-dash" => "——",
        "none" => "无",
        "mixed" => layout.Chance(key).Of(["0", "", "/"]),
        _ => text,
    };

    static string Signed(string key, string text, string signs) => !key.EndsWith(".items_change", StringComparison.Ordinal) || text.Length < 1
        ? text
        : (signs, text[0]) switch
        {
            ("word" or "word-plus", '-') when text.Length > 1 => "减" + text[1..],
            ("wide-minus", '-') when text.Length > 1 => "－" + text[1..],
            ("true-minus", '-') when text.Length > 1 => "−" + text[1..],
            ("plus", >= '1' and <= '9') => "+" + text,
            ("word-plus", >= '1' and <= '9') => "增" + text,
            _ => text,
        };

    static string Grouped(string text, string thousands) => thousands == "none" || !int.TryParse(text, out var number) || number < 1000
        ? text : number.ToString("#,##0").Replace(",", thousands == "comma" ? "," : "，");

    static string Counted(string key, string text, string units)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[^1]))
            return text;
        if (key is "fees.collected" or "procurement.amount")
            return units == "none" ? text : text + (key == "fees.collected" ? "万元" : "元");
        var here = units == "all" || units == "table-2" && !InSums(key);
        return !here ? text : text + (key.Contains(".items") ? "项" : "件");
    }

    static string Wide(string key, string text, string digits) => digits == "full-width" || digits == "full-width-table-2" && !InSums(key)
        ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)) : text;

    static string Total(string key, string text, string totals) => totals == "blank" && key.EndsWith("|total", StringComparison.Ordinal)
        && !key.StartsWith("requests.new", StringComparison.Ordinal) && !key.StartsWith("requests.c", StringComparison.Ordinal) ? "" : text;

    /// <summary>A remark behind one or two numbers of table 2.</summary>
    static Truth Remarked(Truth truth, Layout layout)
    {
        string[] numbers = [.. truth.Figures.Where(f => !InSums(f.Key) && f.Value.Length > 0 && char.IsAsciiDigit(f.Value[0]) && f.Value != "0").Select(f => f.Key)];
        var remark = layout["remark"] switch
        {
            "revised" => "（其中修订3件）", "line" => "\n（含修订 1 件）", "lapsed" => "\n（含自然失效2件）", "note-sign" => "（注）", _ => "",
        };
        return remark.Length == 0 || numbers.Length == 0 ? truth : Printing.Remark(truth, layout.Chance("remark").Of(numbers), remark);
    }

    static bool InSums(string key) => key.Contains('|') || OfficialForm.Suits.Any(s => key.StartsWith(s + ".", StringComparison.Ordinal));
}
