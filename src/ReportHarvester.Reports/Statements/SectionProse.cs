using System.Text;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Statements;

/// <summary>
/// The prose of one section as one text without blanks, with the place of every sign in what was printed. A paragraph that a page turn cut in two
/// is one again; other paragraphs are parted by line breaks.
/// </summary>
sealed class SectionProse
{
    // A line of fewer signs may be a heading, which has no full stop either.
    const int ShortestCut = 20;

    // Ten times what the longest reports have; longer ones, and longer sentences, are no prose.
    const int LongestProse = 500_000, LongestSentence = 2000;
    /// <summary>What stands between digits that blanks part.</summary>
    public const char DigitsApart = ' ';

    const string PrintedMarks = ",;:()!?", ProseMarks = "，；：（）！？";

    readonly IReadOnlyList<Passage> passages;
    readonly List<(int Passage, int At)> places = [];

    public SectionProse(IReadOnlyList<Passage> passages)
    {
        this.passages = passages;
        var text = new StringBuilder();
        for (var i = 0; i < passages.Count && text.Length < LongestProse; i++) Append(text, i);
        Text = Folding.Simplify(text.ToString());
    }

    public string Text { get; }

    void Append(StringBuilder text, int number)
    {
        var printed = passages[number].Text;
        if (number > 0 && !GoesOn(passages[number - 1].Text, printed)) Add(text, '\n', number, 0);
        for (var i = 0; i < printed.Length && text.Length < LongestProse; i++)
            if (!char.IsWhiteSpace(printed[i])) Add(text, Folded(printed, i), number, i);
            else if (PartsDigits(printed, i)) Add(text, DigitsApart, number, i);
    }

    // 1 025件 may be one number and may be two.
    static bool PartsDigits(string printed, int i) =>
        i > 0 && char.IsAsciiDigit(printed[i - 1]) && printed.AsSpan(i).TrimStart() is [var next, ..] && char.IsAsciiDigit(next);

    void Add(StringBuilder text, char sign, int passage, int at)
    {
        text.Append(sign);
        places.Add((passage, at));
    }

    // Prose keeps its punctuation as printed; only a comma or a point between digits belongs to a number.
    static char Folded(string printed, int i)
    {
        // 1. begins a list, any other point at the end of a word ends a sentence.
        if (printed[i] == '.' && i > 0 && !char.IsAsciiLetterOrDigit(printed[i - 1])) return '。';
        var mark = PrintedMarks.IndexOf(printed[i]);
        if (mark < 0) return printed[i];
        var inNumber = printed[i] == ',' && i > 0 && i + 1 < printed.Length && char.IsAsciiDigit(printed[i - 1]) && char.IsAsciiDigit(printed[i + 1]);
        return inNumber ? ',' : ProseMarks[mark];
    }

    static bool GoesOn(string above, string below) =>
        above.Length >= ShortestCut && below.Length > 0 && !IsEnd(above.TrimEnd()[^1]) && !StatementWords.Current.Enumerators.Any(e => below.TrimStart().StartsWith(e, StringComparison.Ordinal));

    static bool IsEnd(char sign) => sign is '。' or '；' or '！' or '？' or '：' or ';' or ':' or '!' or '?' or '.';

    /// <summary>Where the sentence around a place begins and ends.</summary>
    public (int Start, int End) Sentence(int at)
    {
        var (first, last) = (Math.Max(0, at - LongestSentence), Math.Min(Text.Length, at + LongestSentence));
        var start = at == 0 ? -1 : Text.LastIndexOfAny(Stops, at - 1, at - first);
        var end = Text.IndexOfAny(Stops, at, last - at);
        return (start < 0 ? first : start + 1, end < 0 ? last : Text[end] == '\n' ? end : end + 1);
    }

    static readonly char[] Stops = ['。', '！', '？', '\n'];

    /// <summary>What was printed from one place to another, blanks and all.</summary>
    public string Printed(int start, int end)
    {
        var printed = new StringBuilder();
        for (var (from, last) = (places[start], places[end - 1]); ; from = (from.Passage + 1, 0))
        {
            var text = passages[from.Passage].Text;
            if (from.Passage == last.Passage) return printed.Append(text, from.At, last.At + 1 - from.At).ToString().Trim();
            printed.Append(text, from.At, text.Length - from.At);
        }
    }

    /// <summary>The place in the document of the paragraph that holds the sign.</summary>
    public Origin OriginOf(int at) => passages[places[at].Passage].Origin;
}
