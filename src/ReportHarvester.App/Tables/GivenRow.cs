using System.Globalization;

namespace ReportHarvester.App;

/// <summary>A row of a table that a person filled in. What a cell should not hold is said of its line, and read as nothing.</summary>
sealed class GivenRow(GivenTable table, int line, IReadOnlyDictionary<string, string> cells)
{
    static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public int Line => line;

    public string? Text(string column) => cells.GetValueOrDefault(column);

    public string Needed(string column) => Text(column) ?? Wrong<string>(column, "", "是空的。is empty.") ?? "";

    public int? Number(string column) => Text(column) is not { } cell ? null
        : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Wrong<int?>(column, cell, "不是整数。is not a whole number.");

    /// <summary>A day; a year or a month alone means its first day, or its last.</summary>
    public DateOnly? Day(string column, bool last)
    {
        if (Text(column) is not { } cell) return null;
        if (DateOnly.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(cell + "-1", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return last ? month.AddMonths(1).AddDays(-1) : month;
        return cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? last ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1)
            : Wrong<DateOnly?>(column, cell, "不是日期。is not a day as 2019-03-01, a month or a year.");
    }

    public string? Word(string column, IReadOnlyDictionary<string, string[]> words) => Text(column) is not { } cell ? null
        : TableWords.Find(words, cell) ?? Wrong<string?>(column, cell, $"不在词表中。is none of {string.Join(", ", words.Values.Select(w => string.Join("/", w)))}.");

    /// <summary>The cell, unless there is an objection to it.</summary>
    public string? Checked(string column, Func<string, string?> objection) =>
        Text(column) is not { } cell ? null : objection(cell) is { } trouble ? Wrong<string?>(column, cell, trouble) : cell;

    public void Wrong(string trouble) => table.Wrong(line, trouble);

    T? Wrong<T>(string column, string cell, string trouble)
    {
        table.Wrong(line, $"{column} {cell} {trouble}".Replace("  ", " "));
        return default;
    }
}
