namespace ReportHarvester.Reports.Checks;

/// <summary>Groups of figures that the identities speak of, in the words of indicators and applicants.</summary>
static class Parts
{
    public const string New = "requests.new", CarriedIn = "requests.carried_in", Closed = "requests.closed", CarriedOut = "requests.carried_out", Total = "total";

    /// <summary>The columns of table 3 that 总计 adds up.</summary>
    public static IReadOnlyList<string> Applicants { get; } = ["natural_person", "business", "research", "public_interest", "legal_service", "other_org"];

    public static IReadOnlyList<string> Columns { get; } = [.. Applicants, Total];

    /// <summary>The three groups of table 4.</summary>
    public static IReadOnlyList<string> Cases { get; } = ["reconsideration", "litigation.direct", "litigation.after_reconsideration"];

    public static IReadOnlyList<string> Results { get; } = ["upheld", "corrected", "other", "pending"];

    /// <summary>The figures of a row of table 3 by column, 总计 last.</summary>
    public static FigureKey[] Row(string indicator) => Rows.GetValueOrDefault(indicator) ?? [.. Columns.Select(c => new FigureKey(indicator, c))];

    static readonly Dictionary<string, FigureKey[]> Rows = Catalogue.Form.All.SelectMany(f => f.Indicators.Keys).Distinct()
        .ToDictionary(i => i, i => Columns.Select(c => new FigureKey(i, c)).ToArray());

    public static bool IsOutcome(string indicator) =>
        indicator.StartsWith("requests.", StringComparison.Ordinal) && indicator is not (New or CarriedIn or Closed or CarriedOut);

    /// <summary>The rows that （七）总计 adds up, as the edition of table 3 has them.</summary>
    public static IReadOnlyList<string> Outcomes(string edition) => OutcomesByEdition.GetValueOrDefault(edition, []);

    static readonly Dictionary<string, IReadOnlyList<string>> OutcomesByEdition =
        Catalogue.Form.All.ToDictionary(f => f.Edition, f => (IReadOnlyList<string>)[.. f.Indicators.Keys.Where(IsOutcome)]);
}
