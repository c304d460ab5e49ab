using System.Globalization;
using System.Xml.Linq;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Excel;

/// <summary>How a font shows its text; White: white or tiny, so that nobody sees it, or sees another number.</summary>
enum FontShow { Plain, Apart, White }

/// <summary>Text in runs of their own fonts: what is raised or struck out stands beside a number and is no part of it.</summary>
static class RichText
{
    // Both of the old palette's whites.
    static readonly int[] Whites = [1, 9];

    // Nobody reads letters of fewer points; and in no more of the others' size they stand beside them as a note does.
    const double Smallest = 3, NoteSize = 0.8;

    // Points, of a font that says nothing of it.
    const double UsualSize = 11;

    public static FontShow Show(XElement? font) =>
        font.Child("strike").IsOn() || font.Child("vertAlign").Value() is not (null or "baseline") ? FontShow.Apart
        : IsWhite(font.Child("color")) || Size(font) < Smallest ? FontShow.White : FontShow.Plain;

    public static bool IsWhite(XElement? color) =>
        color.Value("theme") == "0" && color.Value("tint") is null || color.Number("indexed") is { } index && Whites.Contains(index) || color.Value("rgb") is { Length: 8 } rgb && rgb[2..].IsWhite();

    static double Size(XElement? font) =>
        double.TryParse(font.Child("sz").Value(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) ? size : UsualSize;

    /// <summary>The mark of a text of which parts do not show as the others do; null for any other text.</summary>
    public static CellMark? Mark(XElement? text)
    {
        var runs = text.Children("r").Select(r => (Font: r.Child("rPr"), Text: r.Child("t")?.Value ?? "")).ToList();
        var largest = runs.Where(r => r.Text.Any(char.IsDigit)).Select(r => Size(r.Font)).DefaultIfEmpty(0).Max();
        bool IsNote((XElement? Font, string Text) run) => run.Text.Trim() is { Length: > 0 } digits && digits.All(Numbers.IsPart) && Size(run.Font) <= NoteSize * largest;
        return Mark([.. runs.Select(r => (Show(r.Font) is FontShow.Plain && IsNote(r) ? FontShow.White : Show(r.Font), r.Text))]);
    }

    /// <summary>The same of runs; where all of them stand apart, their text is kept.</summary>
    public static CellMark? Mark(IReadOnlyList<(FontShow Show, string Text)> runs)
    {
        if (!runs.Any(r => r.Show != FontShow.Plain && !string.IsNullOrWhiteSpace(r.Text))) return null;
        var line = string.Concat(runs.Where(r => r.Show != FontShow.Apart).Select(r => r.Text));
        return new CellMark(string.IsNullOrWhiteSpace(line) ? null : line);
    }
}
