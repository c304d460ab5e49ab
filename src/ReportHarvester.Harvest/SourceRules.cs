using System.Globalization;

namespace ReportHarvester.Harvest;

/// <summary>What an entry of the list of sources may say. sources.schema.json says the same to editors.</summary>
static class SourceRules
{
    public const int LongestKey = 64;
    const int FirstYear = 2008, LastYear = 2100;

    /// <summary>What is wrong with a source; null if nothing is.</summary>
    public static string? Objection(Source source) => source switch
    {
        { Key: var key } when string.IsNullOrWhiteSpace(key) => "the key is empty.",
        { Key: var key } when key.Length > LongestKey || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') =>
            $"a key has letters, digits, - _ . and at most {LongestKey} of them.",
        { Agencies.Count: > 0, Names: var names } when names.Any(string.IsNullOrWhiteSpace) => "an agency is empty.",
        { Agencies: var several } when several.Distinct().Count() < several.Count => "an agency is named twice.",
        { Agency: var agency } when string.IsNullOrWhiteSpace(agency) => "the agency is empty.",
        { Agencies.Count: > 0 } when source.Agency != string.Join('、', source.Agencies) => "it has both agency and agencies.",
        { Address: var address } when !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") =>
            $"the address {address} is not an http or https address.",
        { Address.UserInfo.Length: > 0 } => "the address holds a user name.",
        { Expect: { } expect } when expect.Min < 0 || expect.Max < expect.Min => "expect needs 0 ≤ min ≤ max.",
        { Years: { } years } when years.From < FirstYear || (years.To ?? years.From) < years.From || (years.To ?? years.From) > LastYear =>
            $"years needs {FirstYear} ≤ from ≤ to ≤ {LastYear}.",
        { Certificate: { } pin } when pin.Length != 64 || !pin.All(char.IsAsciiHexDigitLower) => "certificate is not a SHA-256 in lower-case hex.",
        { Window: { } window } when !IsTime(window.From) || !IsTime(window.To) => "window needs from and to as HH:mm.",
        { Budget: { } budget } when budget is { Requests: < 1 } or { Bytes: < 1 } or { Minutes: < 1 } => "a budget is at least 1.",
        _ => null,
    };

    static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
