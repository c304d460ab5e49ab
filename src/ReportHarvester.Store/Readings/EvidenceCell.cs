using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>Where the evidence says that a cell stood, with its unit; <see cref="Evidence"/> writes it.</summary>
sealed record EvidenceCell
{
    public int? Page { get; init; }
    public int? Grid { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }
    public string? Unit { get; init; }
    public bool Proven { get; init; }
    public int? Line { get; init; }

    public static EvidenceCell Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement? At(int place) => place < document.RootElement.GetArrayLength() && document.RootElement[place] is { ValueKind: not JsonValueKind.Null } found ? found : null;
        return new EvidenceCell
        {
            Page = At(1)?.GetInt32(), Grid = At(2)?.GetInt32(), Row = At(3)?.GetInt32(), Column = At(4)?.GetInt32(), Unit = At(6)?.GetString(),
            Proven = At(7) is not null, Line = At(10)?.GetInt32(),
        };
    }
}
