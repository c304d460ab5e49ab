namespace ReportHarvester.Reports;

public enum DocumentFormat { Unknown, Html, Pdf, Text, Docx, Doc, Xlsx, Xls, Zip }

public enum Outcome { Complete, Partial, Failed }

/// <summary>All that one reader made of one document: the report and the issues, from which the outcome follows.</summary>
public sealed record Reading
{
    public required DocumentFormat Format { get; init; }

    /// <summary>Number of pages; null where the format has none.</summary>
    public int? Pages { get; init; }

    public Report Report { get; init; } = new();

    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>
    /// Failed: no figure was read. Partial: an error that is not the publisher's. Complete otherwise; a publisher's mistake does not lower it.
    /// </summary>
    public Outcome Outcome =>
        Report.Figures.Count == 0 ? Outcome.Failed
        : Issues.Any(i => i.Severity == Severity.Error && i.Fault != Fault.Publisher) ? Outcome.Partial
        : Outcome.Complete;
}
