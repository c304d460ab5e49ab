namespace ReportHarvester.Publisher.Layouts;

/// <summary>A date as offices write it.</summary>
static class Dates
{
    const string Digits = "〇一二三四五六七八九";

    public static string Written(DateOnly date, string style) => style switch
    {
        "zeros" => $"{date:yyyy年MM月dd日}",
        "hyphens" => $"{date:yyyy-MM-dd}",
        "spaced" => $"{date:yyyy 年 M 月 d 日}",
        "characters" => $"{string.Concat($"{date.Year}".Select(c => Digits[c - '0']))}年{Number(date.Month)}月{Number(date.Day)}日",
        _ => $"{date:yyyy年M月d日}",
    };

    static string Number(int n) => n switch
    {
        < 10 => $"{Digits[n]}",
        10 => "十",
        < 20 => $"十{Digits[n % 10]}",
        _ => $"{Digits[n / 10]}十{(n % 10 == 0 ? "" : Digits[n % 10])}",
    };
}
