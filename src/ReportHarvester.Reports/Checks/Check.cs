namespace ReportHarvester.Reports.Checks;

/// <summary>A rule that a report must obey, from Checks.json: its code, the table it speaks of (null for the report as a whole), and one sentence that cites its ground.</summary>
sealed record Check(string Code, string? Table, string Rule)
{
    /// <summary>Warning for a rule that has its honest exceptions.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The editions it holds for, of its table or of the report; none: all.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>The first report year that it holds for.</summary>
    public int Since { get; init; }

    /// <summary>It adds up rows: one that the form does not have, printed among them, may be part of the sum.</summary>
    public bool OverRows { get; init; }

    /// <summary>What prose may mean by the numbers that the rule compares with the tables, all of it tried before the rule speaks.</summary>
    public IReadOnlyList<Meant> Meant { get; init; } = [];

    public bool HoldsFor(CheckedReport report) =>
        (Editions.Count == 0 || report.Edition(Table) is { } edition && Editions.Contains(edition)) && (Since == 0 || report.Report.Year >= Since);
}

/// <summary>One application of a rule: whether it fails, whether it proves its figures, and what shows it, as a person would write it.
/// Written only where it is asked for: most findings are that all is well.</summary>
sealed record Finding(bool Fails, bool Proves, IReadOnlyList<FigureKey> Figures, Func<string> Evidence)
{
    /// <summary>What is wrong in the report's text, or in what it lacks.</summary>
    public static Finding Wrong(string evidence, Origin? at = null) => new(true, false, [], () => evidence) { At = at };

    /// <summary>The same where it is judged by wording, which may say it in words that are not known here.</summary>
    public static Finding Seems(string evidence, Origin? at = null) => Wrong(evidence, at) with { Certain = false };

    /// <summary>False where what is wrong may lie in how the text was understood.</summary>
    public bool Certain { get; init; } = true;

    /// <summary>Figures of all that was tried, one of which would have satisfied the rule: while one is not read or in doubt, it is nobody's fault.</summary>
    public IReadOnlyList<FigureKey> Tried { get; init; } = [];

    /// <summary>Figures that would satisfy the rule in another reading of the same marks: they are in doubt, whatever else is sure.</summary>
    public IReadOnlyList<FigureKey> Rivals { get; init; } = [];

    /// <summary>Figures that would satisfy the rule without their first or last digits, which a note, a watermark or a neighbour may have lent them.</summary>
    public IReadOnlyList<FigureKey> TooLong { get; init; } = [];

    /// <summary>The sentence it speaks of; otherwise the place is that of its last figure.</summary>
    public Origin? At { get; init; }

    /// <summary>Where a part of the rule weighs less than the rule.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Where the rule speaks of several tables.</summary>
    public string? Table { get; init; }
}
