using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>
/// Reads a Word document (OOXML): its paragraphs, tables and text boxes in order, without what is deleted or hidden and what stands at the edges
/// of every page. Macros are not run and nothing outside the file is looked at.
/// </summary>
static class WordReader
{
    // Fewer characters than this beside pictures are no report.
    const int FewestCharacters = 20;

    public static Document Read(byte[] bytes)
    {
        using var package = new OfficePackage(bytes);
        var (path, main) = package.Main;
        if (main.Child("body") is not { } body) throw new UnreadableDocumentException("DAMAGED", "文件损坏，没有正文。The file is damaged: it has no document in it.");
        var styles = new WordStyles(package.Related(path, "styles")?.Root);
        var walk = new WordWalk(new WordParagraphs(styles, new WordNumbering(package.Related(path, "numbering")?.Root, styles)));
        walk.Visit(body);
        var pictures = main.Descendants().Any(e => e.Name() is "blip" or "imagedata");
        if (pictures && !walk.HasUnread && walk.Blocks.Sum(Length) < FewestCharacters) throw new UnreadableDocumentException("NEEDS-OCR", "文件只有图片，几乎没有文字。The file holds pictures and hardly any text.");
        return new Document { Format = DocumentFormat.Docx, Blocks = walk.Blocks, HasPictures = pictures && !walk.HasUnread, Issues = walk.HasUnread ? [Unread] : [] };
    }

    static int Length(Block block) => block is Grid grid ? grid.Cells.Sum(c => c.Text.Length) : ((TextBlock)block).Text.Length;

    static Issue Unread => new()
    {
        Code = "PART-UNREAD", Severity = Severity.Warning,
        Message = "文档中嵌入了另一份文档，未读取。Another document is embedded in this one and was not read.",
    };
}
