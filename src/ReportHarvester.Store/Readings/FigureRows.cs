using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>The wide rows of a reading's figures.</summary>
static class FigureRows
{
    /// <summary>The column of a figure that has no applicant.</summary>
    public const string Alone = "value";

    /// <summary>The columns of numbers, that of figures without applicant first.</summary>
    public static string[] Columns { get; } = [Alone, .. Codebook.Applicants.Select(applicant => applicant.Id)];

    static readonly string Head = $"INSERT INTO figure_row (agency, reading, indicator, edition, {string.Join(", ", Columns)}) VALUES ";

    /// <summary>One prepared statement for all rows of the reading: twice as fast as a call a row.</summary>
    public static void Insert(SqliteTransaction transaction, long agency, long reading, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0) return;
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var rows = figures.GroupBy(figure => figure.Indicator).Select(row => Values(command, agency, reading, [.. row]));
        command.CommandText = Head + string.Join(", ", rows);
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// The number for the column, and its digits where the column does not give them back. A count in another unit than ones (35万件) has none in the column, nor has what would
    /// be rounded to a whole number: a question that only adds counts up takes whole numbers for what is printed, and looks at the evidence where it finds none.
    /// </summary>
    public static (object? Column, string? Exact) Stored(Figure figure)
    {
        if (figure.Value is not { } value) return (null, null);
        var stored = Printed.Store(value);
        var isOther = figure.Unit is not null && Codebook.Find(figure.Indicator) is { Kind: not "amount" } known && !Codebook.IsSameUnit(figure.Unit, known.Unit);
        return isOther || stored.Column is double real && double.IsInteger(real) ? (null, Printed.Digits(value)) : stored;
    }

    static string Values(SqliteCommand command, long agency, long reading, IReadOnlyList<Figure> row)
    {
        if (row.DistinctBy(figure => figure.Applicant).Count() < row.Count)
            throw new ArgumentException($"{row[0].Indicator} stands twice for one applicant.");
        var edition = row.Select(figure => figure.Edition).Distinct().Count() == 1 ? row[0].Edition
            : throw new ArgumentException($"The figures of {row[0].Indicator} follow several editions.");
        var numbers = new object[Columns.Length];
        Array.Fill(numbers, DBNull.Value);
        foreach (var figure in row)
            numbers[ColumnOf(figure)] = Stored(figure).Column ?? DBNull.Value;
        object[] all = [agency, reading, row[0].Indicator, edition, .. numbers];
        return $"({string.Join(", ", all.Select(value => Bind(command, value)))})";
    }

    static int ColumnOf(Figure figure)
    {
        var column = Array.IndexOf(Columns, figure.Applicant ?? Alone);
        return column >= 0 ? column : throw new ArgumentException($"{figure.Key}: the form has no such applicant.");
    }

    static string Bind(SqliteCommand command, object value)
    {
        var name = $"$p{command.Parameters.Count}";
        command.Parameters.AddWithValue(name, value);
        return name;
    }
}
