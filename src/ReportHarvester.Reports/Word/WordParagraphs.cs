using System.Text;
using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word;

/// <summary>Reads paragraphs in the order of the document: numbers that Word counts itself and fields that go over paragraphs depend on it.</summary>
sealed class WordParagraphs(WordStyles styles, WordNumbering numbering)
{
    // Of each open field, whether its result has begun; what stands before that is an instruction.
    readonly Stack<bool> fields = [];

    public WordText Read(XElement paragraph)
    {
        var reader = new Reader(this, paragraph);
        reader.Append(paragraph, TextShow.Shown);
        var typed = reader.Line.ToString();
        var number = numbering.Next(paragraph);
        return new WordText(number + typed, reader.Beside.ToString(), reader.Boxes)
        {
            // The number of a list and a figure behind it look like one number.
            Doubtful = reader.Doubtful || number.Length > 0 && typed.AsSpan().TrimStart() is [>= '0' and <= '9', ..], HasPicture = reader.HasPicture,
        };
    }

    TextShow Show(XElement run, XElement paragraph) => styles.Show(run, paragraph);

    void Field(string? kind)
    {
        if (kind == "begin") fields.Push(false);
        else if (fields.TryPop(out _) && kind == "separate") fields.Push(true);
    }

    sealed class Reader(WordParagraphs all, XElement paragraph)
    {
        public StringBuilder Line { get; } = new();
        public StringBuilder Beside { get; } = new();
        public List<XElement> Boxes { get; } = [];
        public bool Doubtful { get; private set; }
        public bool HasPicture { get; private set; }

        public void Append(XElement parent, TextShow show)
        {
            foreach (var child in WordElements.Of(parent))
                switch (child.Name())
                {
                    case "r": Append(child, show == TextShow.Shown ? all.Show(child, paragraph) : show); break;
                    case "t": Put(child.Value, show); break;
                    case "tab" or "ptab": Put("\t", show); break;
                    case "br" or "cr": Put("\n", show); break;
                    case "noBreakHyphen": Put("-", show); break;
                    case "fldChar": all.Field(child.Value("fldCharType")); break;
                    case "txbxContent": Boxes.Add(child); break;
                    case "blip" or "imagedata": HasPicture = true; break;
                    default:
                        if (!WordElements.IsGone(child)) Append(child, show);
                        break;
                }
        }

        void Put(string text, TextShow show)
        {
            if (show == TextShow.Hidden || all.fields.Contains(false)) return;
            Doubtful |= show == TextShow.Unsure && !string.IsNullOrWhiteSpace(text);
            (show == TextShow.Apart ? Beside : Line).Append(text);
        }
    }
}
