using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// Rows of values with the same columns, by the page's lines: those with values from <see cref="First"/> to <see cref="Last"/>, and around them
/// from <see cref="From"/> up to <see cref="To"/> those that may be heads and parts of labels.
/// </summary>
sealed record UnruledTable(IReadOnlyList<TextLine> Lines, int From, int First, int Last, int To, Columns Columns)
{
    /// <summary>From the first row of values to the last.</summary>
    public IEnumerable<TextLine> Body => Lines.Take(Last + 1).Skip(First);

    /// <summary>All that may belong to the table.</summary>
    public IEnumerable<TextRun> Runs => Lines.Take(To).Skip(From).SelectMany(l => l.Runs);

    /// <summary>Nothing stands above it on its page.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Where heads begin below the last row: words over or among the columns of values.</summary>
    public double End => Lines.Take(To).Skip(Last + 1).Where(l => l.Runs.Any(r => r.Box.Right > Columns.Left)).Select(l => l.Y).DefaultIfEmpty(double.PositiveInfinity).First();
}

/// <summary>Finds tables among the lines of a page that stand in no ruled table.</summary>
static class UnruledTables
{
    // A table has values on two lines, or as many on one.
    const int FewestLines = 2, FewestValues = 4;

    // In sizes of the font: a value so far from the words beside it is the value of a cell.
    const double FarApart = 3;

    // In parts of the text's width: a line as wide is a sentence, if as much of it is covered by words.
    const double Sentence = 0.7, Dense = 0.85;

    public static IEnumerable<UnruledTable> Of(IReadOnlyList<TextLine> lines, double textWidth)
    {
        // Most pages have none: there is no need to tell what each line is.
        if (!lines.Any(l => l.Runs.Count > 1 && l.HasValue)) yield break;
        for (var i = 0; i < lines.Count; i++)
        {
            var j = i;
            while (j < lines.Count && !Ends(lines[j], textWidth)) j++;
            foreach (var table in InZone(TightColumns.Part([.. lines.Take(j).Skip(i)]), i)) yield return table;
            i = j;
        }
    }

    // The one row of a table that another page holds the rest of.
    static bool IsLabelAndValue(TextLine line) =>
        line.Runs is [{ IsValue: false } label, { IsValue: true } value] && value.Box.Left - label.Box.Right >= FarApart * line.Size;

    // The title of a section, or a sentence.
    static bool Ends(TextLine line, double textWidth) =>
        line.Box.Right - line.Box.Left is var width && width >= Sentence * textWidth && line.Runs.Sum(r => r.Width) >= Dense * width
        || line.Runs.Any(r => r.Text.Contains('。'))
        || Sections.Heading(string.Concat(line.Runs.Select(r => r.Text))) is not null;

    /// <param name="above">How many lines of the page stand above these.</param>
    static IEnumerable<UnruledTable> InZone(IReadOnlyList<TextLine> lines, int above)
    {
        var rows = Enumerable.Range(0, lines.Count).Where(i => lines[i].HasValue && (lines[i].Runs.Count > 1 || i > 0)).ToList();
        if (!rows.Any(i => lines[i].Runs.Count > 1)) yield break;
        if (rows.Count < FewestLines && !rows.Any(i => lines[i].Values.Count() >= FewestValues || IsLabelAndValue(lines[i]))) yield break;
        var from = 0;
        for (var r = 0; r < rows.Count;)
        {
            var columns = new Columns();
            columns.Take([.. lines[rows[r]].Values]);
            var next = r + 1;
            while (next < rows.Count && !HasHeads(lines, rows[next - 1], rows[next], columns) && columns.Take([.. lines[rows[next]].Values])) next++;
            yield return new UnruledTable(lines, from, rows[r], rows[next - 1], next < rows.Count ? rows[next] : lines.Count, columns) { IsFirst = above == 0 && from == 0 };
            from = rows[next - 1] + 1;
            r = next;
        }
    }

    // Words over the columns of values are heads, and begin another table.
    static bool HasHeads(IReadOnlyList<TextLine> lines, int above, int below, Columns columns) =>
        Enumerable.Range(above + 1, below - above - 1).Any(i => lines[i].Runs.Any(r => r.Box.Right > columns.Left));
}
