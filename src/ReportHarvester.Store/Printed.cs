using System.Globalization;

namespace ReportHarvester.Store;

/// <summary>
/// Printed decimals in a database that knows integers and doubles only. A whole number is stored as an integer, another as a double:
/// both can be summed and sorted in SQL, and up to 15 digits a double gives back what was printed. Where it would not (more digits,
/// or zeros at the end), the exact text is stored beside it. Text alone would be exact but could not be ranked without a cast.
/// </summary>
static class Printed
{
    /// <summary>The number for the column, and its digits where the column alone would not give them back.</summary>
    public static (object Column, string? Exact) Store(decimal value)
    {
        object column = decimal.IsInteger(value) && Math.Abs(value) <= long.MaxValue ? (object)(long)value : (double)value;
        return (column, Shortest(column) == Digits(value) ? null : Digits(value));
    }

    public static decimal Read(object stored) => stored is long whole ? whole : decimal.Parse(Shortest(stored), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static string Digits(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    // R gives the fewest digits that mean this double; a cast to decimal would round to 15 digits by another rule.
    static string Shortest(object stored) => stored switch
    {
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        string exact => exact,
        _ => throw new InvalidDataException($"A figure is stored as {stored.GetType().Name}, not as a number."),
    };
}
