namespace ReportHarvester.Reports.Statements;

/// <summary>Numbers in Chinese numerals: 十二, 一百二十, 二〇二二, 壹佰贰拾.</summary>
static class ChineseNumeral
{
    const string Digits = "零一二三四五六七八九", Formal = "〇壹贰叁肆伍陆柒捌玖";

    public static bool IsPart(char sign) => Digit(sign) >= 0 || Power(sign) > 0;

    /// <summary>The number that the whole text is; null for anything else, such as 三四 (three or four).</summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 16) return null;
        foreach (var sign in text)
            if (Power(sign) > 0) return Powers(text);
        return Row(text);
    }

    // 二〇二二: digits alone are a number by their places only where there are many of them or a zero among them.
    static decimal? Row(ReadOnlySpan<char> text)
    {
        if (text.Length == 2 && text[1] is not ('〇' or '零' or '○')) return null;
        decimal number = 0;
        foreach (var sign in text) number = number * 10 + Digit(sign);
        return number;
    }

    static decimal? Powers(ReadOnlySpan<char> text)
    {
        decimal number = 0, digit = -1, power = decimal.MaxValue;
        for (var i = 0; i < text.Length; i++)
        {
            var (d, p) = (Digit(text[i]), Power(text[i]));
            if (d >= 0)
            {
                if (digit > 0) return null;
                digit = d;
                continue;
            }
            // 十二 has no digit before the ten; every power is smaller than the one before it.
            if (p >= power || digit < 0 && !(p == 10 && i == 0)) return null;
            number += (digit < 0 ? 1 : digit) * p;
            (power, digit) = (p, -1);
        }
        return digit > 0 && power > 10 && text[^2] is not ('零' or '〇' or '○') ? null : number + Math.Max(digit, 0);
    }

    static int Digit(char sign) => sign switch
    {
        '两' => 2,
        '○' => 0,
        _ => Math.Max(Digits.IndexOf(sign), Formal.IndexOf(sign)),
    };

    static int Power(char sign) => sign switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };
}
