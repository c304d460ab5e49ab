using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ReportHarvester.Reports.Html;

/// <summary>
/// Whether digits that follow each other in the text of a page do so for its readers too: a style may set them on lines, in boxes or in letters of their own.
/// Asked only where two pieces of text meet in digits, since most styles have no bearing on text.
/// </summary>
sealed partial class JoinedDigits(PageStyles styles)
{
    // Letters smaller than this part of those beside them are a note's. Pixels: what parts of a size are parts of where nothing says it, and the smallest that ordinary text is set in.
    const double NoteSize = 0.86, UsualSize = 16, SmallText = 12;

    // Elements from a digit to what holds its neighbour too.
    const int Farthest = 10;

    IText? last;

    /// <summary>Takes the next piece of text; true where its first digit may not be of one number with the digit before it.</summary>
    /// <param name="run">The piece.</param>
    /// <param name="before">The sign before it in the line.</param>
    public bool AreParted(IText run, char before)
    {
        if (run.Data.Length == 0) return false;
        var above = last;
        last = run;
        return above is not null && char.IsDigit(before) && char.IsDigit(run.Data[0]) && above.Data is [.., var end] && char.IsDigit(end) && AreParted(above, run);
    }

    bool AreParted(IText left, IText right)
    {
        List<IElement> first = Around(left), second = Around(right);
        if (first.Find(second.Contains) is not { } both) return true;
        first.RemoveRange(first.IndexOf(both), first.Count - first.IndexOf(both));
        second.RemoveRange(second.IndexOf(both), second.Count - second.IndexOf(both));
        if (first.Count + second.Count == 0) return false;
        if (first.Exists(IsApart) || second.Exists(IsApart) || styles.Settings(both).Any(s => Layout().IsMatch(s))) return true;
        // What a sheet that is not read makes of digits of a class of their own, nobody knows.
        if (!first.SelectMany(styles.StyledElsewhere).ToHashSet().SetEquals(second.SelectMany(styles.StyledElsewhere))) return true;
        double? a = Size(left.ParentElement), b = Size(right.ParentElement);
        return a is { } one && b is { } other ? Math.Min(one, other) < NoteSize * Math.Max(one, other) : (a ?? b) < NoteSize * SmallText;
    }

    static List<IElement> Around(INode node)
    {
        var around = new List<IElement>();
        for (var element = node.ParentElement; element is not null && around.Count < Farthest; element = element.ParentElement) around.Add(element);
        return around;
    }

    bool IsApart(IElement element) =>
        element.LocalName == "a" && element.HasAttribute("href") || element.ClassName?.Contains("noteReference", StringComparison.OrdinalIgnoreCase) == true
        || styles.Of(element) is TextStyle.Unsure || IsNote(element) || styles.Settings(element).Any(s => Apart().IsMatch(s));

    // All in small letters, a number is one.
    bool IsNote(IElement element) => styles.Of(element) is TextStyle.Note && !Around(element).Exists(e => styles.Of(e) is TextStyle.Note);

    double? Size(IElement? element)
    {
        for (var n = 0; n < Farthest && element is not null && element.LocalName is not ("table" or "body"); n++, element = element.ParentElement)
            foreach (var setting in styles.Settings(element))
                if (TextStyles.Size(setting, UsualSize) is { } size) return size;
        return null;
    }

    /// <summary>Whether plain declarations bear on digits beside others.</summary>
    public static bool IsSetting(string declarations) => Apart().IsMatch(declarations) || Layout().IsMatch(declarations);

    [GeneratedRegex(@"(?:^|;)(?:display:(?!inline(?:;|!|$)|contents|none|initial|inherit|unset)|float:(?:left|right|inline)|position:(?:absolute|fixed|sticky)|(?:margin|padding)(?:-(?:left|right|inline[a-z-]{0,9}))?:[^;]{0,40}[1-9]|vertical-align:(?:text-)?(?:top|bottom)|mso-text-raise:[^;]{0,20}[1-9]|transform:(?!none))", RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?:^|;)display:(?:inline-)?(?:flex|grid)", RegexOptions.IgnoreCase)]
    private static partial Regex Layout();
}
