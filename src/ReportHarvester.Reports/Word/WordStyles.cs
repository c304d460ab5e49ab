using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word;

/// <summary>What the text says of itself, and where it says nothing, its character style, its paragraph style, and the document.</summary>
sealed class WordStyles
{
    // A style may name itself as its own ground.
    const int LongestChain = 20;

    // Half points off the line that part a mark from the number before it; what evens out a font's height is less.
    public const int Raised = 5;

    // Nobody reads letters of fewer half points, or set to less of their width, in hundredths.
    public const int Smallest = 6;
    const int Narrowest = 20;

    // Stands for a ground of which the colour is not known.
    const string Pattern = "";

    readonly Dictionary<string, XElement> byId = [];
    readonly string? usual;
    readonly XElement? ground;

    public WordStyles(XElement? styles)
    {
        foreach (var style in styles.Children("style"))
            if (style.Value("styleId") is { } id) byId.TryAdd(id, style);
        usual = styles.Children("style").FirstOrDefault(s => s.Value("type") == "paragraph" && s.Value("default") is "1" or "true" or "on").Value("styleId");
        ground = styles.Child("docDefaults").Child("rPrDefault").Child("rPr");
    }

    public TextShow Show(XElement run, XElement paragraph)
    {
        XElement? Find(string property) => this.Find(property, run, paragraph);
        if (Find("vanish").IsOn()) return TextShow.Hidden;
        if (Find("strike").IsOn() || Find("dstrike").IsOn() || Find("vertAlign").Value() is not (null or "baseline") || Math.Abs(Find("position").Number() ?? 0) >= Raised) return TextShow.Apart;
        return Find("color") is { } colour && IsLost(colour, Ground(Find("shd"), paragraph)) || Find("w").Number() < Narrowest || Find("sz").Number() < Smallest ? TextShow.Unsure : TextShow.Shown;
    }

    /// <summary>How large a run's letters are, in half points; null where nothing says so.</summary>
    public int? Size(XElement run, XElement paragraph) => Find("sz", run, paragraph).Number();

    XElement? Find(string property, XElement run, XElement paragraph) =>
        run.Child("rPr").Child(property)
        ?? Chain(run.Child("rPr").Child("rStyle").Value()).Concat(Of(paragraph)).Select(s => s.Child("rPr").Child(property)).FirstOrDefault(x => x is not null)
        ?? ground.Child(property);

    // White on white, or of the colour that they stand on.
    static bool IsLost(XElement letters, string? ground) =>
        (letters.Value("themeColor") is "background1" or "light1" || letters.Value().IsWhite()) && (ground is null or Pattern || ground.IsWhite())
        || letters.Value() is { Length: 6 } colour && colour.Equals(ground, StringComparison.OrdinalIgnoreCase);

    // What is filled nearest: the letters' own ground, that of the paragraph, of the cell or of one around it. A text box has one of its own.
    string? Ground(XElement? own, XElement paragraph) =>
        new[] { own, paragraph.Child("pPr").Child("shd") ?? Of(paragraph).Select(s => s.Child("pPr").Child("shd")).FirstOrDefault(x => x is not null) }
            .Concat(paragraph.Ancestors().TakeWhile(a => a.Name() != "txbxContent").Where(a => a.Name() == "tc").Select(c => c.Child("tcPr").Child("shd")))
            .Select(Fill).FirstOrDefault(fill => fill is not null);

    static string? Fill(XElement? shading) => shading is null ? null : shading.Value() switch
    {
        null or "clear" => shading.Value("fill") is { Length: 6 } fill ? fill : shading.Value("themeFill") is null ? null : Pattern,
        "nil" => null,
        "solid" => shading.Value("color") is { Length: 6 } color ? color : Pattern,
        _ => Pattern,
    };

    /// <summary>The style of a paragraph and those it is built on, the nearest first.</summary>
    public IEnumerable<XElement> Of(XElement paragraph) => Chain(paragraph.Child("pPr").Child("pStyle").Value() ?? usual);

    IEnumerable<XElement> Chain(string? id)
    {
        for (var n = 0; n < LongestChain && id is not null && byId.TryGetValue(id, out var style); n++)
        {
            yield return style;
            id = style.Child("basedOn").Value();
        }
    }
}

/// <summary>How a run of text shows.</summary>
enum TextShow
{
    Shown,

    /// <summary>Not at all.</summary>
    Hidden,

    /// <summary>Raised, lowered or struck out: stands beside a number and is no part of it.</summary>
    Apart,

    /// <summary>White or tiny: may show or not.</summary>
    Unsure,
}
