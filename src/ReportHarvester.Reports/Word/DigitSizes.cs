namespace ReportHarvester.Reports.Word;

/// <summary>The sizes of a paragraph's digits, in half points: much smaller ones beside others are a note, perhaps. In brackets they may be as small as they like.</summary>
sealed class DigitSizes
{
    // Letters in no more of the others' size stand beside them as a note does.
    const double NoteSize = 0.7;

    // The usual size of a program that is not told any.
    const int UsualSize = 21;

    int? smallest, largest;
    int brackets;

    public bool HasNote => smallest <= NoteSize * largest;

    public void Add(char sign, int size)
    {
        if (sign is '(' or '（') brackets++;
        else if (sign is ')' or '）') brackets--;
        if (brackets > 0 || !char.IsDigit(sign)) return;
        if (size == 0) size = UsualSize;
        (smallest, largest) = (Math.Min(smallest ?? size, size), Math.Max(largest ?? size, size));
    }

    public void Clear() => (smallest, largest, brackets) = (null, null, 0);
}
