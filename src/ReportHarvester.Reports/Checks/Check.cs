namespace ReportHarvester.Reports.Checks;

/// <summary>A rule that a report's own figures must obey, from Checks.json: its code, the table it speaks of, and one sentence that cites its ground.</summary>
sealed record Check(string Code, string Table, string Rule)
{
    /// <summary>Warning for a rule that has its honest exceptions.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}

/// <summary>
/// One application of a rule to some figures: whether it fails, whether it proves them, and the sum as a person would write it.
/// Written only where it is asked for: most findings are that all is well.
/// </summary>
sealed record Finding(bool Fails, bool Proves, IReadOnlyList<FigureKey> Figures, Func<string> Evidence)
{
    /// <summary>Figures that would satisfy the rule in another reading of the same marks: they are in doubt, whatever else is sure.</summary>
    public IReadOnlyList<FigureKey> Rivals { get; init; } = [];

    /// <summary>Figures that would satisfy the rule without their first or last digits, which a note, a watermark or a neighbour may have lent them.</summary>
    public IReadOnlyList<FigureKey> TooLong { get; init; } = [];
}
