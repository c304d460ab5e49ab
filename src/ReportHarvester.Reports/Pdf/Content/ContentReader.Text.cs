namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The operators of text.</summary>
sealed partial class ContentReader
{
    bool Text(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        switch (op)
        {
            case Op.BT or Op.ET: text.Begin(); return true;
            case Op.Tm: text.Set(operands.Matrix()); return true;
            case Op.Td: text.MoveLine(operands.Number(0, 2), operands.Number(1, 2)); return true;
            case Op.TD:
                state.Leading = -operands.Number(1, 2);
                text.MoveLine(operands.Number(0, 2), operands.Number(1, 2));
                return true;
            case Op.TStar: text.MoveLine(0, -state.Leading); return true;
            case Op.Tj: return Show(operands, data);
            case Op.TJ: return ShowSpaced(operands, data);
            case Op.Quote:
                text.MoveLine(0, -state.Leading);
                return Show(operands, data);
            case Op.DoubleQuote:
                if (operands.Count != 3) return false;
                (state.WordSpace, state.CharacterSpace) = (operands[0].Number, operands[1].Number);
                text.MoveLine(0, -state.Leading);
                return Show(operands, data);
            default: return Style(op, operands, data, resources);
        }
    }

    bool Style(int op, Operands operands, ReadOnlySpan<byte> data, Resources resources)
    {
        switch (op)
        {
            case Op.Tf:
                if (!operands.TryName(operands.Count - 2, data, out var name)) return false;
                (state.Font, state.Size) = (resources.Font(name), operands.Number(0, 1));
                if (state.Font is LostFont) Lost("font");
                return true;
            case Op.Tc: state.CharacterSpace = operands.Number(0, 1); return true;
            case Op.Tw: state.WordSpace = operands.Number(0, 1); return true;
            case Op.Tz: state.Scale = operands.Number(0, 1) / 100; return true;
            case Op.TL: state.Leading = operands.Number(0, 1); return true;
            case Op.Ts: state.Rise = operands.Number(0, 1); return true;
            case Op.Tr:
                state.RenderingMode = (int)operands.Number(0, 1);
                // From here on the letters clip (table 106).
                state.HasRoughClip |= state.RenderingMode >= 4;
                return true;
            default: return false;
        }
    }

    bool Show(Operands operands, ReadOnlySpan<byte> data)
    {
        if (operands.Count == 0 || operands[^1].Kind is not (OperandKind.Text or OperandKind.Hex)) return false;
        text.NextPiece();
        text.Show(state, operands.Bytes(operands[^1], data));
        return true;
    }

    bool ShowSpaced(Operands operands, ReadOnlySpan<byte> data)
    {
        text.NextPiece();
        for (var i = 0; i < operands.Count; i++)
        {
            var operand = operands[i];
            if (operand.Kind == OperandKind.Number) text.Adjust(state, operand.Number);
            else if (operand.Kind is OperandKind.Text or OperandKind.Hex) text.Show(state, operands.Bytes(operand, data));
        }
        return true;
    }
}
