using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Checks.Across;

namespace ReportHarvester.Reports;

/// <summary>The sentences that cite the rules behind the codes of issues.</summary>
public static class Rules
{
    static readonly ILookup<string, string> All = CheckList.All.Select(c => (c.Code, c.Rule)).Concat(AcrossCheck.All.Select(c => (c.Code, c.Rule))).ToLookup(c => c.Code, c => c.Rule);

    /// <summary>The codes of all checks.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(c => c.Key)];

    /// <summary>The sentence of a code that has one.</summary>
    public static string Of(string code) => All[code].Single();

    /// <summary>The first sentence of a code, which may have one for each table; null where it has none.</summary>
    public static string? Find(string code) => All[code].FirstOrDefault();

    /// <summary>The code of what cannot be searched and copied as it was published: pictures, a password, nothing.</summary>
    public const string Readable = Checks.Readable.Code;

    /// <summary>What an issue's message shows, without the sentence that cites its rule.</summary>
    public static string EvidenceIn(string code, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return All[code].FirstOrDefault(rule => message.EndsWith("。" + rule, StringComparison.Ordinal)) is { } rule ? message[..^(rule.Length + 1)] : message;
    }

    /// <summary>The sentence that cites the rule; null where the message has none that is known.</summary>
    public static string? RuleIn(string code, string message) => All[code].FirstOrDefault(rule => message.EndsWith(rule, StringComparison.Ordinal));
}
