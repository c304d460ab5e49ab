using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>Takes the text of a document apart into paragraphs with what their properties say of tables.</summary>
sealed class DocParagraphs(DocFile file)
{
    // Tables in tables; of more than any person draws the rest is taken as one.
    const int Deepest = 16;

    const char CellEnd = '\a', ParagraphEnd = '\r', PageEnd = '\f', Field = '\u0013', FieldResult = '\u0014', FieldEnd = '\u0015';

    readonly DocProperties characters = new(file, DocFile.CharacterPages, paragraphs: false), paragraphs = new(file, DocFile.ParagraphPages, paragraphs: true);
    readonly StringBuilder line = new(), beside = new();
    readonly DocStyles styles = new(file.Table(DocFile.Styles));
    readonly WordFields fields = new();
    readonly DigitSizes sizes = new();
    bool hasPicture, unsure;

    public IEnumerable<DocParagraph> Read()
    {
        foreach (var piece in file.Text())
        {
            var text = file.Characters(piece);
            var holds = 0;
            var (show, size) = (TextShow.Shown, 0);
            for (var i = 0; i < text.Length; i++)
            {
                var offset = piece.Offset + i * piece.Width;
                if (offset >= holds) (show, size, holds) = Show(offset, piece.Changes);
                if (text[i] is CellEnd or ParagraphEnd or PageEnd) yield return End(text[i], offset);
                else Put(text[i], show, size);
            }
        }
        if (line.Length > 0) yield return new DocParagraph(line.ToString(), "", 0);
    }

    void Put(char sign, TextShow show, int size)
    {
        switch (sign)
        {
            case Field or FieldResult or FieldEnd: hasPicture |= fields.IsUnread(sign switch { Field => "begin", FieldResult => "separate", _ => "end" }); return;
            case '\u0001' or '\u0008': hasPicture |= show != TextShow.Hidden; return;
        }
        if (fields.IsInstruction) fields.Instruct(sign.ToString());
        if (show == TextShow.Hidden || fields.IsInstruction) return;
        unsure |= show == TextShow.Unsure && !char.IsWhiteSpace(sign) && sign > ' ';
        var printed = sign switch { '\v' => '\n', '\u001E' => '-', '\t' => '\t', < ' ' => '\0', _ => sign };
        if (show != TextShow.Apart) sizes.Add(printed, size, show, line.Length);
        if (printed != '\0') (show == TextShow.Apart ? beside : line).Append(printed);
    }

    // The paragraph's style, then the characters' own, then what is changed in this place, then in the piece. A style that is not known may do anything.
    (TextShow, int Size, int To) Show(int offset, byte[]? ofPiece)
    {
        var (changes, _, to) = characters.At(offset);
        var (_, style, end) = paragraphs.At(offset);
        var look = styles.Of(style);
        var known = ofPiece is not null;
        foreach (var change in DocChange.Of(changes))
            if (change.Code == DocChange.CharacterStyle)
                if (styles.Over(look, change.Number) is { } over) look = over;
                else known = false;
        look = look.With(changes).With(ofPiece ?? []);
        return (known || look.Show != TextShow.Shown ? look.Show : TextShow.Unsure, look.Size, Math.Min(to, end));
    }

    DocParagraph End(char sign, int offset)
    {
        int depth = 0, list = 0;
        bool inTable = false, endsRow = false, innerCell = false, innerRow = false;
        IReadOnlyList<DocCell> cells = [];
        foreach (var change in All(paragraphs.At(offset).Changes))
            switch (change.Code)
            {
                case DocChange.InTable: inTable = change.First != 0; break;
                case DocChange.EndsRow: endsRow = change.First != 0; break;
                case DocChange.EndsInnerCell: innerCell = change.First != 0; break;
                case DocChange.EndsInnerRow: innerRow = change.First != 0; break;
                case DocChange.Depth: depth = change.Number; break;
                case DocChange.ListNumber: list = change.Number; break;
                case DocChange.Cells: cells = Cells(change.Operand.Span); break;
                case DocChange.VerticalMerge: cells = Merged(cells, change.Operand.Span); break;
            }
        var text = line.ToString();
        var paragraph = new DocParagraph(text, beside.ToString(), inTable ? Math.Clamp(depth, 1, Deepest) : 0)
        {
            Prose = sizes.Marked(text), HasPicture = hasPicture, Doubtful = unsure || sizes.HasNote || list > 0 && text.AsSpan().TrimStart() is ([] or [>= '0' and <= '9', ..]),
            EndsCell = (sign == CellEnd || innerCell) && !endsRow && !innerRow, EndsRow = endsRow || innerRow, Cells = cells,
        };
        line.Clear();
        beside.Clear();
        hasPicture = unsure = false;
        sizes.Clear();
        return paragraph;
    }

    // Too many changes for the page stand in the data stream.
    IEnumerable<DocChange> All(byte[] changes)
    {
        foreach (var change in DocChange.Of(changes))
            if (change.Code is DocChange.MoreInData or DocChange.MoreInDataOlder && change.Number is >= 0 and var at && at + 2 <= file.Data.Length
                && BinaryPrimitives.ReadUInt16LittleEndian(file.Data.AsSpan(at)) is var length && at + 2 + length <= file.Data.Length)
                foreach (var more in DocChange.Of(file.Data.AsMemory(at + 2, length))) yield return more;
            else yield return change;
    }

    // The number of cells, their edges, and of each how it is joined.
    static List<DocCell> Cells(ReadOnlySpan<byte> operand)
    {
        const int describing = 20;
        var cells = new List<DocCell>();
        if (operand.Length < 3) return cells;
        int count = operand[2], edges = 3, descriptions = edges + 2 * (count + 1);
        if (descriptions > operand.Length) return cells;
        for (var i = 0; i < count; i++)
        {
            int left = BinaryPrimitives.ReadInt16LittleEndian(operand[(edges + 2 * i)..]), right = BinaryPrimitives.ReadInt16LittleEndian(operand[(edges + 2 * i + 2)..]);
            var at = descriptions + describing * i;
            var flags = at + 2 <= operand.Length ? BinaryPrimitives.ReadUInt16LittleEndian(operand[at..]) : 0;
            cells.Add(new DocCell(left, right, (flags & 3) == 1, (flags >> 5 & 3) == 3, (flags >> 5 & 3) == 1));
        }
        return cells;
    }

    static IReadOnlyList<DocCell> Merged(IReadOnlyList<DocCell> cells, ReadOnlySpan<byte> operand)
    {
        if (operand.Length < 3 || operand[1] >= cells.Count) return cells;
        var merged = cells.ToList();
        merged[operand[1]] = merged[operand[1]] with { Restarts = operand[2] == 3, GoesOnDown = operand[2] == 1 };
        return merged;
    }
}
