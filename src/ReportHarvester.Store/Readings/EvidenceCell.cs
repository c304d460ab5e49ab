using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>What the evidence keeps of one cell; <see cref="Evidence"/> writes it.</summary>
sealed record EvidenceCell
{
    public int? Page { get; init; }
    public int? Grid { get; init; }
    public int? Row { get; init; }
    public int? Column { get; init; }
    public string? Unit { get; init; }
    public bool Proven { get; init; }

    /// <summary>Null: the digits of the number, or nothing.</summary>
    public string? Raw { get; init; }

    /// <summary>Null: a number.</summary>
    public string? State { get; init; }

    public int? Line { get; init; }
    public string? Exact { get; init; }

    public static EvidenceCell Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement? At(int place) => place < document.RootElement.GetArrayLength() && document.RootElement[place] is { ValueKind: not JsonValueKind.Null } found ? found : null;
        return new EvidenceCell
        {
            Page = At(1)?.GetInt32(), Grid = At(2)?.GetInt32(), Row = At(3)?.GetInt32(), Column = At(4)?.GetInt32(), Unit = At(6)?.GetString(),
            Proven = At(7) is not null, Raw = At(8)?.GetString(), State = At(9)?.GetString(), Line = At(10)?.GetInt32(), Exact = At(11)?.GetString(),
        };
    }
}
