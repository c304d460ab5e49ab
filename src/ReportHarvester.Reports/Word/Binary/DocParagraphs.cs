using System.Buffers.Binary;
using System.Text;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>Takes the text of a document apart into paragraphs with what their properties say of tables.</summary>
sealed class DocParagraphs(DocFile file)
{
    // Tables in tables; of more than any person draws the rest is taken as one.
    const int Deepest = 16;

    const int White = 8;

    const char CellEnd = '\a', ParagraphEnd = '\r', PageEnd = '\f', Field = '\u0013', FieldResult = '\u0014', FieldEnd = '\u0015';

    readonly DocProperties characters = new(file, DocFile.CharacterPages, paragraphs: false), paragraphs = new(file, DocFile.ParagraphPages, paragraphs: true);
    readonly StringBuilder line = new(), beside = new();
    readonly Stack<bool> fields = [];
    bool hasPicture, unsure;

    public IEnumerable<DocParagraph> Read()
    {
        foreach (var piece in file.Text())
        {
            var text = file.Characters(piece);
            var holds = 0;
            var show = TextShow.Shown;
            for (var i = 0; i < text.Length; i++)
            {
                var offset = piece.Offset + i * piece.Width;
                if (offset >= holds) (show, holds) = Show(offset);
                if (text[i] is CellEnd or ParagraphEnd or PageEnd) yield return End(text[i], offset);
                else Put(text[i], show);
            }
        }
        if (line.Length > 0) yield return new DocParagraph(line.ToString(), "", 0);
    }

    void Put(char sign, TextShow show)
    {
        switch (sign)
        {
            case Field: fields.Push(false); return;
            case FieldResult when fields.TryPop(out _): fields.Push(true); return;
            case FieldEnd: fields.TryPop(out _); return;
            case '\u0001' or '\u0008': hasPicture |= show != TextShow.Hidden; return;
        }
        if (show == TextShow.Hidden || fields.Contains(false)) return;
        unsure |= show == TextShow.Unsure && !char.IsWhiteSpace(sign) && sign > ' ';
        var printed = sign switch { '\v' => '\n', '\u001E' => '-', '\t' => '\t', < ' ' => '\0', _ => sign };
        if (printed != '\0') (show == TextShow.Apart ? beside : line).Append(printed);
    }

    (TextShow, int) Show(int offset)
    {
        var (changes, to) = characters.At(offset);
        var show = TextShow.Shown;
        foreach (var change in DocChange.Of(changes))
            if (change.Code is DocChange.CharacterDeleted or DocChange.CharacterHidden && change.First == 1) return (TextShow.Hidden, to);
            else if (change.Code is DocChange.CharacterStruck or DocChange.CharacterStruckTwice or DocChange.CharacterRaised && change.First != 0
                || change.Code == DocChange.CharacterPosition && Math.Abs(change.Number) >= WordStyles.Raised) show = TextShow.Apart;
            else if (show == TextShow.Shown && IsWhite(change)) show = TextShow.Unsure;
        return (show, to);
    }

    // As red, green and blue, or by the number of the oldest palette.
    static bool IsWhite(DocChange change) => change.Code switch
    {
        DocChange.CharacterColour => change.Operand.Span is [var red, var green, var blue, not 0xFF] && OfficeMarkup.IsWhite(red, green, blue),
        DocChange.CharacterColourNumber => change.First == White,
        _ => false,
    };

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
            HasPicture = hasPicture, Doubtful = unsure || list > 0 && text.AsSpan().TrimStart() is ([] or [>= '0' and <= '9', ..]),
            EndsCell = (sign == CellEnd || innerCell) && !endsRow && !innerRow, EndsRow = endsRow || innerRow, Cells = cells,
        };
        line.Clear();
        beside.Clear();
        hasPicture = unsure = false;
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
