using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>What editors do to a cell that is already written as markup; none of it changes what a visitor sees.</summary>
static partial class Cells
{
    public static string Dressed(string markup, Cell cell, Layout layout)
    {
        var (open, content, close) = Parts().Match(markup) is { Success: true } m ? (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)
            : throw new InvalidDataException(markup);
        content = Emphasised(Invisible(content, cell, layout), cell, layout["emphasis"]);
        content = cell.Setting == Setting.Paragraphs && content.Contains("<br>") ? $"<p>{content.Replace("<br>", "</p>\n<p>")}</p>" : content;
        if (cell.Setting == Setting.Upright)
            content = $"<div style=\"writing-mode:vertical-rl;margin:0 auto\">{content}</div>";
        if (layout.Is("nesting", "cells"))
            content = $"<table width=\"100%\"><tr><td>{content}</td></tr></table>";
        var (inside, behind) = Hidden(cell, layout);
        return layout.Is("tags", "heads") && (cell.Kind is CellKind.Head or CellKind.Title)
            ? $"<th{open[3..]}{content}{inside}{close.Replace("td", "th")}{behind}" : $"{open}{content}{inside}{close}{behind}";
    }

    static string Invisible(string content, Cell cell, Layout layout) => layout["invisible"] switch
    {
        _ when cell.Text.Length == 0 => content,
        "nbsp" => Text().Replace(content, m => $">&nbsp;{m.Groups[1].Value}&nbsp;<", 1) is var padded && padded != content ? padded : $"&nbsp;{content}&nbsp;",
        "ideographic" => "　" + content,
        "zero-width" => content + "​",
        "entities" when cell.Text.All(char.IsAsciiDigit) =>
            $">{content}<".Replace($">{cell.Text}<", $">{string.Concat(cell.Text.Select(c => $"&#{(int)c};"))}<")[1..^1],
        _ => content,
    };

    static string Emphasised(string content, Cell cell, string emphasis) => cell.Kind != CellKind.Value || cell.Text.Length == 0 ? content : emphasis switch
    {
        "bold" => $"<b>{content}</b>",
        "totals" when cell.Figure!.EndsWith("total", StringComparison.Ordinal) => $"<strong>{content}</strong>",
        "underlined" => $"<u>{content}</u>",
        "red" => $"<font color=\"red\">{content}</font>",
        _ => content,
    };

    /// <summary>What stands in the source and does not show: at the end of a cell, and behind it.</summary>
    static (string Inside, string Behind) Hidden(Cell cell, Layout layout)
    {
        if (cell.Kind != CellKind.Value || layout.Chance("hidden" + cell.Figure).Next(3) > 0)
            return ("", "");
        return layout["hidden"] switch
        {
            "cells" => ("", "<td style=\"display:none\">8</td>"),
            "spans" => ("<span style=\"display:none;\">7</span>", ""),
            "comments" => ("<!-- 6 -->", ""),
            "script" => ("<script>var n = 5;</script>", ""),
            _ => ("", ""),
        };
    }

    [GeneratedRegex(@"^(<td[^>]*>)(.*)(</td>\s*)$", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Text();
}
