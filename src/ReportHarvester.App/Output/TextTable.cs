namespace ReportHarvester.App;

/// <summary>A table for a terminal: the first column to the left, the others to the right, Chinese and Latin aligned.</summary>
sealed class TextTable(params string[] heads)
{
    readonly List<string[]> rows = [heads];

    public void Add(params string[] cells) => rows.Add([.. cells.Select(Printable)]);

    public void Write(TextWriter output)
    {
        var columns = Enumerable.Range(0, rows.Max(row => row.Length));
        var widths = columns.Select(column => rows.Max(row => TextWidth.Of(row.ElementAtOrDefault(column) ?? ""))).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => Pad(cell, widths[column], left: column == 0));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    static string Pad(string cell, int width, bool left)
    {
        var blanks = new string(' ', width - TextWidth.Of(cell));
        return left ? cell + blanks : blanks + cell;
    }

    // Names and cells come from the network: no escape sequence may reach the terminal, and no line break the table.
    static string Printable(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
}
