using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Pdf.Fonts;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Breaks text into lines by the width of its characters in a face.</summary>
sealed class Lettering(Face face, WritingStyle style)
{
    public IReadOnlyList<Glyph> Glyphs(string text) => [.. text.Select(face.Of)];

    public double Width(string text, double size) => text.Sum(c => Advance(face.Of(c))) * size;

    /// <summary>With what the text operators add, in ems. Word spacing counts for the one-byte code 32 alone.</summary>
    public double Advance(Glyph glyph)
    {
        var (character, word, scale) = style.Spacing;
        return (glyph.Advance + character + (glyph.Code is [32] ? word : 0)) * scale;
    }

    /// <summary>Characters of one font that follow each other; some are to stand alone.</summary>
    public static IReadOnlyList<IReadOnlyList<Glyph>> Runs(IEnumerable<Glyph> glyphs, Func<Glyph, bool> alone)
    {
        List<List<Glyph>> runs = [];
        foreach (var glyph in glyphs)
            if (runs is [.., [.., var last]] && last.Font == glyph.Font && !(alone(last) || alone(glyph)))
                runs[^1].Add(glyph);
            else
                runs.Add([glyph]);
        return runs;
    }

    public IReadOnlyList<string> Lines(string text, double width, double size)
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
    int Break(string text, double width, double size)
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
