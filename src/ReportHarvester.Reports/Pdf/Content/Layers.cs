using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Whether what belongs to a layer is seen; Unsure where it depends on who looks at it, and how.</summary>
enum LayerShow { Shown, Unsure, Hidden }

/// <summary>The layers of a file as they are when it is opened (ISO 32000-1, 8.11).</summary>
sealed class Layers
{
    readonly PdfObjects file;
    readonly HashSet<IndirectReference> on = [], off = [];
    readonly bool isOffAtFirst, haveEvents;

    public Layers(PdfObjects file)
    {
        this.file = file;
        if (file.Get<DictionaryToken>(file.Catalog, "OCProperties") is not { } properties || file.Get<DictionaryToken>(properties, "D") is not { } usual) return;
        isOffAtFirst = file.Name(usual, "BaseState") == "OFF";
        haveEvents = file.Get<ArrayToken>(usual, "AS") is { Data.Count: > 0 };
        foreach (var (name, set) in new[] { ("ON", on), ("OFF", off) })
            set.UnionWith((file.Get<ArrayToken>(usual, name)?.Data ?? []).OfType<IndirectReferenceToken>().Select(r => r.Data));
    }

    /// <summary>Whether some are hidden.</summary>
    public bool HideSome => isOffAtFirst || off.Count > 0;

    /// <param name="token">What the file gives as the layer: a group, or some that decide together; null for none.</param>
    public LayerShow Of(IToken? token) => token is null || file.Resolve(token) is not DictionaryToken layer ? Lost : file.Name(layer, "Type") switch
    {
        "OCG" => Group(token),
        "OCMD" => Together(layer),
        _ => Lost,
    };

    // What was taken apart or put together by another program may have lost its layers, and shows then.
    LayerShow Lost => HideSome ? LayerShow.Unsure : LayerShow.Shown;

    LayerShow Group(IToken token)
    {
        if (token is not IndirectReferenceToken { Data: var group } || file.Resolve(token) is not DictionaryToken layer) return LayerShow.Unsure;
        var hidden = off.Contains(group) || isOffAtFirst && !on.Contains(group);
        // A layer may show itself on the screen only, or on paper only.
        if (haveEvents && file.Get<DictionaryToken>(layer, "Usage") is { } usage && file.Get<DictionaryToken>(usage, "View") is { } view && file.Name(view, "ViewState") is { } state && (state == "OFF") != hidden)
            return LayerShow.Unsure;
        return hidden ? LayerShow.Hidden : LayerShow.Shown;
    }

    LayerShow Together(DictionaryToken layer)
    {
        if (layer.Data.ContainsKey("VE")) return LayerShow.Unsure;
        if (!layer.Data.TryGetValue("OCGs", out var given)) return LayerShow.Shown;
        var groups = (file.Resolve(given) is ArrayToken several ? several.Data : [given]).Where(g => file.Resolve(g) is not null).Select(Group).ToList();
        if (groups.Count == 0) return LayerShow.Shown;
        if (groups.Contains(LayerShow.Unsure)) return LayerShow.Unsure;
        bool any = groups.Contains(LayerShow.Shown), all = !groups.Contains(LayerShow.Hidden);
        return file.Name(layer, "P") switch { "AllOn" => all, "AnyOff" => !all, "AllOff" => !any, _ => any } ? LayerShow.Shown : LayerShow.Hidden;
    }
}
