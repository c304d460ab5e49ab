using System.Text;
using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>The text of a piece of a page as a reader sees it.</summary>
static class HtmlText
{
    /// <summary>The text of a cell; paragraphs and line breaks part its lines.</summary>
    public static string Of(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return string.Join('\n', Folding.Fold(text.ToString()).Split('\n').Select(Collapse).Where(line => line.Length > 0));
    }

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && style.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs of blanks as one, none at the ends.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        return result.ToString().TrimEnd();
    }

    static void Append(IElement element, StringBuilder text)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data.Replace('\n', ' '));
            else if (node is IElement { LocalName: "br" }) text.Append('\n');
            else if (node is IElement { LocalName: not ("script" or "style") } child && !IsHidden(child))
            {
                var paragraph = child.LocalName is "p" or "div" or "li";
                if (paragraph) text.Append('\n');
                Append(child, text);
                if (paragraph) text.Append('\n');
            }
        }
    }
}
