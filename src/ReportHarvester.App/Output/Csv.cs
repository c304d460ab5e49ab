using System.Globalization;

namespace ReportHarvester.App;

/// <summary>Lines of CSV after RFC 4180, in which text never becomes a formula of a spreadsheet and numbers stay numbers.</summary>
static class Csv
{
    public static string Line(params IEnumerable<object?> fields) => string.Join(",", fields.Select(Field));

    static string Field(object? field) => field switch
    {
        null => "",
        string text => Quoted(Inert(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {field.GetType().Name} has no place in CSV."),
    };

    /// <summary>A text as it was before it was written here.</summary>
    public static string Plain(string cell) => cell is ['\'', var sign, ..] && Signs.Contains(sign) ? cell[1..] : cell;

    // Spreadsheets also start a formula at full-width signs, a tab or a line break. An apostrophe makes it text.
    const string Signs = "=+-@\t\r\n＝＋－＠";

    static string Inert(string text) => text.Length > 0 && Signs.Contains(text[0]) ? "'" + text : text;

    static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
