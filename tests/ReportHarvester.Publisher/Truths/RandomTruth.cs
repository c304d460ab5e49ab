using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Publisher.Truths;

/// <summary>A report with invented figures that add up as the form asks; some hold a mistake, as published reports do.</summary>
static class RandomTruth
{
    const double Mistaken = 0.15;

    public static Truth Of(int seed, string table2, string table3)
    {
        var truth = Clean(seed, table2, table3);
        if (Seed.For(seed, "mistaken").NextDouble() >= Mistaken) return truth;
        var figures = truth.Figures.ToDictionary(f => f.Key, f => f.Value);
        Mistake(figures, Seed.For(seed, "mistake"));
        return truth with { Figures = figures };
    }

    /// <summary>One without mistakes.</summary>
    /// <param name="of">Whose it is, if that is not to be drawn.</param>
    public static Truth Clean(int seed, string table2, string table3, Agency? of = null)
    {
        var agency = of ?? Agency.Of(Seed.For(seed, "agency"));
        var year = Seed.For(seed, "year").Next(2019, 2026);
        var dated = new DateOnly(year + 1, 1, 4).AddDays(Seed.For(seed, "dated").Next(0, 86));
        var figures = Truth.Keys(table2, table3).ToDictionary(k => k, _ => "0");
        Disclosure(figures, table2, agency.Size, Seed.For(seed, "disclosure"));
        Stocks(figures);
        Requests(figures, table3, agency.Size, Seed.For(seed, "requests"));
        Suits(figures, agency.Size, Seed.For(seed, "suits"));
        return new Truth(agency.Name, year, dated, table2, table3, agency.Prose, "invented") { Figures = figures };
    }

    /// <summary>A number as reports have them: mostly small, now and then as large as the agency.</summary>
    static int Amount(Random chance, double most) => (int)Math.Pow(Math.Max(most, 1), chance.NextDouble()) - (chance.Next(3) == 0 ? 0 : 1);

    static void Disclosure(Dictionary<string, string> figures, string table2, Size size, Random chance)
    {
        foreach (var block in OfficialForm.Blocks(table2))
            foreach (var row in block.Rows.Keys)
                foreach (var column in block.Columns)
                    figures[$"{row}.{column}"] = Disclosed(row, column, size, chance);
    }

    /// <summary>What was issued is in force, and what was newly disclosed is disclosed.</summary>
    static void Stocks(Dictionary<string, string> figures)
    {
        foreach (var kind in new[] { "rules", "normative_documents" })
            foreach (var (part, whole) in new[] { ("issued", "in_force"), ("newly_disclosed", "disclosed_total") })
                if (figures.TryGetValue($"{kind}.{part}", out var some) && int.Parse(some) > int.Parse(figures[$"{kind}.{whole}"]))
                    figures[$"{kind}.{whole}"] = some;
    }

    static string Disclosed(string row, string column, Size size, Random chance) => (row, column) switch
    {
        ("rules", _) when size != Size.City => "0",
        ("rules", _) => Amount(chance, 90).ToString(),
        (_, "items_change") => chance.Next(2) == 0 ? "0" : chance.Next(-20, 21).ToString(),
        ("fees", "collected") or (_, "amount") => Money(chance, size),
        (_, "issued" or "made" or "newly_disclosed" or "repealed") => Amount(chance, size == Size.City ? 900 : 40).ToString(),
        (_, "in_force" or "disclosed_total") => Amount(chance, size == Size.City ? 5000 : 200).ToString(),
        (_, "decisions") => Amount(chance, size == Size.City ? 9_000_000 : size == Size.County ? 80_000 : 900).ToString(),
        _ => Amount(chance, 400).ToString(),
    };

    static string Money(Random chance, Size size)
    {
        if (chance.Next(3) == 0)
            return "0";
        var amount = (decimal)Amount(chance, size == Size.City ? 300_000 : 4_000) + (decimal)chance.Next(1, 1_000_000) / 1_000_000;
        return Math.Round(amount, chance.Of([0, 2, 2, 3, 6])).ToString("0.######");
    }

    static void Requests(Dictionary<string, string> figures, string table3, Size size, Random chance)
    {
        var rows = OfficialForm.Requests(table3).SelectMany(l => l.Ids()).ToList();
        string[] results = [.. rows.Where(r => r is not ("requests.new" or "requests.carried_in" or "requests.closed" or "requests.carried_out"))];
        var totals = rows.ToDictionary(r => r, _ => 0);
        foreach (var (index, applicant) in OfficialForm.Common.Applicants.Keys.SkipLast(1).Index())
        {
            var column = Column(results, MostRequests(size) / (index == 0 ? 1 : 12), chance);
            foreach (var (row, number) in column)
            {
                figures[$"{row}|{applicant}"] = number.ToString();
                totals[row] += number;
            }
        }
        foreach (var (row, number) in totals)
            figures[$"{row}|total"] = number.ToString();
    }

    static int MostRequests(Size size) => size switch { Size.Town => 12, Size.Bureau => 120, Size.County => 900, _ => 12_000 };

    /// <summary>One kind of applicant: what came of its requests, and new and carried in so that the flow closes.</summary>
    static Dictionary<string, int> Column(string[] results, int most, Random chance)
    {
        var usual = Enumerable.Range(0, chance.Next(1, results.Length)).Select(_ => chance.Of(results)).ToHashSet();
        var column = results.ToDictionary(r => r, r => usual.Contains(r) ? Math.Max(0, Amount(chance, most / 4.0)) : 0);
        var closed = column.Values.Sum();
        var carriedOut = Amount(chance, most / 20.0);
        var carriedIn = Math.Min(Amount(chance, most / 20.0), closed + carriedOut);
        column["requests.closed"] = closed;
        column["requests.carried_out"] = carriedOut;
        column["requests.carried_in"] = carriedIn;
        column["requests.new"] = closed + carriedOut - carriedIn;
        return column;
    }

    static void Suits(Dictionary<string, string> figures, Size size, Random chance)
    {
        string[] outcomes = [.. OfficialForm.Common.Outcomes.Keys.SkipLast(1)];
        foreach (var suit in OfficialForm.Suits)
        {
            var numbers = outcomes.Select(_ => chance.Next(2) == 0 ? 0 : Amount(chance, MostRequests(size) / 40.0)).ToList();
            foreach (var (outcome, number) in outcomes.Zip(numbers))
                figures[$"{suit}.{outcome}"] = number.ToString();
            figures[$"{suit}.total"] = numbers.Sum().ToString();
        }
    }

    /// <summary>One figure of table 3 or 4 is not what it should be.</summary>
    static void Mistake(Dictionary<string, string> figures, Random chance)
    {
        string[] summed = [.. figures.Keys.Where(k => k.Contains('|') || OfficialForm.Suits.Any(s => k.StartsWith(s + ".", StringComparison.Ordinal)))];
        var key = chance.Of(summed);
        var number = int.Parse(figures[key]);
        figures[key] = (chance.Next(3) switch { 0 => number * 10 + 1, 1 when number > 0 => 0, _ => number + chance.Next(1, 4) }).ToString();
    }
}
