using System.Globalization;
using System.Text;
using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Statistics;

namespace ReportHarvester.Publisher.Truths;

/// <summary>Adds up what a truth prints and says, so that a fixture holds the mistakes it declares and no others.</summary>
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
                yield return new Mistake(sum.Code, sum.Total);
            yield break;
        }
        if (truth is { Table2: "2019", Year: >= 2021 }) yield return new Mistake("C-FORM", null);
        foreach (var mistake in Prose(truth)) yield return mistake;
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

    // What each number of the prose may be: the first is the figure it is named after.
    static readonly (string Subject, string Code, string[][] Sums)[] spoken =
    [
        ("requests_received", "N-T3-NEW", [["requests.new|total"], ["requests.new|total", "requests.carried_in|total"]]),
        ("requests_closed", "N-T3-DONE", [["requests.closed|total"]]),
        ("requests_carried_out", "N-T3-DONE", [["requests.carried_out|total"]]),
        ("reconsideration", "N-T4", [["reconsideration.total"], ["reconsideration.total", "-reconsideration.pending"]]),
        ("litigation", "N-T4", [["litigation.direct.total", "litigation.after_reconsideration.total"],
            ["litigation.direct.total", "litigation.after_reconsideration.total", "-litigation.direct.pending", "-litigation.after_reconsideration.pending"]]),
        ("normative_documents_issued", "N-T2", [["normative_documents.issued"], ["normative_documents.made"]]),
        ("normative_documents_in_force", "N-T2", [["normative_documents.in_force"], ["normative_documents.disclosed_total"]]),
    ];

    static IEnumerable<Mistake> Prose(Truth truth)
    {
        var said = Narrative.Of(truth).Planted.ToLookup(p => p.Subject["prose.".Length..], p => p.Value);
        foreach (var (subject, code, sums) in spoken)
        {
            var numbers = sums.Where(s => s.All(k => Number(truth.Figures.GetValueOrDefault(k.TrimStart('-'), "")) is not null))
                .Select(s => s.Sum(k => (k[0] == '-' ? -1 : 1) * Number(truth[k.TrimStart('-')])!.Value)).ToList();
            if (numbers.Count > 0 && said[subject].Any() && !said[subject].Any(numbers.Contains))
                yield return new Mistake(code, sums.First(s => truth.Figures.ContainsKey(s[0]))[0].Split('|')[0]);
        }
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
