namespace ReportHarvester.Reports;

/// <summary>Whether a report speaks for one organ, or adds up a whole region.</summary>
public enum Scope { Unknown, Own, Aggregate }

/// <summary>One of the six parts of a report; <see cref="Number"/> is that of the form, whatever number was printed; before 2019, when there was no form of sections, it is the printed one.</summary>
public sealed record Section(int Number, string Title, string Text)
{
    /// <summary>Words as they stand in <see cref="Text"/>: full-width letters and digits, radicals and blanks are those that they look like.</summary>
    public static string Fold(string words) => Documents.Folding.FoldProse(words);
}

/// <summary>A number said in prose: subject, value and the sentence it stands in.</summary>
public sealed record Statement
{
    public required string Subject { get; init; }
    public required decimal Value { get; init; }
    public string? Unit { get; init; }
    public required string Raw { get; init; }
    public required string Sentence { get; init; }
    public int? Section { get; init; }
    public required Origin Origin { get; init; }
}

/// <summary>What a document says of itself and in its statutory tables. Names and dates are as printed, null where they are not.</summary>
public sealed record Report
{
    public string? Agency { get; init; }

    /// <summary>The year reported on, not that of publication.</summary>
    public int? Year { get; init; }

    public string? Title { get; init; }

    /// <summary>The edition of table 2, else of table 3.</summary>
    public string? Edition { get; init; }

    public Scope Scope { get; init; }

    /// <summary>The date under the signature.</summary>
    public DateOnly? Dated { get; init; }

    /// <summary>The date that the page says it was published on.</summary>
    public DateOnly? Published { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<Section> Sections { get; init; } = [];
}
