using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Where a document belongs: the source and the listed article that led to it, and what the list says of it.</summary>
sealed record Belonging(string Source, IReadOnlyList<string> Agencies, string Article)
{
    /// <summary>The year that the link names.</summary>
    public int? Year { get; init; }

    /// <summary>What the list says of it: the title, and the folder or column whose name is that of an agency.</summary>
    public string? Title { get; init; }

    /// <summary>What the source is known to list.</summary>
    public Scope? Scope { get; init; }

    public bool OneOfMany { get; init; }
    public bool Imported { get; init; }

    public static Belonging Of(Source source, string article) => new(source.Key, source.Names, article)
    {
        Scope = source.Scope switch { SourceScope.Own => Reports.Scope.Own, SourceScope.Aggregate => Reports.Scope.Aggregate, _ => null },
    };

    public static Belonging Of(Source source, ReportLink link) => Of(source, link.Known.AbsoluteUri) with
    {
        Year = link.Year, Title = link.Agency is { } agency && !link.Title.Contains(agency, StringComparison.Ordinal) ? $"{agency} {link.Title}" : link.Title,
    };

    public static Belonging Of(OutdatedReading outdated) => new(outdated.Source, outdated.Agencies, outdated.Article)
    {
        Year = outdated.Year, Title = outdated.LinkTitle, OneOfMany = outdated.OneOfMany, Imported = outdated.Imported,
    };
}
