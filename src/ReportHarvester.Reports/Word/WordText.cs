using System.Xml.Linq;

namespace ReportHarvester.Reports.Word;

/// <summary>What a paragraph says on its line, what stands beside it (raised, struck out), and the text boxes that hang on it.</summary>
sealed record WordText(string Line, string Beside, IReadOnlyList<XElement> Boxes)
{
    /// <summary>The line as it is read where it is prose.</summary>
    public required string Prose { get; init; }

    /// <summary>Whether some of the line may not show, or may not be part of what is typed there.</summary>
    public bool Doubtful { get; init; }

    public bool HasPicture { get; init; }
}
