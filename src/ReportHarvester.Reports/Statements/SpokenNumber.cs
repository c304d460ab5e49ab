namespace ReportHarvester.Reports.Statements;

/// <summary>
/// A number in prose from its first sign to the end of its counter. Only a count with a value can be a statement; the others (shares, sizes said
/// vaguely, dates) are kept because words before them speak of them and of nothing after them.
/// </summary>
/// <param name="Value">Null for what is no exact count.</param>
/// <param name="Unit">Its counter; empty for a zero that has none, null for any other number without one.</param>
/// <param name="Year">The year that it names, if any.</param>
/// <param name="Ends">True where it ends what the words before it speak of; a date does not.</param>
readonly record struct SpokenNumber(int Start, int End, decimal? Value, string? Unit, int? Year, bool Ends);
