using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>
/// Reads a Word document (OOXML): its paragraphs, tables and text boxes in order, without what is deleted or hidden and what stands at the edges
/// of every page. Macros are not run and nothing outside the file is looked at.
/// </summary>
static class WordReader
{
    public static Document Read(byte[] bytes)
    {
        using var package = new OfficePackage(bytes);
        var (path, main) = package.Main;
        if (main.Child("body") is not { } body) throw new UnreadableDocumentException("DAMAGED", "文件损坏，没有正文。The file is damaged: it has no document in it.");
        var styles = new WordStyles(package.Related(path, "styles")?.Root);
        var walk = new WordWalk(new WordParagraphs(styles, new WordNumbering(package.Related(path, "numbering")?.Root, styles)));
        walk.Visit(body);
        return new Document { Format = DocumentFormat.Docx, Blocks = walk.Blocks, Issues = walk.HasUnread ? [Unread] : [] };
    }

    static Issue Unread => new()
    {
        Code = "PART-UNREAD", Severity = Severity.Warning,
        Message = "文档中嵌入了另一份文档，未读取。Another document is embedded in this one and was not read.",
    };
}
