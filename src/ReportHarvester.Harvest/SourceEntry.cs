using System.Text.Json.Serialization;

namespace ReportHarvester.Harvest;

/// <summary>A source as it is written into a list: the same properties in the order in which they are read, and null for what is not said.</summary>
sealed record SourceEntry(
    string Key, string? Agency, IReadOnlyList<string>? Agencies, string Address, string? Listing, SourceScope? Scope, ExpectedYears? Years,
    Expectation? Expect, string? Note, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Verified, string? Certificate,
    NightWindow? Window, SourceBudget? Budget)
{
    public static SourceEntry Of(Source source) => new(
        source.Key, source.Agencies.Count > 0 ? null : source.Agency, source.Agencies.Count > 0 ? source.Agencies : null, source.Address.OriginalString,
        source.Listing, source.Scope, source.Years, source.Expect, source.Note, source.Verified, source.Certificate, source.Window, source.Budget);
}
