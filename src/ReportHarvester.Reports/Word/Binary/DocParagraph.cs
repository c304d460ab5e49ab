namespace ReportHarvester.Reports.Word.Binary;

/// <summary>How a cell of a row is joined with others.</summary>
readonly record struct DocCell(int Left, int Right, bool GoesOnAcross, bool Restarts, bool GoesOnDown);

/// <summary>A paragraph, or the end of a cell or row: what it says, and how many tables it stands in.</summary>
sealed record DocParagraph(string Line, string Beside, int Depth)
{
    /// <summary>The line as it is read where it is prose.</summary>
    public string Prose { get; init; } = Line;

    /// <summary>Some of it may not show, or looks like part of another number.</summary>
    public bool Doubtful { get; init; }

    public bool HasPicture { get; init; }
    public bool EndsCell { get; init; }
    public bool EndsRow { get; init; }

    /// <summary>Of the end of a row, its cells by their edges, in twentieths of a point.</summary>
    public IReadOnlyList<DocCell> Cells { get; init; } = [];
}
