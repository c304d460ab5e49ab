using System.Text;
using ReportHarvester.Publisher.Pdf.Fonts;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Text that waits for all that stands at its height.</summary>
sealed record Waiting(Layer Layer, string Text, double X, double Baseline, double Size);

/// <summary>Rows written at once: what stands at one height and in one font is one TJ that leaps from cell to cell.</summary>
sealed class WholeRows(Lettering lettering)
{
    readonly List<Waiting> waiting = [];

    public void Add(Layer layer, string text, double x, double baseline, double size) =>
        waiting.Add(new Waiting(layer, text, x, baseline, size));

    public IEnumerable<List<Waiting>> Of(Layer layer) => waiting.Where(w => w.Layer == layer)
        .GroupBy(w => (Height: Math.Round(w.Baseline, 2), w.Size)).OrderBy(r => r.Key.Height).Select(r => r.OrderBy(w => w.X).ToList());

    public List<string> Operators(Layer layer, List<Waiting> row)
    {
        var (operators, array, font, end) = (new List<string>(), new StringBuilder(), "", 0.0);
        foreach (var (glyph, x) in Places(row))
        {
            if (glyph.Font != font)
            {
                Close();
                array.Append($"/{font = glyph.Font} {layer.Long(row[0].Size)} Tf {layer.At(end = x, row[0].Baseline)} Td [");
            }
            var leap = Math.Abs(x - end) < 0.001 ? "" : $"{Digits.Of((end - x) / row[0].Size * 1000)} ";
            array.Append($"{leap}<{Convert.ToHexString(glyph.Code)}>");
            end = x + lettering.Advance(glyph) * row[0].Size;
        }
        Close();
        return operators;

        void Close()
        {
            if (array.Length > 0)
                operators.Add($"{array}] TJ");
            array.Clear();
        }
    }

    IEnumerable<(Glyph Glyph, double X)> Places(List<Waiting> row)
    {
        foreach (var part in row)
        {
            var x = part.X;
            foreach (var glyph in lettering.Glyphs(part.Text))
            {
                yield return (glyph, x);
                x += lettering.Advance(glyph) * part.Size;
            }
        }
    }
}
