using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Html;

/// <summary>What a style makes of the text of an element.</summary>
enum TextStyle
{
    /// <summary>Says nothing about it.</summary>
    None,

    /// <summary>Says that the text shows.</summary>
    Shown,

    /// <summary>Not there, and takes no room.</summary>
    Gone,

    /// <summary>Takes room but does not show, unless something in it shows again.</summary>
    Invisible,

    /// <summary>Raised, lowered or struck out: stands beside a number and is no part of it.</summary>
    Apart,

    /// <summary>May show or not.</summary>
    Unsure,
}

/// <summary>Reads the declarations of a style.</summary>
static partial class TextStyles
{
    public static TextStyle Of(string declarations) => declarations.Replace(" ", "") switch
    {
        var d when Gone().IsMatch(d) => TextStyle.Gone,
        var d when Invisible().IsMatch(d) => TextStyle.Invisible,
        var d when Apart().IsMatch(d) => TextStyle.Apart,
        var d when Unsure().IsMatch(d) => TextStyle.Unsure,
        var d when Shown().IsMatch(d) => TextStyle.Shown,
        _ => TextStyle.None,
    };

    [GeneratedRegex(@"(?:^|[;\s])(?:display:none|visibility:collapse)", RegexOptions.IgnoreCase)]
    private static partial Regex Gone();

    [GeneratedRegex(@"(?:^|[;\s])(?:visibility:hidden|font-size:0+(?:\.0+)?(?![\d.])|opacity:0+(?:\.0+)?(?![\d.])|color:transparent)", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(?:^|[;\s])(?:text-decoration(?:-line)?:[^;]{0,80}line-through|vertical-align:(?:super|sub)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    // White letters, and what is moved off the page or cut away.
    [GeneratedRegex(@"(?:^|[;\s])(?:color:(?:white|\#fff(?:fff)?)\b|(?:text-indent|left|top|margin-left):-\d{3,}|clip(?:-path)?:)", RegexOptions.IgnoreCase)]
    private static partial Regex Unsure();

    [GeneratedRegex(@"(?:^|[;\s])(?:display|visibility|font-size|opacity):", RegexOptions.IgnoreCase)]
    private static partial Regex Shown();
}
