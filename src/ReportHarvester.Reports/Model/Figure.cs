namespace ReportHarvester.Reports;

/// <summary>What a cell holds: a number, nothing, a mark that stands for nothing (`/`, `-`, 无), or words.</summary>
public enum CellState { Number, Blank, Mark, Text }

/// <summary>Names a figure within a report: the indicator and, in table 3 only, the applicant.</summary>
public sealed record FigureKey(string Indicator, string? Applicant = null)
{
    int hash;

    // A copy may get other names.
    FigureKey(FigureKey other) => (Indicator, Applicant) = (other.Indicator, other.Applicant);

    public bool Equals(FigureKey? other) => ReferenceEquals(this, other) || other is not null && Indicator == other.Indicator && Applicant == other.Applicant;

    // Kept: keys live as long as the form, and each is looked up hundreds of times.
    public override int GetHashCode() => hash != 0 ? hash : hash = HashCode.Combine(Indicator, Applicant);

    public override string ToString() => Applicant is null ? Indicator : $"{Indicator}|{Applicant}";
}

/// <summary>One cell of a statutory table, as printed.</summary>
public sealed record Figure
{
    /// <summary>Indicator id, as in the forms of the catalogue.</summary>
    public required string Indicator { get; init; }

    /// <summary>natural_person, business, research, public_interest, legal_service, other_org or total; null outside table 3.</summary>
    public string? Applicant { get; init; }

    /// <summary>The edition of the form that the figure's own table follows.</summary>
    public required string Edition { get; init; }

    /// <summary>The printed number, never scaled; null unless <see cref="State"/> is a number.</summary>
    public decimal? Value { get; init; }

    public required CellState State { get; init; }

    /// <summary>The printed text after width and radical folding, line breaks as spaces; empty for a blank.</summary>
    public required string Raw { get; init; }

    /// <summary>The printed unit: the cell's, else its head's, else null.</summary>
    public string? Unit { get; init; }

    /// <summary>True where an identity of the form that could have failed confirms the number.</summary>
    public bool Proven { get; init; }

    public required Origin Origin { get; init; }

    public FigureKey Key => new(Indicator, Applicant);
}
