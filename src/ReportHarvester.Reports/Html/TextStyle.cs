using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Html;

/// <summary>What a style makes of the text of an element. Of two that an element has, the later in this list holds.</summary>
enum TextStyle
{
    /// <summary>Says nothing about it.</summary>
    None,

    /// <summary>Cut down to nothing, unless it is a cell, which takes the room that it needs.</summary>
    Narrow,

    /// <summary>White, which shows only on another ground.</summary>
    White,

    /// <summary>Smaller or off the line, or a link within the page: beside other digits a note, perhaps.</summary>
    Note,

    /// <summary>Raised, lowered or struck out: stands beside a number and is no part of it.</summary>
    Apart,

    /// <summary>May show or not, or not in this order.</summary>
    Unsure,

    /// <summary>Takes room but does not show, unless something in it shows again.</summary>
    Invisible,

    /// <summary>Not there, and takes no room.</summary>
    Gone,
}

/// <summary>By what text is hidden or shown: who sets one of these says nothing of the others.</summary>
[Flags]
enum Means { None = 0, Display = 1, Visibility = 2, Size = 4, Opacity = 8, Colour = 16, Other = 32 }

/// <summary>Reads the declarations of a style.</summary>
static partial class TextStyles
{
    // Nobody reads letters as small, and letters as small stand beside others as a note does; in pixels.
    const double Unreadable = 3, Small = 8;

    const double PixelsOfPoint = 4 / 3.0, PixelsOfEm = 16, SmallShare = 0.85;

    public static TextStyle Of(string declarations) => Plain(declarations) switch
    {
        var d when Gone().IsMatch(d) => TextStyle.Gone,
        var d when Invisible().IsMatch(d) || Size(d) < Unreadable || PageColours.Letters(d) is { A: 0 } => TextStyle.Invisible,
        var d when Apart().IsMatch(d) => TextStyle.Apart,
        var d when Unsure().IsMatch(d) => TextStyle.Unsure,
        var d when NoRoom().IsMatch(d) && Cut().IsMatch(d) => TextStyle.Narrow,
        var d when Relative().IsMatch(d) && Off().IsMatch(d) || Lifted().IsMatch(d) || Size(d) <= Small => TextStyle.Note,
        _ => TextStyle.None,
    };

    /// <summary>The same of a rule of a sheet: how small its letters are beside others, it does not say, but of what colour.</summary>
    public static TextStyle OfRule(string declarations)
    {
        var style = Of(declarations);
        if (style is TextStyle.None or TextStyle.Note or TextStyle.Narrow && Plain(declarations) is var plain && PageColours.IsUnseen(plain))
            return style is TextStyle.Narrow || PageColours.HasGround(plain) ? TextStyle.Unsure : TextStyle.White;
        return style is TextStyle.Note ? TextStyle.None : style;
    }

    /// <summary>What declarations set to values of their own, and not to those around.</summary>
    public static Means Sets(string declarations) =>
        Setter().Matches(Plain(declarations)).Where(m => MeansOf(m) is Means.Size ? OwnSize().IsMatch(m.Value) : MeansOf(m) is Means.Colour ? PageColours.Letters(m.Value) is not null : !OfOthers().IsMatch(m.Value))
            .Aggregate(Means.None, (all, m) => all | MeansOf(m));

    /// <summary>By what declarations make text other than it would be without them. Other: by what goes before all else, and what only several do together.</summary>
    public static Means By(string declarations)
    {
        var by = Plain(declarations).Split(';').Where(d => OfRule(d) is not TextStyle.None)
            .Aggregate(Means.None, (all, d) => all | (!d.Contains('!') && Setter().Match(d) is { Success: true } known ? MeansOf(known) : Means.Other));
        return by is Means.None ? Means.Other : by;
    }

    static Means MeansOf(Match setting) => setting.Groups["name"].Value.ToUpperInvariant() switch
    {
        "DISPLAY" => Means.Display, "VISIBILITY" => Means.Visibility, "OPACITY" => Means.Opacity, "COLOR" => Means.Colour, _ => Means.Size,
    };

    // Strings and functions one behind the other; which of them is the first does not matter.
    static readonly Regex content = new(@"(?:^|;)content:(?:""[^""]*""|'[^']*'|[^;""'])*(?:(?:attr|counters?|var)\(|""[^""]*[\p{L}\p{Nd}]|'[^']*[\p{L}\p{Nd}])", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Whether declarations, of that style, put letters or digits where they stand, and not only to clear the line (020).</summary>
    public static bool Adds(string declarations, TextStyle style) => style is not (TextStyle.Gone or TextStyle.Invisible or TextStyle.Narrow) && content.IsMatch(Picture().Replace(Plain(declarations), ""));

    /// <summary>Plain declarations that may part digits from those beside them; empty for others.</summary>
    public static string Setting(string declarations) =>
        Plain(declarations) is var plain && (JoinedDigits.IsSetting(plain) || FontSize().IsMatch(plain)) ? plain : "";

    /// <summary>The size that declarations give letters, in pixels, of letters around them of that size; null for none.</summary>
    public static double? Size(string declarations, double around)
    {
        if (FontSize().Match(declarations) is not { Success: true } match) return null;
        if (!double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return SmallShare * around;
        return match.Groups["unit"].Value.ToUpperInvariant() switch { "PX" => number, "PT" => number * PixelsOfPoint, "EM" => number * around, _ => number / 100 * around };
    }

    /// <summary>Declarations as a browser takes them: without blanks, remarks, and letters written by their numbers.</summary>
    public static string Plain(string declarations)
    {
        if (declarations.Contains("/*", StringComparison.Ordinal)) declarations = Remark().Replace(declarations, "");
        if (declarations.Contains('\\')) declarations = Escape().Replace(declarations, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return Documents.Folding.WithoutBlanks(declarations);
    }

    // In pixels, as far as the style itself tells: parts of what is around it count as parts of an ordinary line.
    static double? Size(string declarations)
    {
        if (FontSize().Match(declarations) is not { Success: true } match) return null;
        if (!double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return match.Groups["small"].Success ? Small : null;
        return match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "PX" => number,
            "PT" => number * PixelsOfPoint,
            "EM" => number < SmallShare ? Math.Min(Small, number * PixelsOfEm) : null,
            "%" => number < 100 * SmallShare ? Math.Min(Small, number / 100 * PixelsOfEm) : null,
            _ => null,
        };
    }

    [GeneratedRegex(@"/\*.*?(?:\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\\([0-9a-fA-F]{1,6})\s?")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?:^|;)font-size:(?:(?<number>\d{0,6}\.?\d{1,6})(?<unit>px|pt|em|%)|(?<small>smaller|x-small|xx-small))", RegexOptions.IgnoreCase)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"(?:^|;)(?:display:none|visibility:collapse)", RegexOptions.IgnoreCase)]
    private static partial Regex Gone();

    [GeneratedRegex(@"(?:^|;)(?:visibility:hidden|content-visibility:hidden|font(?:-size)?:0+(?:\.0+)?(?![\d.])|opacity:(?:0+(?:\.0\d*)?|\.0\d*)(?![\d.])|transform:[^;]{0,80}scale[xy]?\(0(?:\.0+)?[,)]|filter:[^;]{0,80}opacity\(0(?:\.0+)?%?\))", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(?:^|;)(?:text-decoration(?:-line)?:[^;]{0,80}line-through|vertical-align:(?:super|sub)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    // What is moved off the page, cut away, turned round, or hangs on what the page sets elsewhere.
    [GeneratedRegex(@"(?:^|;)(?:(?:text-indent|left|top|margin-left):-\d{3,}|clip(?:-path)?:|unicode-bidi:(?:bidi|isolate)-override|flex-direction:(?:row|column)-reverse|(?:display|visibility|opacity):var\()", RegexOptions.IgnoreCase)]
    private static partial Regex Unsure();

    [GeneratedRegex(@"(?:^|;)(?:max-)?(?:width|height):[01](?:\.0+)?(?:px|pt|em|rem|%)?(?:;|!|$)", RegexOptions.IgnoreCase)]
    private static partial Regex NoRoom();

    [GeneratedRegex(@"(?:^|;)overflow(?:-[xy])?:(?:hidden|clip)", RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    [GeneratedRegex(@"(?:^|;)position:relative", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    // Up or down, by a length.
    [GeneratedRegex(@"(?:^|;)(?:top|bottom):-?[\d.]{0,9}[1-9]", RegexOptions.IgnoreCase)]
    private static partial Regex Off();

    [GeneratedRegex(@"(?:^|;)vertical-align:-?[\d.]{0,9}[1-9]", RegexOptions.IgnoreCase)]
    private static partial Regex Lifted();

    [GeneratedRegex(@"url\((?:""[^""]*""|'[^']*'|[^)""'])*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<=^|;)(?<name>display|visibility|opacity|font|font-size|color):[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Setter();

    // A part of a size may be one of none.
    [GeneratedRegex(@"(?:\dp[tx]|\drem|(?:small|large)(?!er)|medium)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnSize();

    [GeneratedRegex(":(?:inherit|unset|revert)", RegexOptions.IgnoreCase)]
    private static partial Regex OfOthers();
}
