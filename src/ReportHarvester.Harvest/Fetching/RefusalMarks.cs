namespace ReportHarvester.Harvest;

/// <summary>The marks by which challenge pages and missing pages are known; data in refusals.json.</summary>
sealed record RefusalMarks
{
    public static RefusalMarks Known { get; } = EmbeddedJson.Load<RefusalMarks>("refusals.json");

    public required int[] ChallengeStatuses { get; init; }
    public required int[] RefusedPorts { get; init; }
    public required string[] ChallengeMarks { get; init; }
    public required string[] ChallengeTitles { get; init; }
    public required string[] LoginMarks { get; init; }
    public required string[] NotFoundMarks { get; init; }
    public required string[] NotFoundTitles { get; init; }
}
