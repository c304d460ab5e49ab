namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The operators of paths and colours.</summary>
sealed partial class ContentReader
{
    bool Path(int op, Operands operands)
    {
        switch (op)
        {
            case Op.m: path.Move(Point(operands, 0, 2)); return true;
            case Op.l: path.Line(Point(operands, 0, 2)); return true;
            case Op.c: path.Curve([Point(operands, 0, 6), Point(operands, 2, 6), Point(operands, 4, 6)]); return true;
            case Op.v or Op.y: path.Curve([Point(operands, 0, 4), Point(operands, 2, 4)]); return true;
            case Op.h: path.Close(); return true;
            case Op.re: path.Rectangle(state.Ctm, operands.Number(0, 4), operands.Number(1, 4), operands.Number(2, 4), operands.Number(3, 4)); return true;
            // What clipping hides is read and, at worst, doubted. What hides letters reaches no further than its clip.
            case Op.W or Op.WStar: clips = true; return true;
            default: return PaintPath(op);
        }
    }

    bool PaintPath(int op)
    {
        if (op is not (Op.n or Op.S or Op.s or Op.f or Op.F or Op.fStar or Op.B or Op.BStar or Op.b or Op.bStar)) return false;
        if (op is Op.s or Op.b or Op.bStar) path.Close();
        var fills = op is not (Op.n or Op.S or Op.s);
        var box = clips ? path.Box : null;
        if (fills && state.Hides && marks.Letters.Count > 0)
            foreach (var (part, unsure) in path.Filled(op is Op.fStar or Op.BStar or Op.bStar)) Cover(part, unsure);
        path.Paint(op is not (Op.n or Op.f or Op.F or Op.fStar) && !state.StrokesWhite, fills && !state.FillsWhite);
        if (!clips) return true;
        clips = false;
        ClipTo(box);
        return true;
    }

    // Where a picture lies, none of the letters before it is seen, unless it has a mask or is one.
    void Picture(bool hasHoles)
    {
        if (path.Picture(state.Ctm) is { } box && !hasHoles && state.IsOpaque) Cover(box, false);
    }

    void Cover(Area area, bool unsure)
    {
        if (marks.Letters.Count > 0 && shows != LayerShow.Hidden && Within(area) is { } shown && shown.Left < shown.Right && shown.Bottom < shown.Top)
            marks.Covers.Add(new(shown.Left, shown.Bottom, shown.Right, shown.Top, marks.Letters.Count) { Unsure = unsure || shows == LayerShow.Unsure });
    }

    // What is no box leaves no more than there was before.
    void ClipTo(Area? box) => (state.Clip, state.HasRoughClip) = (box is null ? state.Clip : Within(box), state.HasRoughClip || box is null);

    Area? Within(Area? box) => state.Clip is not { } clip ? box : box is not { } inner ? null : inner with
    {
        Left = Math.Max(clip.Left, inner.Left), Bottom = Math.Max(clip.Bottom, inner.Bottom), Right = Math.Min(clip.Right, inner.Right), Top = Math.Min(clip.Top, inner.Top),
    };

    (double X, double Y) Point(Operands operands, int i, int of) => state.Ctm.Apply(operands.Number(i, of), operands.Number(i + 1, of));

    bool Colour(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        switch (op)
        {
            case Op.g: return Fill(ColourSpace.Gray, operands);
            case Op.rg: return Fill(ColourSpace.Rgb, operands);
            case Op.k: return Fill(ColourSpace.Cmyk, operands);
            case Op.G: return Stroke(ColourSpace.Gray, operands);
            case Op.RG: return Stroke(ColourSpace.Rgb, operands);
            case Op.K: return Stroke(ColourSpace.Cmyk, operands);
            case Op.sc or Op.scn: return Fill(state.FillSpace, operands, state.FillTable);
            case Op.SC or Op.SCN: return Stroke(state.StrokeSpace, operands, state.StrokeTable);
            case Op.cs or Op.CS:
                var (space, table) = Space(operands, data, resources);
                return op == Op.cs ? Fill(space, null, table) : Stroke(space, null, table);
            default: return false;
        }
    }

    bool Fill(ColourSpace space, Operands? operands, Operands[]? table = null)
    {
        var colour = Colour(operands, table);
        (state.FillSpace, state.FillTable, state.FillsWhite, state.FillsPale) = (space, table, colour is not null && space.IsWhite(colour), colour is not null && space.IsWhite(colour, ColourSpaces.Pale));
        return true;
    }

    bool Stroke(ColourSpace space, Operands? operands, Operands[]? table = null)
    {
        (state.StrokeSpace, state.StrokeTable, state.StrokesWhite) = (space, table, Colour(operands, table) is { } colour && space.IsWhite(colour));
        return true;
    }

    // The first colour of every space is a dark one, of a table its first. What lies beyond a table is its nearest.
    static Operands? Colour(Operands? operands, Operands[]? table) => table is null ? operands : table[(int)Math.Clamp(Math.Round(operands?.Number(0, 1) ?? 0), 0, table.Length - 1)];

    (ColourSpace, Operands[]?) Space(Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        if (!operands.TryName(0, data, out var name)) throw new OddContentException("colour space without a name");
        if (resources.Find("ColorSpace", name) is not { } given) return (ColourSpaces.Named(System.Text.Encoding.ASCII.GetString(name)) ?? throw new OddContentException("colour space"), null);
        if (!tables.TryGetValue(given, out var table)) tables[given] = table = ColourSpaces.Table(file, given);
        return table is var (space, colours) ? (space, colours) : (ColourSpaces.Of(file, given), null);
    }
}
