using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Growth that prose states behind the number of requests: 3646件，同比增长1.05%.</summary>
static partial class Growth
{
    const string Received = "prose.requests_received";

    public static IEnumerable<Broken> Compare(YearPair pair)
    {
        var told = 0;
        foreach (var said in pair.Now.Statements.Where(s => s.Subject == Received))
        {
            if (Behind(said) is not var (share, stated, unit)) continue;
            var bases = Bases(pair).Where(b => b > 0).Distinct().ToList();
            decimal[] numbers = [said.Value, .. new[] { pair.Now[Parts.New, Parts.Total] }.OfType<decimal>()];
            if (bases.Count == 0 || bases.Any(b => numbers.Any(n => Math.Abs(100 * (n - b) / b - stated) <= unit))) continue;
            yield return new Broken(told++ == 0 ? "received" : $"received {told}", EvidenceWords.Write("growth", ProseAgainstTables.Quote(said.Sentence), share, bases.Select(b => $"{said.Value:0}/{b:0}-1={100 * (said.Value - b) / b:0.##}%")),
                pair.Then(Parts.New, Parts.Total), pair.Here(Parts.New, Parts.Total)) { Said = [said.Sentence], Tried = [pair.Then(Parts.CarriedIn, Parts.Total)] };
        }
    }

    // What the year before said or printed.
    static IEnumerable<decimal> Bases(YearPair pair)
    {
        foreach (var said in pair.Before.Statements.Where(s => s.Subject == Received)) yield return said.Value;
        if (pair.Before[Parts.New, Parts.Total] is not { } received) yield break;
        yield return received;
        if (pair.Before[Parts.CarriedIn, Parts.Total] is { } carried) yield return received + carried;
    }

    static (string Share, decimal Stated, decimal Unit)? Behind(Statement said)
    {
        // Of several places nothing tells which is meant.
        if (ProseAgainstTables.PlacesOf(said).ToList() is not [var at] || Said().Match(said.Sentence, at + said.Raw.Length) is not { Success: true } match) return null;
        var digits = match.Groups["share"].Value;
        var unit = digits.IndexOf('.') is >= 0 and var point ? (decimal)Math.Pow(10, point + 1 - digits.Length) : 1;
        var stated = decimal.Parse(digits, CultureInfo.InvariantCulture);
        return (match.Value.Trim('，', ','), match.Groups["down"].Success ? -stated : stated, unit);
    }

    [GeneratedRegex(@"\G[，,（(]?(?:同比|比上年|较上年|比去年|较去年|较上一年)度?(?:同期)?(?:增长|增加|上升|(?<down>下降|减少|降低))了?(?<share>[0-9]{1,4}(?:\.[0-9]{1,3})?)[%％]")]
    private static partial Regex Said();
}
