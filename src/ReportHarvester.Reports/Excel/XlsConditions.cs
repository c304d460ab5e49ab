using System.Buffers.Binary;

namespace ReportHarvester.Reports.Excel;

/// <summary>The styles of an XLS sheet that come with a condition ([MS-XLS] 2.4.56, 2.4.42): which may hide the number of a cell, or show another.</summary>
static class XlsConditions
{
    const uint HasNumberFormat = 1 << 25, HasFont = 1 << 26, HasPattern = 1 << 29;

    // Behind six bytes of the condition and six of flags: of the font its flags, place on the line and colour, and which of the first two it leaves alone.
    const int Head = 6, Font = 12, Flags = 68, Place = 74, Colour = 80, KeepsFlags = 88, KeepsPlace = 92, WholeFont = 118;
    const int Struck = 0x80, RangesAt = 12, RangeLength = 8;

    // The palette's whites.
    static readonly int[] Whites = [1, 9];

    /// <summary>The places that the conditions which follow hold for.</summary>
    public static IReadOnlyList<(int Top, int Bottom, int Left, int Right)> Ranges(ReadOnlySpan<byte> record)
    {
        var ranges = new List<(int, int, int, int)>();
        for (var at = RangesAt + 2; at + RangeLength <= record.Length; at += RangeLength)
            ranges.Add((Short(record[at..]), Short(record[(at + 2)..]), Short(record[(at + 4)..]), Short(record[(at + 6)..])));
        return ranges;
    }

    /// <summary>Whether the style of a condition has a format of its own for numbers, strikes out, raises, or prints in white on no ground of its own.</summary>
    public static bool Hides(ReadOnlySpan<byte> condition)
    {
        if (condition.Length < Font) return false;
        var sets = BinaryPrimitives.ReadUInt32LittleEndian(condition[Head..]);
        if ((sets & HasNumberFormat) != 0) return true;
        if ((sets & HasFont) == 0 || condition.Length < Font + WholeFont) return false;
        var font = condition[Font..];
        return (font[Flags] & ~font[KeepsFlags] & Struck) != 0 || Short(font[Place..]) is > 0 and < 3 && font[KeepsPlace] == 0
            || Array.IndexOf(Whites, BinaryPrimitives.ReadInt32LittleEndian(font[Colour..])) >= 0 && (sets & HasPattern) == 0;
    }

    static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
