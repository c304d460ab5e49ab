using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportHarvester.App.Notices;

/// <summary>A notice as a Word document in the layout of official documents (GB/T 9704-2012).</summary>
static class NoticeDocument
{
    static readonly NoticeWords Words = NoticeWords.Current;

    // Half the width of a character each: Latin letters and digits take one, others two.
    const int DateIndent = 8, LeastIndent = 4;

    public static byte[] Of(Notice notice, string? issuer, DateOnly day)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(Blocks(new NoticeText(notice), notice, issuer ?? Words.Unsigned, day)));
            OfficialPage.Lay(main);
        }
        return stream.ToArray();
    }

    static IEnumerable<OpenXmlElement> Blocks(NoticeText text, Notice notice, string issuer, DateOnly day)
    {
        yield return OfficialText.Title(text.Title);
        yield return OfficialText.Blank();
        yield return OfficialText.Flush($"{text.Addressee}：");
        yield return OfficialText.Paragraph((OfficialText.Body, text.Opening));
        var parts = text.Parts;
        foreach (var (number, part) in parts.Index())
        {
            yield return OfficialText.WithNext(OfficialText.Paragraph((OfficialText.Head, $"{Numeral(number + 1)}、{part.Head}")));
            foreach (var (i, item) in part.Items.Index())
            {
                var said = OfficialText.Paragraph((OfficialText.SecondHead, $"（{Numeral(i + 1)}）{item.Lead}"), (OfficialText.Body, item.Text));
                yield return item.Points.Count > 0 || number + 1 == parts.Count && i + 1 == part.Items.Count ? OfficialText.WithNext(said) : said;
                foreach (var point in item.Points) yield return OfficialText.Paragraph((OfficialText.Body, point));
            }
        }
        var attached = text.Places().ToList();
        if (attached.Count > 0)
        {
            yield return OfficialText.WithNext(OfficialText.Blank());
            yield return OfficialText.WithNext(OfficialText.Hanging(text.Attachment.IndexOf('：') + 1, text.Attachment));
        }
        foreach (var line in Signature(issuer, NoticeWords.Day(day))) yield return line;
        if (attached.Count == 0) yield break;
        yield return OfficialText.Flush(Words.AttachmentMark, OfficialText.Head, newPage: true);
        // The title stands in the third line (7.3.4).
        yield return OfficialText.Blank();
        yield return OfficialText.Title(text.AttachmentTitle);
        yield return OfficialText.Blank();
        yield return OfficialTable.Of(Words.Heads, attached);
    }

    // The day stands four characters from the right, the issuer centred over it; a longer one two characters from the right, and the day under its middle.
    static IEnumerable<OpenXmlElement> Signature(string issuer, string day)
    {
        var lines = OfficialText.Lines(issuer, OfficialText.LineWidth - LeastIndent);
        var wider = OfficialText.WidthOf(lines[0]) - OfficialText.WidthOf(day);
        var (atIssuer, atDay) = DateIndent - wider / 2 >= LeastIndent ? (DateIndent - wider / 2, DateIndent) : (LeastIndent, LeastIndent + wider / 2);
        yield return OfficialText.WithNext(OfficialText.Blank());
        yield return OfficialText.WithNext(OfficialText.Blank());
        foreach (var line in lines) yield return OfficialText.WithNext(OfficialText.Right(line, atIssuer));
        yield return OfficialText.Right(day, atDay);
    }

    // As far as items of a notice go.
    public static string Numeral(int number)
    {
        const string digits = "〇一二三四五六七八九";
        return number >= 100 ? $"{number}" : $"{(number < 20 ? "" : digits[number / 10])}{(number < 10 ? "" : "十")}{(number % 10 == 0 ? "" : digits[number % 10])}";
    }
}
