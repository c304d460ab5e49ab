using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>What is laid over a page: fields of forms, remarks, stamps, each painted as a form (ISO 32000-1, 12.5).</summary>
sealed partial class ContentReader
{
    // Annotations of one page; nodes above a field; flags of what is not seen.
    const int MostAnnotations = 10_000, DeepestField = 16, Hidden = 2, NoView = 32;

    void Annotations(PageEntry page, Resources resources, in GraphicsState bare)
    {
        foreach (var annotation in Seen(file, page.Dictionary))
        {
            Start(bare);
            try
            {
                Lay(annotation, resources);
            }
            catch (OddContentException)
            {
                Lost("annotation");
            }
        }
    }

    /// <summary>The annotations of a page that may show something on it.</summary>
    public static IEnumerable<DictionaryToken> Seen(PdfObjects file, DictionaryToken? page) =>
        from token in (page is null ? null : file.Get<ArrayToken>(page, "Annots")?.Data)?.Take(MostAnnotations) ?? []
        let annotation = file.Resolve(token) as DictionaryToken
        where annotation is not null && ((int)(file.Number(annotation, "F") ?? 0) & (Hidden | NoView)) == 0
        // A link, and what opens at a click, show nothing that is read; a signature shows a seal.
        where file.Name(annotation, "Subtype") is not ("Link" or "Popup") && (Field(file, annotation, "FT") as NameToken)?.Data != "Sig" && (Appearance(file, annotation) is not null || IsMade(file, annotation))
        select annotation;

    // What is said in words only is shown by the one program and not by the other.
    static bool IsMade(PdfObjects file, DictionaryToken annotation) => file.Name(annotation, "Subtype") switch
    {
        "FreeText" => HasText(file, annotation.Data.GetValueOrDefault("Contents")),
        "Widget" => HasText(file, Field(file, annotation, "V")),
        _ => false,
    };

    static bool HasText(PdfObjects file, IToken? text) => file.Resolve(text) is StringToken { Data.Length: > 0 } or HexToken { Data.Length: > 0 };

    // Fields inherit.
    static IToken? Field(PdfObjects file, DictionaryToken? field, string name)
    {
        for (var depth = 0; depth < DeepestField && field is not null; depth++, field = file.Get<DictionaryToken>(field, "Parent"))
            if (field.Data.TryGetValue(name, out var token)) return file.Resolve(token);
        return null;
    }

    // One, or one for each state of a field.
    static StreamToken? Appearance(PdfObjects file, DictionaryToken annotation)
    {
        if (file.Get<DictionaryToken>(annotation, "AP") is not { } all || !all.Data.TryGetValue("N", out var normal)) return null;
        if (file.Resolve(normal) is not DictionaryToken states) return file.External(normal);
        return file.Name(annotation, "AS") is { } state && states.Data.TryGetValue(state, out var one) ? file.External(one) : null;
    }

    void Lay(DictionaryToken annotation, Resources resources)
    {
        if (Appearance(file, annotation) is not { } form)
        {
            Lost("annotation");
            return;
        }
        if (Fitting(form.StreamDictionary, annotation) is not { } fitting) return;
        Meet(LayerOf(annotation));
        state.Ctm = fitting.Then(state.Ctm);
        // A marker's ink lets through what it marks, whether or not its form says so.
        state.Mixes = file.Name(annotation, "Subtype") == "Highlight";
        PaintForm(form, resources);
    }

    // From the box around the form to that of the annotation (12.5.5, algorithm 8.1); null where either has no room.
    Matrix? Fitting(DictionaryToken form, DictionaryToken annotation)
    {
        if (file.Numbers(annotation, "Rect", 4) is not { } place || file.Numbers(form, "BBox", 4) is not { } box) return null;
        var own = file.Numbers(form, "Matrix", 6) is [var a, var b, var c, var d, var e, var f] ? new Matrix(a, b, c, d, e, f) : Matrix.Identity;
        (double X, double Y)[] corners = [own.Apply(box[0], box[1]), own.Apply(box[0], box[3]), own.Apply(box[2], box[1]), own.Apply(box[2], box[3])];
        double left = corners.Min(p => p.X), bottom = corners.Min(p => p.Y), across = corners.Max(p => p.X) - left, up = corners.Max(p => p.Y) - bottom;
        if (across <= 0 || up <= 0) return null;
        double x = Math.Abs(place[2] - place[0]) / across, y = Math.Abs(place[3] - place[1]) / up;
        return new(x, 0, 0, y, Math.Min(place[0], place[2]) - x * left, Math.Min(place[1], place[3]) - y * bottom);
    }
}
