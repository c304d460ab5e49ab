namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A character code in a font: its text, how far it moves the pen in parts of the font's size, and whether it is the one-byte blank that word spacing widens.</summary>
readonly record struct FontCode(string Text, double Width, bool IsWordSpace);

/// <summary>Turns the bytes of shown strings into text and widths.</summary>
abstract class Font
{
    /// <summary>Takes the next code off a string.</summary>
    public abstract FontCode Next(ReadOnlySpan<byte> text, ref int at);

    /// <summary>Where a font writes downward: how far above the baseline a glyph's origin for that lies, and how far the pen moves; null for the usual way.</summary>
    public virtual (double Origin, double Advance)? Down => null;
}

/// <summary>Stands for a font that the file has lost: what is written in it is unreadable.</summary>
sealed class LostFont : Font
{
    public override FontCode Next(ReadOnlySpan<byte> text, ref int at)
    {
        at++;
        return new(Characters.Unknown, 0.5, false);
    }
}
