using System.Globalization;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>
/// A count of which no statement is made, by the words right before it: 废止2件. Only where they begin a clause or follow another count; in
/// 制发、修改、废止12件 they are one of several that the count is of.
/// </summary>
/// <param name="Before">One of these,</param>
/// <param name="After">perhaps with some of these before the number.</param>
/// <param name="With">The sentence has one of these, where there are any,</param>
/// <param name="Without">and none of these.</param>
sealed record SaidCount(IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<string>? With, IReadOnlyList<string>? Without)
{
    const string Counters = "[件份个部宗起条项]";

    static readonly char[] Ends = ['。', '；', '！', '？'];

    readonly Regex pattern = new(
        $@"(?<=^|[，,：:（(“”]|[0-9]\s*{Counters}\s*[、]?|[0-9][%％][、]?)\s*(?:其中|并|已|及时|依法|全年|本年)?(?:{Words(Before)})”?(?:{Words(After)})*\s*(?<raw>(?<count>[0-9]{{1,7}})\s*(?<unit>{Counters}))", RegexOptions.CultureInvariant);

    /// <summary>The counts that the report's prose says, each with its sentence.</summary>
    public IEnumerable<Statement> In(CheckedReport report) =>
        from section in report.Report.Sections
        where section.Number is 1 or 3
        from sentence in Folding.Simplify(section.Text).Split(Ends, StringSplitOptions.TrimEntries)
        where (With is null || Matching.Has(sentence, With)) && !Matching.Has(sentence, [.. Without ?? [], .. CheckWords.Current.NotOfTheYear])
        from Match said in pattern.Matches(sentence)
        select new Statement
        {
            Subject = "", Value = decimal.Parse(said.Groups["count"].ValueSpan, CultureInfo.InvariantCulture), Unit = said.Groups["unit"].Value, Raw = said.Groups["raw"].Value,
            Sentence = sentence, Section = section.Number, Origin = report.PlaceOf(sentence) ?? new(),
        };

    static string Words(IReadOnlyList<string> words) => string.Join('|', words.Select(Regex.Escape));
}
