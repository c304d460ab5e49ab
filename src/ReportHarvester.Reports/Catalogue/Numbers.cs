using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>What a cell says. <see cref="Apart"/>: blanks stand between its digits, so two numbers may have run together.</summary>
readonly record struct CellValue(CellState State, string Raw, decimal? Value = null, string? Unit = null, bool Apart = false);

/// <summary>Reads the value of a cell exactly, or leaves it a text. Nothing is scaled, nothing is guessed.</summary>
static partial class Numbers
{
    // A remark has words: 22(其中修订16件). In 3(2) either may be the number.
    const string Remark = @"\([^()]*\p{L}[^()]*\)";

    // As many digits as a decimal holds without rounding.
    const int MostDigits = 28;

    // As many as any int holds.
    const int MostPlain = 9;

    static readonly Regex Number = new(
        $@"^(?<sign>{Wording.AnyOf([.. Wording.Current.Minus, .. Wording.Current.Plus])})?"
        + $@"(?<digits>{Wording.Current.Zero}|[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?|(?:0|[1-9]\d*)(?:\.\d+)?)"
        + $@"(?<unit>{Wording.AnyOf(Wording.Current.Units)})?(?:{Remark})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    static readonly HashSet<string> Marks = [.. Wording.Current.Marks];
    static readonly HashSet<string> Minus = [.. Wording.Current.Minus];
    static readonly HashSet<string> Signs = [.. Wording.Current.Minus, .. Wording.Current.Plus];

    public static CellValue Read(string text)
    {
        var raw = text.Replace('\n', ' ').Trim();
        if (raw.Length == 0) return new(CellState.Blank, "");
        // What most cells hold, and most of the rest: a plain number, and words without any.
        if (IsPlain(raw)) return new(CellState.Number, raw, int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture));
        var compact = raw.Replace(" ", "");
        if (IsMark(Folding.Simplify(compact))) return new(CellState.Mark, raw);
        if (!HasDigit(compact)) return new(CellState.Text, raw);
        // 1萬元, 減4: compared in simplified characters, kept as printed.
        var match = Number.Match(Folding.Simplify(compact));
        if (!match.Success || !TryParse(match.Groups["digits"].Value, out var value)) return new(CellState.Text, raw);
        if (Minus.Contains(match.Groups["sign"].Value)) value = -value;
        var unit = compact.Substring(match.Groups["unit"].Index, match.Groups["unit"].Length);
        return new(CellState.Number, raw, value, unit.Length > 0 ? unit : null, IsApart(raw));
    }

    static bool IsPlain(string raw) => raw.Length <= MostPlain && (raw[0] != '0' || raw.Length == 1) && !raw.AsSpan().ContainsAnyExceptInRange('0', '9');

    static bool HasDigit(string compact)
    {
        foreach (var c in compact)
            if (char.IsDigit(c)) return true;
        return compact.Contains(Wording.Current.Zero, StringComparison.Ordinal);
    }

    /// <summary>Whether the character may stand among the digits of a number.</summary>
    public static bool IsPart(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    /// <summary>Whether a sign stands alone, as over its number on another line: 减.</summary>
    public static bool IsSign(string text) => Signs.Contains(Folding.Simplify(text.Trim()));

    /// <summary>The unit that a head prints in brackets: （单位：万元）, (元).</summary>
    public static string? UnitOf(string head) =>
        HeadUnit.Match(head.Replace(" ", "").Replace("\n", "")) is { Success: true } match ? match.Groups["unit"].Value : null;

    static readonly Regex HeadUnit = new($@"[(](?:单位)?[:]?(?<unit>{Wording.AnyOf(Wording.Current.Units)})[)]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // A sign may be drawn several times over: ---- is the mark that - is.
    static bool IsMark(string compact) =>
        Marks.Contains(compact) || !char.IsLetterOrDigit(compact[0]) && compact.All(c => c == compact[0]) && Marks.Contains(compact[..1]);

    // Only the number's own digits count: a remark or a unit may have blanks as it likes.
    static bool IsApart(string raw) => raw.AsSpan().IndexOfAny(Digits) is >= 0 and var first && BlankInside().IsMatch(raw, first);

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    static bool TryParse(string digits, out decimal value)
    {
        if (digits == Wording.Current.Zero) digits = "0";
        value = 0;
        return digits.Count(char.IsAsciiDigit) <= MostDigits && decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"\G[\d,.]+\s+[\d,.]")]
    private static partial Regex BlankInside();
}
