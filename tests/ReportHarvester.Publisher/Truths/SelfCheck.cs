using System.Globalization;
using System.Text;
using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Statistics;

namespace ReportHarvester.Publisher.Truths;

/// <summary>Adds up what a truth prints, so that a fixture holds the mistakes it declares and no others.</summary>
static class SelfCheck
{
    static readonly string[] supply = ["requests.new", "requests.carried_in"];
    static readonly string[] use = ["requests.closed", "requests.carried_out"];

    /// <summary>Throws unless the sums that fail are those the truth declares. Sums with a cell that is no number are left out.</summary>
    public static void Hold(Truth truth)
    {
        var found = Breaks(truth).Distinct().ToHashSet();
        if (!found.SetEquals([.. truth.Expected, .. truth.Following]))
            throw new InvalidDataException($"{truth.Title}: sums that fail: {string.Join("; ", found)}");
    }

    static IEnumerable<Mistake> Breaks(Truth truth)
    {
        if (StatisticsForm.Find(truth.Table2) is { } statistics)
        {
            foreach (var sum in statistics.Sums.Where(s => Differs(truth, s.Parts, [s.Total])))
                yield return new Mistake("STAT-SUM", sum.Total);
            yield break;
        }
        var rows = OfficialForm.Requests(truth.Table3).SelectMany(l => l.Ids()).ToList();
        var applicants = OfficialForm.Common.Applicants.Keys.ToList();
        var results = rows.Except([.. supply, .. use]).ToList();
        var columnCode = truth.Table3 == "2019" ? "T3-COL-SUM19" : "T3-COL-SUM";
        foreach (var row in rows)
            if (Differs(truth, applicants.SkipLast(1).Select(a => $"{row}|{a}"), [$"{row}|total"]))
                yield return new Mistake("T3-ROW", row);
        foreach (var applicant in applicants)
        {
            if (Differs(truth, supply.Select(r => $"{r}|{applicant}"), use.Select(r => $"{r}|{applicant}")))
                yield return new Mistake("T3-COL-FLOW", "requests.closed");
            if (Differs(truth, results.Select(r => $"{r}|{applicant}"), [$"requests.closed|{applicant}"]))
                yield return new Mistake(columnCode, "requests.closed");
        }
        foreach (var suit in OfficialForm.Suits)
            if (Differs(truth, OfficialForm.Common.Outcomes.Keys.SkipLast(1).Select(o => $"{suit}.{o}"), [$"{suit}.total"]))
                yield return new Mistake("T4-SUM", $"{suit}.total");
    }

    static bool Differs(Truth truth, IEnumerable<string> parts, IEnumerable<string> whole)
    {
        var numbers = parts.Select(k => Number(truth[k])).ToList();
        var sums = whole.Select(k => Number(truth[k])).ToList();
        return !numbers.Concat(sums).Contains(null) && numbers.Sum() != sums.Sum();
    }

    static decimal? Number(string printed) =>
        decimal.TryParse(Folded(printed).Split('（')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Folded(string printed)
    {
        var folded = new StringBuilder();
        foreach (var c in printed)
            folded.Append(c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c);
        return folded.ToString();
    }
}
