using System.Text;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>The sizes of a paragraph's digits, in half points: much smaller ones beside others are a note, perhaps. In brackets they may be as small as they like.</summary>
sealed class DigitSizes
{
    // Letters in no more of the others' size stand beside them as a note does.
    const double NoteSize = 0.8;

    // The usual size of a program that is not told any.
    const int UsualSize = 21;

    readonly List<int> doubts = [], unsure = [];
    (char Sign, int Size, TextShow Show) last;
    int? smallest, largest;
    int brackets;
    bool shows;

    public bool HasNote => smallest <= NoteSize * largest;

    /// <param name="sign">The next sign of the paragraph.</param>
    /// <param name="size">Its size; 0 where nothing says it.</param>
    /// <param name="show">How it shows.</param>
    /// <param name="at">Its place in the line.</param>
    public void Add(char sign, int size, TextShow show, int at)
    {
        var sized = size == 0 ? UsualSize : size;
        if (char.IsAsciiDigit(sign) && char.IsAsciiDigit(last.Sign) && (show != last.Show || Math.Min(sized, last.Size) <= NoteSize * Math.Max(sized, last.Size))) doubts.Add(at);
        else if (char.IsAsciiDigit(sign) && !char.IsAsciiDigit(last.Sign) && show == TextShow.Unsure) unsure.Add(at);
        shows |= show == TextShow.Shown && char.IsLetter(sign);
        last = (sign, sized, show);
        if (sign is '(' or '（') brackets++;
        else if (sign is ')' or '）') brackets--;
        if (brackets > 0 || !char.IsDigit(sign)) return;
        (smallest, largest) = (Math.Min(smallest ?? sized, sized), Math.Max(largest ?? sized, sized));
    }

    /// <summary>
    /// The line as prose: where digits meet that may not be of one number, or do not show as the words around them do, nobody reads one. A line that is white all over stands
    /// on a ground that is not known.
    /// </summary>
    public string Marked(string line)
    {
        if (shows && unsure.Count > 0)
        {
            doubts.AddRange(unsure);
            doubts.Sort();
        }
        if (doubts.Count == 0) return line;
        var marked = new StringBuilder(line.Length + doubts.Count);
        for (int i = 0, next = 0; i < line.Length; i++)
        {
            if (next < doubts.Count && doubts[next] == i && next++ >= 0) marked.Append(TextBlock.Doubt);
            marked.Append(line[i]);
        }
        return marked.ToString();
    }

    public void Clear()
    {
        (smallest, largest, brackets, last, shows) = (null, null, 0, default, false);
        doubts.Clear();
        unsure.Clear();
    }
}
