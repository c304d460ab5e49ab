using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Faults;

/// <summary>Two reports of one agency, a year apart, of which the later goes on where the earlier ended.</summary>
sealed record Years(Truth Before, Truth Now)
{
    static readonly string[] documents = ["rules", "normative_documents"];

    public static Years Of(int seed, int first)
    {
        var agency = Agency.Of(Seed.For(seed, "agency"));
        var (before, now) = (Report(seed * 2, first, agency), Report(seed * 2 + 1, first + 1, agency));
        var figures = now.Figures.ToDictionary(f => f.Key, f => f.Value);
        foreach (var applicant in OfficialForm.Common.Applicants.Keys.SkipLast(1)) CarryOver(before.Figures, figures, applicant);
        foreach (var row in figures.Keys.Where(k => k.EndsWith("|total", StringComparison.Ordinal)).Select(k => k.Split('|')[0]).ToList())
            figures[$"{row}|total"] = $"{OfficialForm.Common.Applicants.Keys.SkipLast(1).Sum(a => int.Parse(figures[$"{row}|{a}"]))}";
        Stocks(before.Figures, figures);
        foreach (var suit in OfficialForm.Suits) Pending(before.Figures, figures, suit);
        return new(before, now with { Figures = figures });
    }

    static Truth Report(int seed, int year, Agency agency)
    {
        var form = year < 2021 ? "2019" : "2021";
        var truth = RandomTruth.Clean(seed, form, form, agency) with { Year = year, Dated = new DateOnly(year + 1, 1, 20), Prose = "told" };
        return truth with { Figures = truth.Figures.ToDictionary(f => f.Key, f => f.Key.EndsWith(".items_change", StringComparison.Ordinal) ? $"{Math.Max(int.Parse(f.Value), -int.Parse(truth[f.Key.Replace("change", "last_year", StringComparison.Ordinal)]))}" : f.Value) };
    }

    static void CarryOver(IReadOnlyDictionary<string, string> before, Dictionary<string, string> now, string applicant)
    {
        int Number(string row) => int.Parse(now[$"{row}|{applicant}"]);
        var carried = int.Parse(before[$"requests.carried_out|{applicant}"]);
        var lacking = Math.Max(0, carried - Number("requests.closed") - Number("requests.carried_out"));
        now[$"requests.granted|{applicant}"] = $"{Number("requests.granted") + lacking}";
        now[$"requests.closed|{applicant}"] = $"{Number("requests.closed") + lacking}";
        now[$"requests.carried_in|{applicant}"] = $"{carried}";
        now[$"requests.new|{applicant}"] = $"{Number("requests.closed") + Number("requests.carried_out") - carried}";
    }

    static void Stocks(IReadOnlyDictionary<string, string> before, Dictionary<string, string> now)
    {
        foreach (var kind in documents.Where(k => before.ContainsKey($"{k}.in_force") && now.ContainsKey($"{k}.in_force")))
        {
            var grown = int.Parse(before[$"{kind}.in_force"]) + int.Parse(now[$"{kind}.issued"]);
            now[$"{kind}.repealed"] = $"{Math.Min(int.Parse(now[$"{kind}.repealed"]), grown)}";
            now[$"{kind}.in_force"] = $"{grown - int.Parse(now[$"{kind}.repealed"])}";
        }
        foreach (var items in now.Keys.Where(k => k.EndsWith(".items_last_year", StringComparison.Ordinal) && before.ContainsKey(k)).ToList())
            now[items] = $"{int.Parse(before[items]) + int.Parse(before[items.Replace("last_year", "change", StringComparison.Ordinal)])}";
        if (before.TryGetValue("fees.collected", out var fees) && now.ContainsKey("fees.collected")) now["fees.collected"] = fees;
    }

    static void Pending(IReadOnlyDictionary<string, string> before, Dictionary<string, string> now, string suit)
    {
        var more = Math.Max(0, int.Parse(before[$"{suit}.pending"]) - int.Parse(now[$"{suit}.total"]));
        now[$"{suit}.other"] = $"{int.Parse(now[$"{suit}.other"]) + more}";
        now[$"{suit}.total"] = $"{int.Parse(now[$"{suit}.total"]) + more}";
    }
}
