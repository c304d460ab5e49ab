using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Html;

/// <summary>Letters in the colour of their ground: who reads the page does not see them.</summary>
static partial class PageColours
{
    // Of red, green and blue: what is no further apart is the same to the eye.
    const int Near = 0x0F;

    // From a letter to its cell, row and table.
    const int Farthest = 10;

    // Of a lightness in hundredths.
    const int NearWhite = 95;

    /// <summary>Whether plain declarations by themselves make letters that do not show: white, unless they set another ground, or of their own ground's colour.</summary>
    public static bool IsUnseen(string declarations) =>
        Letters(declarations) is { A: not 0 } letters && AreAlike(letters, Ground(declarations) ?? Color.White);

    /// <summary>Whether an element sets a colour that the ground around it has, as far as this is said in the page itself.</summary>
    public static bool IsUnseen(IElement element) =>
        (Own(element, Letters) ?? (element.LocalName == "font" ? Read(element.GetAttribute("color")) : null)) is { A: not 0 } letters && AreAlike(letters, Under(element));

    /// <summary>Whether the ground around an element is white, as far as this is said in the page itself.</summary>
    public static bool IsOnWhite(IElement element) => AreAlike(Under(element), Color.White);

    /// <summary>Whether plain declarations set a ground.</summary>
    public static bool HasGround(string declarations) => Ground(declarations) is not null;

    static Color Under(IElement element)
    {
        var around = element;
        for (var n = 0; n < Farthest && around is not null; n++, around = around.ParentElement)
            if ((Own(around, Ground) ?? Read(around.GetAttribute("bgcolor"))) is { A: not 0 } ground) return ground;
        return Color.White;
    }

    /// <summary>The colour that plain declarations give letters; null for none, or one that is not known.</summary>
    public static Color? Letters(string declarations) => Last(LetterColour(), declarations);

    static Color? Ground(string declarations) => Last(GroundColour(), declarations);

    static Color? Last(Regex property, string declarations) => Read(property.Matches(declarations).LastOrDefault()?.Groups["value"].Value);

    static Color? Own(IElement element, Func<string, Color?> property) => element.GetAttribute("style") is { } style ? property(TextStyles.Plain(style)) : null;

    static bool AreAlike(Color a, Color b) =>
        OfficeMarkup.IsWhite(a.R, a.G, a.B) && OfficeMarkup.IsWhite(b.R, b.G, b.B) || Math.Abs(a.R - b.R) <= Near && Math.Abs(a.G - b.G) <= Near && Math.Abs(a.B - b.B) <= Near;

    static Color? Read(string? value) => value switch
    {
        null or "" => null,
        ['#', .. var hex] => OfHex(hex),
        _ when value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) || value.StartsWith("hsl", StringComparison.OrdinalIgnoreCase) => OfParts(value),
        _ => Color.FromName(value) is { IsKnownColor: true, IsSystemColor: false } named ? named : null,
    };

    static Color? OfHex(string hex)
    {
        if (hex.Length is 3 or 4) hex = string.Concat(hex.SelectMany(c => new[] { c, c }));
        if (hex.Length is not (6 or 8) || !uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return null;
        return Color.FromArgb(unchecked((int)(hex.Length == 6 ? number | 0xFF000000 : number >> 8 | number << 24)));
    }

    // rgb(255,255,255), rgba(0,0,0,0); of hsl only whether it is near white or black. Written otherwise it may be white.
    static Color OfParts(string value)
    {
        if (Function().Match(value) is not { Success: true } match) return Color.White;
        var numbers = match.Groups["number"].Captures.Select(c => double.TryParse(c.ValueSpan.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        if (numbers.Count > 3 && numbers[3] == 0) return Color.Transparent;
        if (match.Groups["hsl"].Success) return numbers[2] >= NearWhite ? Color.White : numbers[2] <= 100 - NearWhite ? Color.Black : Color.Gray;
        return Color.FromArgb(Byte(numbers[0]), Byte(numbers[1]), Byte(numbers[2]));

        static int Byte(double part) => (int)Math.Clamp(part, 0, 255);
    }

    [GeneratedRegex(@"(?:^|;)color:(?<value>[^;!]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex LetterColour();

    [GeneratedRegex(@"(?:^|;)background(?:-color)?:(?<value>[^;!]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex GroundColour();

    [GeneratedRegex(@"^(?:(?<hsl>hsl)a?|rgba?)\((?<number>[\d.]+)(?:deg|%)?[,](?<number>[\d.]+%?)[,](?<number>[\d.]+%?)(?:[,/](?<number>[\d.]+%?))?\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Function();
}
