using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The operators of marked content, of which some belongs to layers that do not show.</summary>
sealed partial class ContentReader
{
    // What shows of the marks now, and outside each of the marked contents around them.
    LayerShow shows;
    Stack<LayerShow> outside = [];

    bool Mark(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        switch (op)
        {
            case Op.BMC:
                outside.Push(shows);
                return true;
            case Op.BDC:
                outside.Push(shows);
                if (operands.TryName(0, data, out var tag) && tag.SequenceEqual("OC"u8)) Meet(file.Layers.Of(operands.TryName(1, data, out var name) ? resources.Given("Properties", name) : null));
                return true;
            case Op.EMC:
                if (outside.Count > 0) Show(outside.Pop());
                return true;
            default: return false;
        }
    }

    LayerShow LayerOf(DictionaryToken dictionary) => dictionary.Data.TryGetValue("OC", out var layer) ? file.Layers.Of(layer) : LayerShow.Shown;

    // Within what is hidden nothing shows.
    void Meet(LayerShow layer) => Show((LayerShow)Math.Max((int)shows, (int)layer));

    void Show(LayerShow layer) => text.Layer = path.Layer = shows = layer;
}
