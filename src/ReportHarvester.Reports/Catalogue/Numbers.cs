using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>What a cell says. <see cref="Apart"/>: blanks stand between its digits, so two numbers may have run together.</summary>
readonly record struct CellValue(CellState State, string Raw, decimal? Value = null, string? Unit = null, bool Apart = false)
{
    /// <summary>A number with a remark that takes it back, or may: 0（未统计）, 12（约）. No number, and no label either.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Printed with a plus or 增: how much more there is, not how much.</summary>
    public bool IsMore { get; init; }

    /// <summary>The year that a remark says the number is of.</summary>
    public int? Year { get; init; }
}

/// <summary>Reads the value of a cell exactly, or leaves it a text. Nothing is scaled, nothing is guessed.</summary>
static partial class Numbers
{
    // A unit may stand in brackets, with 单位 or without: (单位:元), (人民币:元), (以元为单位), (元,保留两位小数).
    const string Bracketed = "(?:单位)?[:为]?以?(?:人民币)?:?", BracketEnd = "(?:为单位)?(?:,(?:保留|精确)[^()]{1,12})?";

    // A remark has words: 22(其中修订16件). In 3(2) either may be the number. What is to stand in brackets is looked for ahead, and once: from each of its
    // signs to the end of a long cell takes hours.
    static readonly string Remark = $@"\((?:{Bracketed}(?<inner>{Wording.AnyOf(Wording.Current.Units)}){BracketEnd}|(?<year>20\d\d)年度?|(?<remark>(?=[^()\p{{L}}]*\p{{L}})[^()]*))\)";

    // As many digits as a decimal holds without rounding.
    const int MostDigits = 28;

    // As many as any int holds.
    const int MostPlain = 9;

    static readonly Regex Number = new(
        $@"^(?<sign>{Wording.AnyOf([.. Wording.Current.Minus, .. Wording.Current.Plus])})?"
        + $@"(?<digits>{Wording.Current.Zero}|[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?|(?:0|[1-9]\d*)(?:\.\d+)?)"
        + $@"(?<unit>{Wording.AnyOf(Wording.Current.Units)})?(?:{Remark})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // What may stand beside a number without a word against it, and what only beside a 0.
    static readonly Regex Harmless = new(Wording.Current.HarmlessRemark, RegexOptions.CultureInvariant), Nothing = new(Wording.Current.NothingRemark, RegexOptions.CultureInvariant);

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
        if (IsTakenBack(match, value)) return new(CellState.Text, raw) { IsTakenBack = true };
        var sign = match.Groups["sign"].Value;
        if (Minus.Contains(sign)) value = -value;
        var unit = match.Groups["unit"].Success ? match.Groups["unit"] : match.Groups["inner"];
        return new(CellState.Number, raw, value, unit.Success ? compact.Substring(unit.Index, unit.Length) : null, IsApart(raw))
        {
            IsMore = sign.Length > 0 && !Minus.Contains(sign),
            Year = (match.Groups["year"] is { Success: true } year ? year : AllOfYear().Match(match.Groups["remark"].Value).Groups["year"]) is { Success: true, Value: var named } ? int.Parse(named, CultureInfo.InvariantCulture) : null,
        };
    }

    // Another unit in brackets than before them, or words that nobody has found harmless.
    static bool IsTakenBack(Match number, decimal value) =>
        number.Groups["unit"].Success && number.Groups["inner"].Success && number.Groups["unit"].Value != number.Groups["inner"].Value
        || number.Groups["remark"] is { Success: true } remark && !Harmless.IsMatch(remark.Value) && !(value == 0 && Nothing.IsMatch(remark.Value));

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

    /// <summary>
    /// The unit that a head or a label prints, in brackets or behind 单位: （单位：万元）, (元), 单位：件. One that says it is a unit is taken as it stands;
    /// so is, over an amount, whatever in brackets speaks of 元.
    /// </summary>
    public static string? UnitOf(string head, bool isAmount = false)
    {
        if (head.AsSpan().IndexOfAny(UnitSigns) < 0) return null;
        var compact = Folding.WithoutBlanks(head);
        var plain = Folding.Round(Folding.Simplify(compact));
        var unit = HeadUnit.Match(plain) is { Success: true } known ? known.Groups["unit"] : isAmount ? OfMoney().Match(plain).Groups["unit"] : null;
        return unit is { Success: true } ? compact.Substring(unit.Index, unit.Length) : null;
    }

    // Without one of them no unit is printed.
    static readonly SearchValues<char> UnitSigns = SearchValues.Create("([〔【单單");

    /// <summary>Whether a unit is one of those that the catalogue has.</summary>
    public static bool IsUnit(string unit) => Units.Contains(Folding.Simplify(unit));

    /// <summary>How many ones a unit counts by: 万 of 万元 and 万件; empty where it counts ones, or there is none.</summary>
    public static string Scale(string? unit) => unit is null ? "" : Folding.Simplify(unit) is var plain && plain.AsSpan().IndexOfAnyExcept(Scales) is >= 0 and var end ? plain[..end] : plain;

    /// <summary>Whether a printed unit counts by as many as a known one; of money, whether they are the same. One that the catalogue has not counts nobody knows what: 户次, 小时.</summary>
    public static bool IsSameUnit(string printed, string known) =>
        IsMoney(printed) || IsMoney(known) ? Folding.Simplify(printed) == Folding.Simplify(known) : IsUnit(printed) && Scale(printed) == Scale(known);

    /// <summary>Whether a unit counts money; 广元市 does not.</summary>
    public static bool IsMoney(string unit) => unit.Index().Any(sign => sign.Item is '元' or '圆' or '圓' && (sign.Index + 1 == unit.Length || !"市县縣区區州镇鎮乡鄉街".Contains(unit[sign.Index + 1])));

    static readonly SearchValues<char> Scales = SearchValues.Create("十百千万亿");

    static readonly HashSet<string> Units = [.. Wording.Current.Units];

    static readonly Regex HeadUnit = new(
        $@"\({Bracketed}(?<unit>{Wording.AnyOf(Wording.Current.Units)}){BracketEnd}\)|单位:(?:人民币)?(?<unit>{Wording.AnyOf(Wording.Current.Units)}|\p{{L}}{{1,8}})(?=$|[),])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

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

    // Not the sums in (50万元以上), and not names: (广元市).
    [GeneratedRegex(@"\((?<unit>(?=[^()\d]*[元圆](?![市县区乡镇坝旦月]))[^()]*)\)")]
    private static partial Regex OfMoney();

    [GeneratedRegex(@"\G[\d,.]+\s+[\d,.]")]
    private static partial Regex BlankInside();

    // 均为2023年制发, 全部为2023年.
    [GeneratedRegex(@"^(?:均|全[部为為是])\D*(?<year>20\d\d)(?=\s*年)")]
    private static partial Regex AllOfYear();
}
