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
            // Clipping is not followed: what it hides is read and, at worst, doubted.
            case Op.W or Op.WStar: return true;
            default: return PaintPath(op);
        }
    }

    bool PaintPath(int op)
    {
        if (op is Op.s or Op.b or Op.bStar) path.Close();
        switch (op)
        {
            case Op.n: path.Paint(false, false); return true;
            case Op.S or Op.s: path.Paint(!state.StrokesWhite, false); return true;
            case Op.f or Op.F or Op.fStar: path.Paint(false, !state.FillsWhite); return true;
            case Op.B or Op.BStar or Op.b or Op.bStar: path.Paint(!state.StrokesWhite, !state.FillsWhite); return true;
            default: return false;
        }
    }

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
            case Op.sc or Op.scn: return Fill(state.FillSpace, operands);
            case Op.SC or Op.SCN: return Stroke(state.StrokeSpace, operands);
            // The first colour of every space is a dark one.
            case Op.cs: (state.FillSpace, state.FillsWhite) = (Space(operands, data, resources), false); return true;
            case Op.CS: (state.StrokeSpace, state.StrokesWhite) = (Space(operands, data, resources), false); return true;
            default: return false;
        }
    }

    bool Fill(ColourSpace space, Operands operands)
    {
        (state.FillSpace, state.FillsWhite) = (space, space.IsWhite(operands));
        return true;
    }

    bool Stroke(ColourSpace space, Operands operands)
    {
        (state.StrokeSpace, state.StrokesWhite) = (space, space.IsWhite(operands));
        return true;
    }

    ColourSpace Space(Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        if (!operands.TryName(0, data, out var name)) throw new OddContentException("colour space without a name");
        return resources.Find("ColorSpace", name) is { } given ? ColourSpaces.Of(file, given)
            : ColourSpaces.Named(System.Text.Encoding.ASCII.GetString(name)) ?? throw new OddContentException("colour space");
    }
}
