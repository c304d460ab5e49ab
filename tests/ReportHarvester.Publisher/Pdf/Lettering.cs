namespace ReportHarvester.Publisher.Pdf;

/// <summary>Breaks text into lines by the width of its characters: an em for Chinese, half of one for ASCII.</summary>
static class Lettering
{
    public static double Width(string text, double size) => text.Sum(c => c < 128 ? 0.5 : 1.0) * size;

    public static IReadOnlyList<string> Lines(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph;
            while (Width(rest, size) > width && rest.Length > 1)
            {
                var at = Break(rest, width, size);
                lines.Add(rest[..at]);
                rest = rest[at..];
            }
            lines.Add(rest);
        }
        return lines;
    }

    /// <summary>The last place before the edge that neither parts a number nor puts a stop at the head of a line.</summary>
    static int Break(string text, double width, double size)
    {
        var last = 1;
        while (last < text.Length && Width(text[..(last + 1)], size) <= width)
            last++;
        var at = last;
        while (at > 1 && ("，。、；：）".Contains(text[at]) || char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at - 1])))
            at--;
        return at > 1 ? at : last;
    }
}
