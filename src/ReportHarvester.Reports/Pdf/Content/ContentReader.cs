using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// Interprets content streams as far as letters, lines and areas need it (ISO 32000-1, annex A). What it does not know is odd:
/// the library reads the page then.
/// </summary>
sealed partial class ContentReader(PdfObjects file, PageBuffers marks)
{
    // Operators of one page with all its forms, states kept at a time, forms within forms: beyond this a page is no page of a report.
    const int MostOperators = 2_000_000, MostStates = 4096, DeepestForm = 32;

    // After so many that are none, what follows is no content.
    const int MostBroken = 1000;

    readonly TextPrinter text = new(marks.Letters);
    readonly PathPainter path = new(marks.Strokes, marks.Areas);
    readonly Stack<GraphicsState> saved = [];
    readonly HashSet<StreamToken> painting = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<IToken, (ColourSpace, Operands[])?> tables = new(ReferenceEqualityComparer.Instance);
    GraphicsState state = new();
    string? damage;
    int operators, broken, optional, floor;
    bool clips;

    public static PageMarks Read(PdfObjects file, FontLoader fonts, PageBuffers marks, PageEntry page)
    {
        marks.Clear();
        var reader = new ContentReader(file, marks);
        var (left, bottom, width, height) = page.Shown;
        var turn = ((page.Rotate % 360) + 360) % 360;
        reader.state.Ctm = Matrix.Move(-left, -bottom).Then(turn switch
        {
            0 => Matrix.Identity,
            90 => new(0, -1, 1, 0, 0, width),
            180 => new(-1, 0, 0, -1, width, height),
            270 => new(0, 1, -1, 0, height, 0),
            _ => throw new OddContentException("page turned by other than right angles"),
        });
        var (shownWidth, shownHeight) = turn is 90 or 270 ? (height, width) : (width, height);
        // Beyond the page nothing shows.
        reader.text.Page = new(0, 0, shownWidth, shownHeight, false);
        reader.state.Clip = reader.text.Page;
        var (cut, bare, resources) = (file.Cut, reader.state, new Resources(file, fonts, page.Resources, null));
        reader.Run(reader.Contents(page), resources);
        reader.Annotations(page, resources, bare);
        if (file.Cut > cut) reader.Lost("packed stream");
        return new(page.Number, shownWidth, shownHeight, marks.Letters.ToArray(), marks.Strokes.ToArray(), marks.Areas.ToArray()) { Covers = marks.Covers.ToArray(), Damage = reader.damage };
    }

    // As at the page's beginning, whatever went before.
    void Start(in GraphicsState bare)
    {
        (state, floor, optional, clips) = (bare, 0, 0, false);
        saved.Clear();
        painting.Clear();
        outside.Clear();
        path.Paint(false, false);
        text.Begin();
        Show(LayerShow.Shown);
    }

    // Several streams are one content; they part between operators or operands, never within one (7.8.2).
    ReadOnlyMemory<byte> Contents(PageEntry page)
    {
        if (page.Dictionary is not { } dictionary) return Lost("page");
        if (!dictionary.Data.TryGetValue("Contents", out var contents)) return default;
        if (file.Resolve(contents) is not ArrayToken parts) return Stream(contents);
        if (parts.Data is [var only]) return Stream(only);
        var whole = new List<byte>();
        foreach (var part in parts.Data)
        {
            whole.AddRange(Stream(part).Span);
            whole.Add((byte)'\n');
        }
        return whole.ToArray();
    }

    ReadOnlyMemory<byte> Stream(IToken token) => file.Resolve(token) is StreamToken stream ? file.Decode(stream) : Lost("content stream");

    ReadOnlyMemory<byte> Lost(string what)
    {
        damage ??= what;
        return default;
    }

    void Run(ReadOnlyMemory<byte> content, Resources resources)
    {
        var data = content.Span;
        var operands = new Operands();
        var scanner = new ContentScanner(data, operands);
        while (scanner.Next())
        {
            if (++operators > MostOperators)
                throw new UnreadableDocumentException("TOO-LARGE", $"一页超过{MostOperators}个操作，未读取。A page has more drawing operators than the limit and was not read.");
            var op = Op.Of(scanner.Operator);
            if (op == Op.ID)
            {
                scanner.SkipImage();
                Picture(operands.Says("IM"u8, data) || operands.Says("ImageMask"u8, data));
            }
            else if (!Carry(op, operands, data, resources) && !Pass()) return;
        }
    }

    bool Carry(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        try
        {
            return Text(op, operands, data, resources) || Path(op, operands) || Colour(op, operands, data, resources) || Mark(op, operands, data, resources) || General(op, operands, data, resources);
        }
        catch (BrokenContentException)
        {
            return false;
        }
    }

    // What is none of PDF's operators, or lacks its operands, is left out, as every program does that shows pages (7.8.2); what it was to do is lost.
    bool Pass()
    {
        if (optional > 0) return true;
        Lost("operator");
        return ++broken < MostBroken;
    }

    bool General(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        switch (op)
        {
            case Op.q:
                if (saved.Count == MostStates) throw new UnreadableDocumentException("TOO-LARGE", $"图形状态嵌套超过{MostStates}层，未读取。Graphics states are nested beyond the limit.");
                saved.Push(state);
                return true;
            case Op.Q:
                // One too many is left out, and within a form those of the page are not its own.
                if (saved.Count > floor) state = saved.Pop();
                return true;
            case Op.cm: state.Ctm = operands.Matrix().Then(state.Ctm); return true;
            case Op.gs: return operands.TryName(0, data, out var style) && SetStyle(resources.Find("ExtGState", style) as DictionaryToken);
            case Op.Do: return operands.TryName(0, data, out var name) && Paint(resources.External(name), resources);
            // Line styles, hints, shadings, points of marked content and what belongs to the glyphs of Type 3 fonts.
            case Op.w or Op.J or Op.j or Op.M or Op.d or Op.ri or Op.i or Op.sh: return true;
            // Between these two may stand what only later versions know.
            case Op.BX: optional++; return true;
            case Op.EX: optional = Math.Max(0, optional - 1); return true;
            case Op.MP or Op.DP or Op.BI or Op.EI or Op.d0 or Op.d1: return true;
            default: return false;
        }
    }

    // A font may come by a graphics state; of the rest matters what lets the ground be seen (11.6).
    bool SetStyle(DictionaryToken? style)
    {
        if (style is null) return true;
        if (style.Data.ContainsKey("Font")) throw new OddContentException("font in a graphics state");
        if (file.Number(style, "ca") is { } alpha) state.Alpha = alpha;
        if (style.Data.TryGetValue("BM", out var mode)) state.Mixes = file.Resolve(mode) is not NameToken { Data: "Normal" or "Compatible" };
        if (style.Data.TryGetValue("SMask", out var mask)) state.Mixes |= file.Resolve(mask) is not NameToken;
        return true;
    }

    bool Paint(StreamToken? external, Resources resources)
    {
        if (external is null)
        {
            Lost("form or picture");
            return true;
        }
        var around = shows;
        Meet(LayerOf(external.StreamDictionary));
        if (file.Name(external.StreamDictionary, "Subtype") is "Form") PaintForm(external, resources);
        else if (file.Name(external.StreamDictionary, "Subtype") is "Image") Picture(HasHoles(external.StreamDictionary));
        Show(around);
        return true;
    }

    // A mask of its own, or within its data; or the picture is a mask for the colour that fills (8.9.6).
    bool HasHoles(DictionaryToken picture)
    {
        bool Has(string mask) => picture.Data.TryGetValue(mask, out var token) && file.Resolve(token) is not null;
        return Has("SMask") || Has("Mask") || file.Number(picture, "SMaskInData") > 0 || file.Get<BooleanToken>(picture, "ImageMask")?.Data == true;
    }

    // A form that paints itself is left out within itself.
    void PaintForm(StreamToken form, Resources resources)
    {
        if (painting.Count >= DeepestForm || !painting.Add(form)) return;
        var (before, below, around, within) = (state, floor, outside, shows);
        (floor, outside) = (saved.Count, []);
        if (file.Numbers(form.StreamDictionary, "Matrix", 6) is [var a, var b, var c, var d, var e, var f]) state.Ctm = new Matrix(a, b, c, d, e, f).Then(state.Ctm);
        if (file.Numbers(form.StreamDictionary, "BBox", 4) is [var left, var bottom, var right, var top])
        {
            path.Rectangle(state.Ctm, left, bottom, right - left, top - bottom);
            ClipTo(path.Box);
            path.Paint(false, false);
        }
        // A group is painted as one, with what holds where it is painted.
        if (form.StreamDictionary.Data.ContainsKey("Group"))
            (state.GroupAlpha, state.GroupMixes, state.Alpha, state.Mixes) = (state.GroupAlpha * state.Alpha, state.GroupMixes || state.Mixes, 1, false);
        Run(file.Form(form), resources.Within(file.Get<DictionaryToken>(form.StreamDictionary, "Resources")));
        while (saved.Count > floor) saved.Pop();
        (state, floor, outside) = (before, below, around);
        Show(within);
        painting.Remove(form);
    }
}
