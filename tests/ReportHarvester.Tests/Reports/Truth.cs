using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>What was printed in a fixture: the format of truth.json.</summary>
sealed record Truth(JsonElement Root)
{
    public static Truth Load(string folder) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth.json"))).RootElement);

    public IReadOnlyList<string> Agencies => Root.GetProperty("agency") switch
    {
        { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Select(a => a.GetString()!)],
        var one => [one.GetString()!],
    };

    public int? Year => Root.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null;

    public string? Dated => Root.TryGetProperty("dated", out var dated) ? dated.GetString() : null;

    public IReadOnlyDictionary<string, (decimal? Value, CellState State)> Figures =>
        Root.GetProperty("facts").EnumerateObject().ToDictionary(f => f.Name, f => Printed(f.Value));

    /// <summary>Issues that the reading must raise: code, indicator or null, fault.</summary>
    public IEnumerable<(string Code, string? Indicator, Fault Fault)> Expected =>
        Root.TryGetProperty("expected", out var expected)
            ? expected.EnumerateArray().Select(e => (e[0].GetString()!, e[1].GetString(), Enum.Parse<Fault>(e[2].GetString()!, ignoreCase: true)))
            : [];

    /// <summary>What the prose counts, in the order of the text: subject, value, unit, section.</summary>
    public IEnumerable<(string Subject, decimal Value, string? Unit, int? Section)> Statements =>
        Root.GetProperty("statements").EnumerateArray().Select(s =>
            (s.GetProperty("subject").GetString()!, s.GetProperty("value").GetDecimal(), s.GetProperty("unit").GetString(), (int?)s.GetProperty("section").GetInt32()));

    static (decimal?, CellState) Printed(JsonElement printed)
    {
        if (printed.ValueKind == JsonValueKind.Null) return (null, CellState.Blank);
        if (printed.ValueKind == JsonValueKind.Number) return (printed.GetDecimal(), CellState.Number);
        var text = string.Concat(printed.GetString()!.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)).Replace(",", "").Replace("，", "").Replace('零', '0').Trim();
        if (Regex.Match(text, @"\d+(?:\.\d+)?") is not { Success: true } number) return (null, CellState.Mark);
        return (text[0] is '减' or '-' or '−' ? -decimal.Parse(number.Value) : decimal.Parse(number.Value), CellState.Number);
    }
}
