using System.Text;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Writes text into a layer with the operators of a style.</summary>
sealed class Pen(WritingStyle style, Lettering lettering)
{
    /// <summary>What T*, ' and TD step down by, in ems.</summary>
    const double Step = 1.5;

    readonly WholeRows rows = new(lettering);

    public void Write(Layer layer, string text, double x, double baseline, double size)
    {
        if (style.Operators == TextOperators.WholeRows)
            rows.Add(layer, text, x, baseline, size);
        else
            Marked(layer, text, () => Runs(layer, text, x, baseline, size));
    }

    public void Hide(Layer layer, string text, double x, double baseline, double size)
    {
        layer.Add("3 Tr");
        Runs(layer, text, x, baseline, size);
        layer.Add("0 Tr");
    }

    /// <summary>Writes what waited for the rest of its row.</summary>
    public void Finish(Layer layer)
    {
        foreach (var row in rows.Of(layer))
            Marked(layer, string.Concat(row.Select(p => p.Text)), () => rows.Operators(layer, row).ForEach(o => layer.Add($"BT {o} ET")));
    }

    void Marked(Layer layer, string text, Action write)
    {
        if (style.ActualText)
            layer.Add($"/Span << /ActualText <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> >> BDC");
        if (style.Invisible == Invisible.Everything)
            layer.Add("3 Tr");
        write();
        if (style.ActualText)
            layer.Add("EMC");
    }

    void Runs(Layer layer, string text, double x, double baseline, double size)
    {
        foreach (var run in Lettering.Runs(lettering.Glyphs(text), Alone))
        {
            var scaled = style.Operators == TextOperators.Scaled;
            layer.Add(Object(layer, $"/{run[0].Font} {(scaled ? "1" : layer.Long(size))} Tf {Shown(layer, run, x, baseline, size)}"));
            x += run.Sum(lettering.Advance) * size;
        }
    }

    bool Alone(Glyph glyph) => style.Operators == TextOperators.SingleDigits && char.IsAsciiDigit(glyph.Character);

    string Object(Layer layer, string operators) => style.Operators switch
    {
        TextOperators.Steps => operators,
        TextOperators.Mirrored => $"q 1 0 0 -1 0 {layer.Long(layer.Height)} cm BT {operators} ET Q",
        _ => $"BT {operators} ET",
    };

    string Shown(Layer layer, IReadOnlyList<Glyph> run, double x, double y, double size)
    {
        var (character, word, scale) = style.Spacing;
        var (text, step) = (String(run), layer.Long(Step * size));
        return style.Operators switch
        {
            TextOperators.Characters => Apart(layer, run, x, y, size),
            TextOperators.Kerned => $"1 0 0 1 {layer.At(x, y)} Tm [{Kerned(run)}] TJ",
            TextOperators.Apostrophe => $"{step} TL {layer.At(x, y - Step * size)} Td {text} '",
            TextOperators.QuotationMark =>
                $"{step} TL {layer.At(x, y - Step * size)} Td {layer.Long(word * size)} {layer.Long(character * size)} {text} \"",
            TextOperators.Spaced => $"{layer.Long(character * size)} Tc {layer.Long(word * size)} Tw {Digits.Of(scale * 100)} Tz "
                + $"{layer.Long(0.2 * size)} Ts {layer.At(x, y + 0.2 * size)} Td {text} Tj",
            TextOperators.NextLine => $"{step} TL {layer.At(x, y - Step * size)} Td T* {text} Tj",
            TextOperators.LineFeed => $"{layer.At(x, y - Step * size)} Td 0 -{step} TD {text} Tj",
            TextOperators.Steps => $"{layer.Step(x, y)} Td {text} Tj",
            TextOperators.Scaled => $"{layer.Long(size)} 0 0 {layer.Long(size)} {layer.At(x, y)} Tm {text} Tj",
            TextOperators.Mirrored => $"1 0 0 -1 {layer.At(x, layer.Height - y)} Tm {text} Tj",
            _ => $"{layer.At(x, y)} Td {text} Tj",
        };
    }

    string Apart(Layer layer, IReadOnlyList<Glyph> run, double x, double y, double size)
    {
        var operators = new StringBuilder();
        foreach (var glyph in run)
        {
            operators.Append($"1 0 0 1 {layer.At(x, y)} Tm {String([glyph])} Tj ");
            x += lettering.Advance(glyph) * size;
        }
        return operators.ToString();
    }

    /// <summary>Characters a little nearer and a little farther by turns, in thousandths of an em.</summary>
    string Kerned(IReadOnlyList<Glyph> run) => string.Concat(run.Select((g, i) => String([g]) + (i % 2 == 0 ? " 60 " : " -60 ")));

    static string Escaped(byte code) => (char)code switch
    {
        '(' or ')' or '\\' => $"\\{(char)code}",
        > ' ' and <= '~' => $"{(char)code}",
        _ => $"\\{Convert.ToString(code, 8).PadLeft(3, '0')}",
    };

    string String(IReadOnlyList<Glyph> run)
    {
        var bytes = run.SelectMany(g => g.Code).ToArray();
        if (!style.Brackets)
            return $"<{Convert.ToHexString(bytes)}>";
        return $"({string.Concat(bytes.Select(Escaped))})";
    }
}
