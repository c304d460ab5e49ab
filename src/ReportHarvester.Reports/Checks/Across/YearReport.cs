namespace ReportHarvester.Reports;

/// <summary>What a check across reports needs of one report of an agency.</summary>
public sealed record YearReport
{
    public required int Year { get; init; }
    public required Scope Scope { get; init; }

    /// <summary>Printed numbers only; blanks and marks say nothing here.</summary>
    public required IReadOnlyDictionary<FigureKey, YearFigure> Figures { get; init; }

    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The columns that list it; none where a person brought it, or nothing lists it any more.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public decimal? this[string indicator, string? applicant = null] => Figures.TryGetValue(new(indicator, applicant), out var figure) ? figure.Value : null;

    internal string? Edition(string indicator, string? applicant = null) => Figures.TryGetValue(new(indicator, applicant), out var figure) ? figure.Edition : null;
}

/// <summary>A number in a report of some year, with the edition of its table.</summary>
/// <param name="Unit">Of an amount, as printed; null where none is.</param>
public readonly record struct YearFigure(decimal Value, string Edition, string? Unit = null);

/// <summary>What the registry says of the time between two reports of an agency.</summary>
public sealed record Between
{
    /// <summary>What happened to the agency, or to those whose figures it adds up, in words; none: nothing that is known.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Reports of the year before by agencies that went over into this one.</summary>
    public IReadOnlyList<YearReport> Predecessors { get; init; } = [];

    /// <summary>Whether it is known whose figures the report adds up, if it does.</summary>
    public bool UnitsKnown { get; init; }
}

/// <summary>Something that does not hold between reports. Subject: what it speaks of, by which it is recognised again.</summary>
/// <param name="Blames">Whether it can be nothing but the publisher's where its figures are beyond doubt.</param>
public sealed record AcrossFinding(string Code, string Subject, Severity Severity, bool Blames, string Message, IReadOnlyList<(int Year, FigureKey Key)> Figures)
{
    /// <summary>What shows it beside the figures: when it is another, so is the finding.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Figures that were tried as well, and might have made it hold: while one is not read or in doubt, it is nobody's fault.</summary>
    public IReadOnlyList<(int Year, FigureKey Key)> Tried { get; init; } = [];
}
