using System.Globalization;

namespace ReportHarvester.Reports.Word;

/// <summary>Numbers of lists in the formats that Word names (ECMA-376 part 1, 17.18.59); one that is not known is printed in digits.</summary>
static class NumberFormats
{
    const string Digits = "〇一二三四五六七八九", Legal = "零壹贰叁肆伍陆柒捌玖";

    public static string Write(int number, string? format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Counted(number, Digits, "十", "百"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counted(number, Legal, "拾", "佰"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Plain(number).Select(c => Digits[c - '0'])),
        "ideographTraditional" => Nth(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => Nth(number, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Enclosed(number, '①'),
        "decimalEnclosedParen" => Enclosed(number, '⑴'),
        "decimalEnclosedFullstop" => Enclosed(number, '⒈'),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(number).Select(c => (char)(c - '0' + '０'))),
        "decimalZero" => Math.Max(0, number).ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Lettered(number, 'A'),
        "lowerLetter" => Lettered(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => Plain(number),
    };

    static string Plain(int number) => Math.Max(0, number).ToString(CultureInfo.InvariantCulture);

    // 一 … 十 十一 … 二十 … 九十九 一百 一百零一
    static string Counted(int number, string digits, string ten, string hundred) => number switch
    {
        <= 0 or > 999 => Plain(number),
        < 10 => digits[number].ToString(),
        < 20 when ten == "十" => ten + (number > 10 ? digits[number - 10] : ""),
        < 100 => digits[number / 10] + ten + (number % 10 > 0 ? digits[number % 10] : ""),
        _ => digits[number / 100] + hundred + (number % 100) switch { 0 => "", < 10 and var n => $"零{digits[n]}", var n => Counted(n, digits, ten, hundred) is var rest && n < 20 && ten == "十" ? "一" + rest : Counted(n, digits, ten, hundred) },
    };

    static string Nth(int number, string signs) => number > 0 && number <= signs.Length ? signs[number - 1].ToString() : Plain(number);

    static string Enclosed(int number, char first) => number is > 0 and <= 20 ? ((char)(first + number - 1)).ToString() : Plain(number);

    // A … Z AA BB
    static string Lettered(int number, char first) => number is > 0 and <= 26 * 9 ? new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1) : Plain(number);

    static string Roman(int number)
    {
        if (number is <= 0 or > 3999) return Plain(number);
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, sign) in signs)
            for (; number >= value; number -= value) roman += sign;
        return roman;
    }
}
