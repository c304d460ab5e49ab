using System.Xml.Linq;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word;

/// <summary>What a Word file wraps around its content without changing what it says: content controls, revisions, smart tags, alternatives.</summary>
static class WordElements
{
    static readonly HashSet<string> NoText =
        ["del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "sectPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delText", "delInstrText", "rt", "fldData"];

    /// <summary>Whether the element and all in it is not part of the text: properties, what a revision took out, the prompt of an empty control.</summary>
    public static bool IsGone(XElement element) =>
        NoText.Contains(element.Name()) || element.Name() == "sdt" && element.Child("sdtPr").Child("showingPlcHdr").IsOn();

    /// <summary>The children; of alternatives for programs of different age those for today's.</summary>
    public static IEnumerable<XElement> Of(XElement parent) =>
        parent.Name() != "AlternateContent" ? parent.Elements() : (parent.Children("Choice").FirstOrDefault(c => c.HasElements) ?? parent.Child("Fallback"))?.Elements() ?? [];

    /// <summary>Elements of one name that stand in the parent, within wrappers or not; not those of tables and paragraphs in it.</summary>
    public static IEnumerable<XElement> Within(XElement parent, string name)
    {
        foreach (var child in Of(parent))
        {
            if (IsGone(child)) continue;
            if (child.Name() == name) yield return child;
            else if (child.Name() is not ("p" or "tbl"))
                foreach (var inner in Within(child, name)) yield return inner;
        }
    }
}
