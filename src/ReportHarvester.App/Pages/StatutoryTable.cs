using ReportHarvester.Reports;

namespace ReportHarvester.App.Pages;

/// <summary>The figures of a table laid out as the form has them: heads, and rows with one figure under each head.</summary>
sealed record StatutoryTable(string Number, IReadOnlyList<string> Heads, IReadOnlyList<StatutoryRow> Rows)
{
    /// <summary>The tables of a report in the order of the form; rows that share their heads stand in one.</summary>
    public static IReadOnlyList<StatutoryTable> Of(IEnumerable<Figure> figures)
    {
        var order = Codebook.Indicators.Select((indicator, i) => (Key: (indicator.Id, indicator.Edition), indicator, i)).ToDictionary(line => line.Key);
        var rows = from figure in figures
                   let place = order[(figure.Indicator, figure.Edition)]
                   let cell = Cell(place.indicator, figure)
                   group (cell.Head, figure) by (place.indicator.Table, place.indicator.Group, cell.Label) into row
                   let cells = row.OrderBy(one => Rank(order[(one.figure.Indicator, one.figure.Edition)].i, one.figure.Applicant)).ToList()
                   orderby Rank(order[(cells[0].figure.Indicator, cells[0].figure.Edition)].i, null)
                   select (row.Key.Table, Heads: string.Join('|', cells.Select(one => one.Head)),
                       Row: new StatutoryRow(row.Key.Group, row.Key.Label, [.. cells.Select(one => one.figure)]));
        var tables = new List<StatutoryTable>();
        foreach (var (number, heads, row) in rows)
        {
            if (tables.Count > 0 && tables[^1].Number == number && string.Join('|', tables[^1].Heads) == heads)
                tables[^1] = tables[^1] with { Rows = [.. tables[^1].Rows, row] };
            else tables.Add(new(number, heads.Split('|'), [row]));
        }
        return tables;
    }

    static (string Label, string Head) Cell(Indicator indicator, Figure figure)
    {
        if (figure.Applicant is { } applicant) return (indicator.Label, Codebook.Applicants.First(known => known.Id == applicant).Label);
        return indicator.Label.LastIndexOf('/') is var cut and > 0 ? (indicator.Label[..cut], indicator.Label[(cut + 1)..])
            : indicator.Table == "4" ? ("", indicator.Label) : (indicator.Label, "");
    }

    /// <summary>A head in English, where the figures under it have one.</summary>
    public string? English(int column) => Common(Rows.Select(row => row.Figures[column]).Select(figure =>
        figure.Applicant is { } applicant ? Codebook.Applicants.First(known => known.Id == applicant).English : Parts(figure).Column));

    /// <summary>What a row counts, in English, where its figures have that in common.</summary>
    public static string? English(StatutoryRow row) => row.Figures.DistinctBy(figure => figure.Indicator).Count() == 1 ? Codebook.Find(row.Figures[0].Indicator, row.Figures[0].Edition)?.English : Common(row.Figures.Select(figure => Parts(figure).Row));

    // Of a cell that only its row and its head together tell, the catalogue says both, with a colon between.
    static (string? Row, string? Column) Parts(Figure figure) => Codebook.Find(figure.Indicator, figure.Edition)?.English.Split(": ", 2) is [var row, var column] ? (row, column) : (null, null);

    static string? Common(IEnumerable<string?> words) => words.Distinct().ToList() is [var only] ? only : null;

    static int Rank(int indicator, string? applicant) => indicator * 10 + (applicant is null ? 0 : Codebook.Applicants.TakeWhile(known => known.Id != applicant).Count());
}

sealed record StatutoryRow(string Group, string Label, IReadOnlyList<Figure> Figures);
