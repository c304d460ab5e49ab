using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Prose;

namespace ReportHarvester.Publisher.Word;

/// <summary>A report as a Word document: real joined cells, repeated head rows, running head and foot.</summary>
static class WordReport
{
    const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Of(Printout printout)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // An id of our own: the library's are random.
            var main = word.AddNewPart<MainDocumentPart>(Main, "main");
            var body = new Body(Blocks(printout));
            main.Document = new Document(body);
            WordExtras.Add(body, printout.Layout);
            if (printout.Layout.Is("wordNumbers", "generated")) WordNumbers.Generate(main);
            body.Append(WordPage.Section(main, printout.Layout));
        }
        return WithoutDates(stream);
    }

    static IEnumerable<OpenXmlElement> Blocks(Printout printout)
    {
        var (truth, tables, layout) = printout;
        var size = layout["size"] switch { "8" => 21, "12" => 32, _ => 28 };
        yield return WordText.Paragraph(truth.Title, layout, size + 10, JustificationValues.Center);
        foreach (var (text, heading, section) in Narrative.Of(truth).Blocks())
            if (section == 0)
                yield return WordText.Paragraph(text, layout, size, indented: true, bold: heading && layout.Is("headings", "bold-line"));
            else
                foreach (var table in Article.TablesOf(tables, section))
                {
                    yield return WordTable.Of(table, layout);
                    // Word joins tables that follow each other at once.
                    yield return WordText.Paragraph("", layout, 10);
                }
        foreach (var line in truth.Signature)
            yield return WordText.Paragraph(line, layout, size, JustificationValues.Right);
    }

    /// <summary>The package anew with constant times in its zip entries.</summary>
    static byte[] WithoutDates(MemoryStream package)
    {
        var time = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = time;
                using var source = entry.Open();
                using var sink = copy.Open();
                source.CopyTo(sink);
            }
        return target.ToArray();
    }
}
