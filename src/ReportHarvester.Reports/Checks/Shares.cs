using System.Globalization;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>Shares that prose states behind a number of requests: 不予公开5件，占6.17%.</summary>
static partial class Shares
{
    static readonly IReadOnlyList<FigureSum> Bases = [.. CheckWords.Current.ShareBases.Select(b => new FigureSum("", b))];

    public static IEnumerable<Finding> Recompute(CheckedReport report)
    {
        var bases = Bases.Select(b => b.In(report.Figures, report.Edition("3"))).OfType<Summed>().ToList();
        var known = bases.Where(b => b.IsKnown).Select(b => b.Value).ToList();
        if (known.Count == 0) return [];
        return from said in report.Report.Statements.Where(s => CheckWords.Current.ShareSubjects.Contains(s.Subject)).Concat(CheckWords.Current.ShareSaid.In(report))
               let share = Behind(said)
               where share is not null && !Any(said.Value, share, [.. known, .. Counts(said)]) && !bases.Exists(b => !b.IsKnown && MayBe(said.Value, share, b))
               select Finding.Wrong(EvidenceWords.Write("share", ProseAgainstTables.Quote(said.Sentence), said.Value, share, known.Distinct().Where(b => b > 0).Select(b => $"{said.Value:0.##}/{b:0.##}={100 * said.Value / b:0.##}%")), said.Origin)
                   with { Tried = [.. bases.SelectMany(b => b.Keys)] };
    }

    // The share stands in the same clause or the next, before another number; the number may stand without one earlier in the sentence.
    static string? Behind(Statement said)
    {
        foreach (var at in ProseAgainstTables.PlacesOf(said))
            if (Share().Match(said.Sentence, at + said.Raw.Length) is { Success: true } match && !ListOfShares().IsMatch(said.Sentence, match.Index)) return match.Groups["share"].Value;
        return null;
    }

    static IEnumerable<decimal> Counts(Statement said) => NumberScan.Of(said.Sentence).Select(n => n.Value).OfType<decimal>();

    static bool Any(decimal part, string share, IEnumerable<decimal> bases)
    {
        var (stated, unit) = Stated(share);
        return bases.Any(whole => whole > 0 && Math.Abs(100 * part / whole - stated) <= unit) || part == 0 && stated == 0;
    }

    // A whole of which some is not known may be larger, and the share of it smaller.
    static bool MayBe(decimal part, string share, Summed whole)
    {
        var (stated, unit) = Stated(share);
        return whole.Value <= 0 || 100 * part / whole.Value >= stated - unit;
    }

    static (decimal Stated, decimal Unit) Stated(string share) =>
        (decimal.Parse(share, CultureInfo.InvariantCulture), share.IndexOf('.') is >= 0 and var point ? (decimal)Math.Pow(10, point + 1 - share.Length) : 1);

    // 9件、4件、11件，占36%、16%、44%: the last number's is not the first share.
    [GeneratedRegex(@"\G[^0-9]*[0-9.]+[%％][、和及与，]\s*[0-9.]+[%％]")]
    private static partial Regex ListOfShares();

    [GeneratedRegex(@"\G[，,（(、]?(?:约)?占(?:比|总数|全部|申请总数|申请总量|办结总数|比例|总量|全年|的|办理|申请|为|约|：|:)*(?<share>[0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]")]
    private static partial Regex Share();
}
