using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>All that matters of a colour space here (ISO 32000-1, 8.6): which of its colours are white.</summary>
enum ColourSpace { Gray, Rgb, Cmyk, Tint, Lab, Table, Pattern }

static class ColourSpaces
{
    // What is as light as this is white; ink as thin as the rest of it is none.
    const double Light = 0.99;

    // Off the middle of its two scales, a colour of so much lightness is hardly one.
    const double Hueless = 5;

    /// <summary>Letters as light as this are not seen on white.</summary>
    public const double Pale = 0.9;

    /// <summary>The space of an operand or of an object of the file.</summary>
    public static ColourSpace Of(PdfObjects file, IToken? token, int depth = 0) => token switch
    {
        NameToken name => Named(name.Data) ?? throw new OddContentException($"colour space {name.Data}"),
        ArrayToken { Data: [NameToken { Data: "ICCBased" }, var profile, ..] } => OfProfile(file.Resolve(profile) as StreamToken, file),
        ArrayToken { Data: [NameToken { Data: "CalGray" }, ..] } => ColourSpace.Gray,
        ArrayToken { Data: [NameToken { Data: "CalRGB" }, ..] } => ColourSpace.Rgb,
        ArrayToken { Data: [NameToken { Data: "Separation" or "DeviceN" }, ..] } => ColourSpace.Tint,
        ArrayToken { Data: [NameToken { Data: "Pattern" }, ..] } => ColourSpace.Pattern,
        ArrayToken { Data: [NameToken single] } when depth == 0 => Of(file, single, 1),
        ArrayToken { Data: [NameToken { Data: "Lab" }, ..] } => ColourSpace.Lab,
        ArrayToken { Data: [NameToken { Data: "Indexed" or "I" }, ..] } => ColourSpace.Table,
        _ => throw new OddContentException("colour space"),
    };

    /// <summary>The colours of a table (8.6.6.3) and the space they are of; null for what is no table, or one that cannot be looked up.</summary>
    public static (ColourSpace Space, Operands[] Colours)? Table(PdfObjects file, IToken? token)
    {
        if (token is not ArrayToken { Data: [NameToken { Data: "Indexed" or "I" }, var within, var last, var listed, ..] } || file.Number(last) is not (>= 0 and <= 255 and var highest)) return null;
        var space = Of(file, file.Resolve(within));
        var parts = space switch { ColourSpace.Gray => 1, ColourSpace.Rgb => 3, ColourSpace.Cmyk => 4, _ => 0 };
        var bytes = file.Resolve(listed) switch { StreamToken stream => file.Decode(stream), HexToken hex => hex.Memory, StringToken text => text.GetBytes(), _ => default };
        if (parts == 0 || bytes.Length < parts * ((int)highest + 1)) return null;
        return (space, [.. Enumerable.Range(0, (int)highest + 1).Select(colour => Operands.Of(bytes.Span.Slice(colour * parts, parts)))]);
    }

    public static ColourSpace? Named(string name) => name switch
    {
        "DeviceGray" or "G" or "CalGray" => ColourSpace.Gray,
        "DeviceRGB" or "RGB" or "CalRGB" => ColourSpace.Rgb,
        "DeviceCMYK" or "CMYK" => ColourSpace.Cmyk,
        "Pattern" => ColourSpace.Pattern,
        _ => null,
    };

    /// <summary>True for the colour that an operator's operands name.</summary>
    public static bool IsWhite(this ColourSpace space, Operands values, double light = Light)
    {
        switch (space)
        {
            case ColourSpace.Gray: return values.Number(0, 1) >= light;
            case ColourSpace.Rgb: return values.Number(0, 3) >= light && values.Number(1, 3) >= light && values.Number(2, 3) >= light;
            case ColourSpace.Cmyk:
                var lit = 1 - values.Number(3, 4);
                return (1 - values.Number(0, 4)) * lit >= light && (1 - values.Number(1, 4)) * lit >= light && (1 - values.Number(2, 4)) * lit >= light;
            case ColourSpace.Tint:
                for (var i = 0; i < values.Count; i++)
                    if (values.Number(i, values.Count) > 1 - light) return false;
                return true;
            case ColourSpace.Lab: return values.Number(0, 3) >= 100 * light && Math.Abs(values.Number(1, 3)) <= Hueless && Math.Abs(values.Number(2, 3)) <= Hueless;
            // Of a table that cannot be looked up, areas are taken for dark ones and letters are doubted.
            default: return false;
        }
    }

    static ColourSpace OfProfile(StreamToken? profile, PdfObjects file) => profile is null ? throw new OddContentException("colour profile")
        : file.Number(profile.StreamDictionary, "N") switch { 1 => ColourSpace.Gray, 3 => ColourSpace.Rgb, 4 => ColourSpace.Cmyk, _ => throw new OddContentException("colour profile") };
}
