namespace ReportHarvester.Reports.Checks;

/// <summary>A rule that a report's own figures must obey, from Checks.json: its code, the table it speaks of, and one sentence that cites its ground.</summary>
sealed record Check(string Code, string Table, string Rule);

/// <summary>One application of a rule to some figures: whether it fails, whether it proves them, and the sum as a person would write it.</summary>
sealed record Finding(bool Fails, bool Proves, IReadOnlyList<FigureKey> Figures, string Evidence);
