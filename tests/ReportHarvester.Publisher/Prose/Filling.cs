using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Prose;

/// <summary>
/// Fills a template: {requests.new|total} is a figure of the truth, a sum or a share (a%b) of
/// figures, {~900} a number up to that drawn by agency and year, either in Chinese
/// numerals with :han. [[subject|text]] plants the text, a number with its counter or a word that denies.
/// </summary>
sealed partial class Filling(Truth truth)
{
    readonly List<Planted> planted = [];
    int drawn;

    public IReadOnlyList<Planted> Planted => planted;

    public IReadOnlyList<string> Paragraphs(string text, int section) =>
        [.. text.Split('\n').Where(l => l.Length > 0).Select(l => Paragraph(l, section))];

    string Paragraph(string line, int section)
    {
        var filled = Placeholder().Replace(line, m => $"{Value(m.Groups["name"].Value)}{m.Groups["style"].Value}");
        return Styled().Replace(Mark().Replace(filled, m => Plant(m.Groups["subject"].Value, m.Groups["text"].Value, section)), m => Han(m.Groups["number"].Value));
    }

    string Plant(string subject, string text, int section)
    {
        var raw = Styled().Replace(text, m => Han(m.Groups["number"].Value));
        var plain = Styled().Replace(text, m => m.Groups["number"].Value);
        var number = Number().Match(plain);
        var unit = plain[number.Length..];
        planted.Add(number.Success
            ? new("prose." + subject, decimal.Parse(number.Value.Replace(",", "")), unit.Length > 0 ? unit : null, raw, section)
            : new("prose." + subject, 0, null, raw, section));
        return raw;
    }

    string Value(string name) => name switch
    {
        "agency" => truth.Agency,
        "year" => truth.Year.ToString(),
        "last" => (truth.Year - 1).ToString(),
        "next" => (truth.Year + 1).ToString(),
        ['~', .. var most] => Seed.For(truth.Year, $"{truth.Agency}{drawn++}").Next(2, int.Parse(most) + 1).ToString(),
        "documents_issued" => truth.Counted.GetValueOrDefault("normative_documents.issued") ?? truth.Counted["normative_documents.made"],
        "documents_in_force" => truth.Counted.GetValueOrDefault("normative_documents.in_force") ?? truth.Counted["normative_documents.disclosed_total"],
        _ when name.Split('%') is [var part, var whole] => Share(Sum(part), Sum(whole)),
        _ when name.IndexOfAny(['+', '-', '*']) >= 0 => $"{Sum(name)}",
        // The form of 2019 has no column for it.
        "repealed" => truth.Counted.TryGetValue("normative_documents.repealed", out var repealed) ? $"，废止{repealed}件" : "",
        "otherwise" => truth.Counted.GetValueOrDefault("requests.other|total") ?? $"{One("requests.other.*")}",
        _ => truth.Counted[name],
    };

    // a+b-c; .* is all rows under a name.
    int Sum(string sum) => Term().Matches(sum).Sum(m => (m.Groups["sign"].Value == "-" ? -1 : 1) * One(m.Groups["key"].Value));

    int One(string key) => !key.EndsWith(".*", StringComparison.Ordinal) ? int.Parse(truth.Counted[key])
        : truth.Counted.Where(f => f.Key.StartsWith(key[..^1], StringComparison.Ordinal) && f.Key.EndsWith("|total", StringComparison.Ordinal)).Sum(f => int.Parse(f.Value));

    static string Share(int part, int whole) => whole == 0 ? "0" : Math.Round(100m * part / whole, 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string Han(string number) => ChineseNumber.Of(int.Parse(number));

    [GeneratedRegex(@"\{(?<name>[~a-z0-9_.|+*%-]+)(?<style>:han)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<sign>[+-]?)(?<key>[^+-]+)")]
    private static partial Regex Term();

    [GeneratedRegex(@"\[\[(?<subject>[a-z_]+)\|(?<text>.*?)\]\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<number>[0-9]+):han")]
    private static partial Regex Styled();

    [GeneratedRegex(@"^[0-9][0-9,]*(\.[0-9]+)?")]
    private static partial Regex Number();
}
