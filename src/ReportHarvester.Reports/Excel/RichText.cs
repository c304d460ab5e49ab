using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Excel;

/// <summary>How a font shows its text.</summary>
enum FontShow { Plain, Apart, White }

/// <summary>Text in runs of their own fonts: what is raised or struck out stands beside a number and is no part of it.</summary>
static class RichText
{
    public static FontShow Show(XElement? font) =>
        font.Child("strike").IsOn() || font.Child("vertAlign").Value() is not (null or "baseline") ? FontShow.Apart
        : font.Child("color") is { } color && (color.Value("theme") == "0" && color.Value("tint") is null || color.Value("rgb") is { Length: 8 } rgb && rgb[2..].IsWhite()) ? FontShow.White : FontShow.Plain;

    /// <summary>The mark of a text of which parts do not show as the others do; null for any other text.</summary>
    public static CellMark? Mark(XElement? text)
    {
        var runs = text.Children("r").Select(r => (Show: Show(r.Child("rPr")), Text: r.Child("t")?.Value ?? "")).ToList();
        return Mark(runs);
    }

    /// <summary>The same of runs; where all of them stand apart, their text is kept.</summary>
    public static CellMark? Mark(IReadOnlyList<(FontShow Show, string Text)> runs)
    {
        if (!runs.Any(r => r.Show != FontShow.Plain && !string.IsNullOrWhiteSpace(r.Text))) return null;
        var line = string.Concat(runs.Where(r => r.Show != FontShow.Apart).Select(r => r.Text));
        return new CellMark(string.IsNullOrWhiteSpace(line) ? null : line);
    }
}
