using System.Text;

namespace ReportHarvester.Publisher.Prose;

/// <summary>Numbers below ten thousand as they are written out: 十二, 一百零三, 二千一百.</summary>
static class ChineseNumber
{
    const string Digits = "零一二三四五六七八九";

    public static string Of(int number)
    {
        if (number is < 0 or > 9999) throw new ArgumentOutOfRangeException(nameof(number));
        if (number == 0) return "零";
        var text = new StringBuilder();
        var gap = false;
        foreach (var (power, name) in (ReadOnlySpan<(int, string)>)[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / power % 10;
            if (digit == 0) gap = text.Length > 0;
            else
            {
                if (gap) text.Append('零');
                gap = false;
                // 十二, but 一百一十二.
                text.Append(digit == 1 && power == 10 && text.Length == 0 ? "" : Digits[digit]).Append(name);
            }
        }
        return text.ToString();
    }
}
