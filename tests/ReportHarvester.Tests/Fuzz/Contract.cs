using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>What holds for every reading, whatever was read.</summary>
static class Contract
{
    /// <summary>What of the contract a reading breaks; null for nothing.</summary>
    public static string? Breach(Reading reading)
    {
        var figures = reading.Report.Figures;
        if (figures.GroupBy(f => f.Key).FirstOrDefault(same => same.Count() > 1) is { } twice) return $"figure {twice.Key} twice";
        if (figures.FirstOrDefault(f => !HasPlace(f.Origin, reading)) is { } lost) return $"figure {lost.Key} has no place: {lost.Origin}";
        if (figures.FirstOrDefault(f => f.Value is null == (f.State == CellState.Number)) is { } odd) return $"figure {odd.Key} is {odd.State} with value {odd.Value}";
        if (figures.FirstOrDefault(f => f.Raw.Length == 0 != (f.State == CellState.Blank)) is { } raw) return $"figure {raw.Key} is {raw.State} and printed '{raw.Raw}'";
        if (figures.Count == 0 && reading.Issues.All(i => i.Severity != Severity.Error)) return "failed without an error";
        if (reading.Issues.FirstOrDefault(i => i.Code.Length == 0 || i.Message.Length == 0) is not null) return "an issue that says nothing";
        return IsSameAgain(reading) ? null : "not the same after JSON";
    }

    static bool HasPlace(Origin origin, Reading reading) =>
        origin is { Grid: > 0, Row: > 0, Column: > 0 }
        && (reading.Format != DocumentFormat.Pdf || origin is { Page: > 0, Box: not null } && origin.Page <= reading.Pages)
        && (reading.Format != DocumentFormat.Text || origin.Line > 0);

    static bool IsSameAgain(Reading reading)
    {
        var json = JsonSerializer.Serialize(reading, ReadingJson.Options);
        return json == JsonSerializer.Serialize(JsonSerializer.Deserialize<Reading>(json, ReadingJson.Options), ReadingJson.Options);
    }
}
