namespace ReportHarvester.Reports.Checks;

/// <summary>A rule that a report's own figures must obey: its code, one sentence that cites the rule, the table, and the function that tests it.</summary>
sealed record Check(string Code, string Sentence, string Table, Func<PlacedFigures, IEnumerable<Finding>> Test);

/// <summary>One application of a rule to some figures: whether it fails, whether it proves them, and the sum as a person would write it.</summary>
sealed record Finding(bool Fails, bool Proves, IReadOnlyList<FigureKey> Figures, string Evidence);
