using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>
/// JCMS's page of an annual report by organisation and year: there is no list, one asks year after year. A year that is missing is stepped
/// over; two in a row are the end.
/// </summary>
static partial class YearByYear
{
    const int MostMisses = 2, Earliest = 2008;

    public static IEnumerable<PageRequest> Next(PageRequest request, int reports)
    {
        if (Asked(request.Address) is not { } asked) yield break;
        var misses = reports > 0 ? 0 : request.Misses + 1;
        if (misses >= MostMisses) yield break;
        if (asked > Earliest && !(request.Upwards && misses > 0)) yield return new PageRequest(Of(asked - 1)) { Misses = misses };
        // Whether there is a newer one shows only by asking for it, also where the year that the source names gives none.
        if (request.Upwards || request.Misses == 0) yield return new PageRequest(Of(asked + 1)) { Misses = misses, Upwards = true };

        Uri Of(int to) => Addresses.WithField(request.Address, "fbtime", $"{to}");
    }

    /// <summary>The year that such an address asks for; null if it is none.</summary>
    public static int? Asked(Uri address) =>
        address.AbsolutePath.EndsWith("/xxgkAnnualReport.jsp", StringComparison.OrdinalIgnoreCase) && YearField().Match(address.Query) is { Success: true } year
            ? int.Parse(year.Groups[1].Value) : null;

    [GeneratedRegex(@"[?&]fbtime=(20[0-9]{2})\b")]
    private static partial Regex YearField();
}
