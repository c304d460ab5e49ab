using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>The numbers of characters in the collection Adobe-GB1, from Adobe's map UniGB-UCS2-H as PdfPig carries it.</summary>
static partial class CharacterCollection
{
    static readonly Lazy<IReadOnlyList<(int From, int To, int Number)>> ranges = new(Read);

    public static int Number(char character)
    {
        foreach (var (from, to, number) in ranges.Value)
            if (character >= from && character <= to)
                return number + character - from;
        throw new InvalidDataException($"Adobe-GB1 has no {character}");
    }

    static IReadOnlyList<(int, int, int)> Read()
    {
        const string name = "UglyToad.PdfPig.Resources.CMap.UniGB-UCS2-H";
        using var stream = typeof(PdfDocument).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return [.. Range().Matches(text).Select(m => m.Groups)
            .Select(g => (Hex(g[1]), Hex(g[2].Success ? g[2] : g[1]), int.Parse(g[3].Value)))];
    }

    static int Hex(Group group) => int.Parse(group.Value, NumberStyles.HexNumber);

    [GeneratedRegex(@"^\s*<([0-9a-f]{4})>\s*(?:<([0-9a-f]{4})>)?\s+([0-9]+)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
