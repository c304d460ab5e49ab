namespace ReportHarvester.Reports;

public enum Severity { Info, Warning, Error }

/// <summary>Whose mistake an issue speaks of. Publisher only where every figure involved is beyond doubt.</summary>
public enum Fault { Unknown, Publisher, Reading }

/// <summary>Something about a document that a reader of its figures must know. Stored and shown, never swallowed.</summary>
public sealed record Issue
{
    /// <summary>Stable code: a reading code such as ROW-SURPLUS, or a rule such as T3-ROW.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    public Fault Fault { get; init; }

    /// <summary>The table it speaks of: 2, 3, 4 or stat; null for the whole document.</summary>
    public string? Table { get; init; }

    public IReadOnlyList<FigureKey> Figures { get; init; } = [];

    /// <summary>One sentence with the printed evidence.</summary>
    public required string Message { get; init; }

    public Origin? Origin { get; init; }
}
