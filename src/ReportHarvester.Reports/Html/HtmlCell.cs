using System.Text;
using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>
/// Reads a cell: the text that shows on its line, and whether anything else stands in it (raised, struck out, hidden, a control, a picture)
/// so that the number may not be all, or more than, what a reader of the page sees.
/// </summary>
sealed class HtmlCell(PageStyles styles)
{
    // A cell that only a picture or a script fills is not blank.
    const string Picture = "［图］", Script = "［脚本］", Control = "［控件］";

    static readonly HashSet<string> Blocks =
        ["p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "center", "blockquote", "section", "article", "table", "tr", "td", "th",
         "hr", "fieldset", "legend", "address", "aside", "header", "footer", "nav", "form", "figure", "figcaption", "details", "summary", "main", "dialog"];

    // Formulas set numbers over, under and beside each other without a sign between.
    static readonly HashSet<string> Formulas = ["mfrac", "msup", "msub", "msubsup", "munder", "mover", "munderover", "mroot", "mmultiscripts", "mtable"];

    readonly JoinedDigits joined = new(styles);
    readonly StringBuilder line = new(), apart = new(), hidden = new(), gone = new();
    string? thing;
    bool doubtful, hasMore, inNote;
    int noted;

    public static (string Text, bool Doubtful) Read(IElement cell, PageStyles styles)
    {
        var reader = new HtmlCell(styles);
        reader.Cell(cell);
        return reader.Result();
    }

    (string Text, bool Doubtful) Result()
    {
        var (shown, beside, unseen) = (Lines(line), Lines(apart), Lines(hidden));
        // A number all in small letters is one all the same.
        doubtful |= hasMore || noted > 0 && noted < shown.Count(char.IsAsciiDigit);
        if (shown.Length > 0) return (shown, doubtful || beside.Length > 0 || unseen.Length > 0 || thing is not null);
        if (beside.Length > 0) return (beside, true);
        // What hides a cell's only figure may not hide it from everyone.
        return (thing ?? "", thing is null && (hasMore || (unseen + gone).Any(char.IsAsciiDigit)));
    }

    // What the style of a row, or of a group of rows, says holds for its cells; a cell all raised or struck out still shows its number.
    void Cell(IElement cell)
    {
        var by = Means.None;
        foreach (var element in new[] { cell.ParentElement?.ParentElement, cell.ParentElement, cell }.OfType<IElement>())
        {
            var style = styles.Of(element);
            doubtful |= style is TextStyle.Apart or TextStyle.Unsure;
            by = Hiding(element, style, by);
        }
        hasMore = styles.HasMore(cell) || cell.ParentElement is { } above && styles.HasMore(above);
        Append(cell, by is Means.None ? line : hidden, by);
    }

    // What is hidden by something that comes down to what is in it shows again where that sets the same anew.
    Means Hiding(IElement element, TextStyle style, Means around) =>
        around & ~(styles.Sets(element) & (Means.Visibility | Means.Size | Means.Colour)) | (style is TextStyle.Invisible ? styles.HiddenBy(element) : Means.None);

    void Append(IElement element, StringBuilder text, Means by)
    {
        foreach (var node in element.ChildNodes)
            if (node is IText run)
            {
                doubtful |= text == line && joined.AreParted(run, text.Length > 0 ? text[^1] : '\0');
                text.Append(run.Data.Replace('\n', ' '));
            }
            else if (node is IElement child && !IsThing(child, text)) Element(child, text, by);
    }

    void Element(IElement element, StringBuilder text, Means around)
    {
        var style = styles.Of(element);
        if (style is TextStyle.Gone)
        {
            // Beside a number that shows, what its own element hides is no part of it for any reader.
            if (element.LocalName is not ("style" or "rp")) (PageStyles.HidesItself(element) ? gone : hidden).Append(element.TextContent);
            return;
        }
        hasMore |= styles.HasMore(element);
        var block = Blocks.Contains(element.LocalName);
        doubtful |= style is TextStyle.Unsure && !string.IsNullOrWhiteSpace(element.TextContent) || Formulas.Contains(element.LocalName);
        var note = style is TextStyle.Note && !inNote && Folding.Fold(element.TextContent).Trim() is var small && small.All(Catalogue.Numbers.IsPart);
        if (note) noted += element.TextContent.Count(char.IsDigit);
        inNote |= note;
        if (block) text.Append('\n');
        var by = Hiding(element, style, around);
        Append(element, by is not Means.None ? hidden : style is TextStyle.Apart && text == line ? apart : text == hidden ? line : text, by);
        if (note) inNote = false;
        if (block) text.Append('\n');
    }

    bool IsThing(IElement element, StringBuilder text)
    {
        switch (element.LocalName)
        {
            case "br": text.Append('\n'); return true;
            case "script": thing ??= MayWrite(element) ? Script : null; return true;
            case "input" or "select" or "textarea" when !styles.IsGone(element): Fill(Value(element), text); return true;
            case "img" or "canvas" or "object" or "embed" or "video" or "svg" or "iframe" when !styles.IsGone(element): thing = Picture; return true;
            default: return false;
        }
    }

    // A script that calls nothing and reaches into nothing only remembers.
    static bool MayWrite(IElement script) => script.HasAttribute("src") || script.TextContent.AsSpan().IndexOfAny("([.`") >= 0;

    // What a control holds when the page is opened, a script or a reader may change.
    void Fill(string? value, StringBuilder text)
    {
        if (value is null) return;
        thing ??= Control;
        text.Append(value);
    }

    static string? Value(IElement control) => control.LocalName switch
    {
        "select" => (control.QuerySelector("option[selected]") ?? control.QuerySelector("option"))?.TextContent ?? "",
        "textarea" => control.TextContent,
        _ => control.GetAttribute("type")?.ToLowerInvariant() switch
        {
            "hidden" => null,
            null or "text" or "number" or "tel" => control.GetAttribute("value") ?? "",
            _ => "",
        },
    };

    static string Lines(StringBuilder text) =>
        string.Join('\n', Folding.Fold(text.ToString()).Split('\n').Select(Blanks.Collapse).Where(line => line.Length > 0));
}
