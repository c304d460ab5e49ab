using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>Proposes an entry for the list of sources from what a column shows.</summary>
static class SourceProposal
{
    // An agency gets one report a year, and a program that is to notice a broken list must not expect too many.
    const int RoomToGrow = 10;

    /// <param name="printed">The agency that the newest report prints.</param>
    public static Source Of(SourceSight sight, string? printed, DateOnly today)
    {
        var reports = sight.Reports!;
        var names = reports.Select(link => link.Agency).OfType<string>().Where(name => name.Length > 1).CountBy(name => name)
            .OrderByDescending(name => name.Value).Select(name => name.Key).ToList();
        // Several agencies report on one year; one agency that is called now this and now that does not.
        var several = reports.GroupBy(link => link.Year).Any(year => year.Select(link => link.Agency).Distinct().Count(name => name is not null) > 1);
        var isOfMany = several && names.Count > 1;
        var source = sight.Source with
        {
            Expect = new Expectation(reports.Count, reports.Count + RoomToGrow * (isOfMany ? names.Count : 1)), Verified = today,
            Years = sight.Years.Count > 0 && sight.Missing(sight.Years[^1]).Count == 0 ? new ExpectedYears(sight.Years[0]) : null,
        };
        if (isOfMany) return source with { Agency = "", Agencies = names };
        // Its name now, which the newest report has; of longer and shorter forms of that, the usual one.
        var newest = reports.Where(link => names.Contains(link.Agency ?? "")).MaxBy(link => link.Year ?? 0)?.Agency;
        return source with { Agency = newest is null ? printed ?? "" : names.First(name => name.EndsWith(newest, StringComparison.Ordinal) || newest.EndsWith(name, StringComparison.Ordinal)) };
    }

    /// <summary>A key from the address: the host from the right, without what all have, and the folder that names a department.</summary>
    public static string KeyOf(Uri address, IReadOnlyCollection<string> taken)
    {
        var labels = address.Host.Split('.').Where(label => label is not ("www" or "gov" or "cn" or "com")).Reverse();
        var key = string.Concat(string.Join('-', labels).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'));
        key = key.Trim('-') is { Length: > 0 } some ? some[..Math.Min(some.Length, 48)] : "source";
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? key : $"{key}-{n}").First(name => !taken.Contains(name));
    }
}
