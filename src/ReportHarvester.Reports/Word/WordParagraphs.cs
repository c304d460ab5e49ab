using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word;

/// <summary>Reads paragraphs in the order of the document: numbers that Word counts itself and fields that go over paragraphs depend on it.</summary>
sealed class WordParagraphs(WordStyles styles, WordNumbering numbering)
{
    readonly WordFields fields = new();

    public WordText Read(XElement paragraph)
    {
        var reader = new Reader(this, paragraph);
        reader.Append(paragraph, TextShow.Shown);
        var typed = reader.Line.ToString();
        var number = numbering.Next(paragraph);
        return new WordText(number + typed, reader.Beside.ToString(), reader.Boxes)
        {
            Prose = number + reader.Sizes.Marked(typed),
            // The number of a list and a figure behind it look like one number.
            Doubtful = reader.Doubtful || reader.Sizes.HasNote || number.Length > 0 && typed.AsSpan().TrimStart() is [>= '0' and <= '9', ..], HasPicture = reader.HasPicture,
        };
    }

    TextShow Show(XElement run, XElement paragraph) => styles.Show(run, paragraph);

    int? Size(XElement run, XElement paragraph) => styles.Size(run, paragraph);

    sealed class Reader(WordParagraphs all, XElement paragraph)
    {
        public StringBuilder Line { get; } = new();
        public StringBuilder Beside { get; } = new();
        public List<XElement> Boxes { get; } = [];
        public bool Doubtful { get; private set; }
        public bool HasPicture { get; private set; }

        static readonly string[] Notes = ["_ftn", "_edn"];

        int size;

        public DigitSizes Sizes { get; } = new();

        public void Append(XElement parent, TextShow show)
        {
            foreach (var child in WordElements.Of(parent))
                switch (child.Name())
                {
                    case "r":
                        size = all.Size(child, paragraph) ?? 0;
                        Append(child, show switch
                        {
                            TextShow.Shown => all.Show(child, paragraph),
                            TextShow.Unsure when all.Show(child, paragraph) is var own and (TextShow.Hidden or TextShow.Apart) => own,
                            _ => show,
                        });
                        break;
                    // Math sets numbers over, under and beside each other without a sign between.
                    case "sup" or "sub": Append(child, show == TextShow.Shown ? TextShow.Apart : show); break;
                    case "num" or "den" or "deg" or "lim": Append(child, show == TextShow.Shown ? TextShow.Unsure : show); break;
                    // What leads to a note is its number.
                    case "hyperlink" when child.Value("anchor") is { } anchor && Notes.Any(n => anchor.StartsWith(n, StringComparison.OrdinalIgnoreCase)):
                        Append(child, show == TextShow.Shown ? TextShow.Unsure : show);
                        break;
                    // A mark of the writer's own follows in the run.
                    case "footnoteReference" or "endnoteReference": if (child.Value("customMarkFollows") is "1" or "true" or "on" && show == TextShow.Shown) show = TextShow.Apart; break;
                    case "t": Put(child.Value, show); break;
                    case "tab" or "ptab": Put("\t", show); break;
                    case "br" or "cr": Put("\n", show); break;
                    case "noBreakHyphen": Put("-", show); break;
                    case "sym": PutSymbol(child.Value("char"), show); break;
                    case "instrText": all.fields.Instruct(child.Value); break;
                    case "fldChar": HasPicture |= all.fields.IsUnread(child.Value("fldCharType")); break;
                    case "txbxContent": Boxes.Add(child); break;
                    case "blip" or "imagedata" or "chart" or "relIds" or "OLEObject" or "textpath" or "pgNum": HasPicture = true; break;
                    default:
                        HasPicture |= child.Name() == "fldSimple" && !child.HasElements && WordFields.Shows(child.Value("instr"));
                        if (!WordElements.IsGone(child)) Append(child, show);
                        break;
                }
        }

        void Put(string text, TextShow show)
        {
            if (show == TextShow.Hidden || all.fields.IsInstruction) return;
            Doubtful |= show == TextShow.Unsure && !string.IsNullOrWhiteSpace(text);
            if (show != TextShow.Apart)
                for (var i = 0; i < text.Length; i++) Sizes.Add(text[i], size, show, Line.Length + i);
            (show == TextShow.Apart ? Beside : Line).Append(text);
        }

        // Signs of symbol fonts stand in the private area: only the font knows what they look like.
        void PutSymbol(string? code, TextShow show)
        {
            if (int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign) && sign is >= ' ' and < 0xD800) Put(((char)sign).ToString(), show);
            else HasPicture |= show != TextShow.Hidden && !all.fields.IsInstruction;
        }
    }
}
