using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>What bytes are, by their own first marks.</summary>
enum ContentKind { Html, Text, Pdf, Office, Other }

/// <summary>Looks at the content of an answer and says whether it is what was wanted.</summary>
static class Content
{
    const int NextToNothing = 400;

    static readonly string[] HtmlMarks =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<script", "<p>", "<p ", "<a "];

    static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The kind that the first bytes show, whatever name or type was given.</summary>
    public static ContentKind KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return ContentKind.Pdf;
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith(@"{\rtf"u8) || bytes.StartsWith(CompoundFile)) return ContentKind.Office;
        if (bytes.Length > 1 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF)) return ContentKind.Html;
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.Contains((byte)0)) return ContentKind.Other;
        var text = Encoding.Latin1.GetString(head);
        if (IsHtml(text)) return ContentKind.Html;
        return head.ContainsAnyInRange((byte)0x01, (byte)0x08) ? ContentKind.Other : ContentKind.Text;
    }

    static bool IsHtml(string head) =>
        head.AsSpan().TrimStart().StartsWith('<') || HtmlMarks.Any(mark => head.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why the bytes are not taken; null if they are.</summary>
    /// <param name="counted">True where the protocol itself proves that the bytes are whole.</param>
    /// <param name="pageLimit">The most bytes of a page.</param>
    public static Refused? Objection(Fetched answer, Wanted wanted, bool counted, long pageLimit)
    {
        if (answer.Bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) return new Refused(RefusalReason.Empty, "no content", answer.Status);
        if (wanted == Wanted.Robots) return null;
        var kind = KindOf(answer.Bytes);
        if (kind is ContentKind.Html or ContentKind.Text && answer.Bytes.Length > pageLimit)
            return new Refused(RefusalReason.TooLarge, $"a page of {answer.Bytes.Length} bytes, more than {pageLimit}", answer.Status);
        if (kind == ContentKind.Html && OfPage(answer, wanted) is { } refused) return refused;
        if (!Fits(kind, answer.ContentType, wanted))
            return new Refused(RefusalReason.WrongType, $"{kind} ({answer.ContentType ?? "no type"}), not {wanted}", answer.Status);
        return counted || HasItsEnd(kind, answer.Bytes) ? null
            : new Refused(RefusalReason.Truncated, $"{kind} without its end, sent without a length", answer.Status) { Passing = true };
    }

    /// <summary>Where a page that shows next to nothing sends its reader at once: a redirect in another form. Null if it sends nowhere.</summary>
    public static Uri? SentOn(Fetched answer)
    {
        var head = Encoding.Latin1.GetString(answer.Bytes.AsSpan(0, Math.Min(answer.Bytes.Length, 4096)));
        if (!head.Contains("http-equiv", StringComparison.OrdinalIgnoreCase) || KindOf(answer.Bytes) != ContentKind.Html) return null;
        var page = PageScan.Of(Charset.Decode(answer.Bytes, answer.Charset), answer.Address);
        return page.Text.Length < NextToNothing && page.Refresh is { } to ? page.Resolve(to) : null;
    }

    static bool Fits(ContentKind kind, string? type, Wanted wanted) => wanted switch
    {
        Wanted.ListPage => kind == ContentKind.Html,
        Wanted.ListData => kind is ContentKind.Html or ContentKind.Text,
        Wanted.Attachment => kind is ContentKind.Pdf or ContentKind.Office,
        _ => kind is not (ContentKind.Other or ContentKind.Text)
            || (kind == ContentKind.Text && (type is null || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))),
    };

    static Refused? OfPage(Fetched answer, Wanted wanted)
    {
        var html = Charset.Decode(answer.Bytes, answer.Charset);
        var page = PageScan.Of(html, answer.Address);
        var marks = RefusalMarks.Known;
        var bare = page.Text.Length < NextToNothing;
        // A cover shows next to nothing too, and its site may have put a gate's script on each of its pages.
        var cover = NamesReport(page.Title) || AttachmentPlaces.Of(page).Any();
        if (bare && !cover && marks.ChallengeMarks.FirstOrDefault(m => html.Contains(m, StringComparison.OrdinalIgnoreCase)) is { } challenge)
            return new Refused(RefusalReason.ChallengePage, challenge, answer.Status);
        if (marks.ChallengeTitles.FirstOrDefault(m => Has(page.Title, m)) is { } gate && !NamesReport(page.Title)) return new Refused(RefusalReason.ChallengePage, gate, answer.Status);
        if (IsLogin(page, wanted)) return new Refused(RefusalReason.ChallengePage, "a page to log in", answer.Status);
        var missing = marks.NotFoundMarks.FirstOrDefault(m => Has(page.Title, m) || (bare && Has(page.Text, m)))
            ?? marks.NotFoundTitles.FirstOrDefault(t => page.Title.StartsWith(t, StringComparison.Ordinal));
        return missing is null ? null : new Refused(RefusalReason.SoftNotFound, missing, answer.Status);
    }

    // Many a page has a corner to log in: one to log in has hardly anything besides. Links are no substance of an article; a list is made of them.
    static bool IsLogin(Page page, Wanted wanted)
    {
        var bare = page.Text.Length < NextToNothing;
        var asks = page.AsksForPassword ? bare || (wanted == Wanted.Article && page.Prose < NextToNothing)
            : wanted == Wanted.Article && bare && RefusalMarks.Known.LoginMarks.Any(mark => Has(page.Text, mark) || Has(page.Title, mark));
        return asks && !NamesReport(page.Title) && !NamesReport(page.Meta.GetValueOrDefault("ArticleTitle") ?? "") && !AttachmentPlaces.Of(page).Any();
    }

    static bool NamesReport(string title) => Words.Known.SpeakOfReports(title) || (ReportTitle.Year(title) is not null && Words.Known.Reporting.Any(title.Contains));

    // A page that begins as a whole one ends as one; parts of pages, as lists are loaded by, have no end to look for.
    static bool HasItsEnd(ContentKind kind, byte[] bytes) => kind switch
    {
        ContentKind.Pdf => bytes.AsSpan(Math.Max(0, bytes.Length - 2048)).IndexOf("%%EOF"u8) >= 0,
        ContentKind.Html when Encoding.Latin1.GetString(bytes) is var html && Has(html, "<html") => Has(html, "</html") || Has(html, "</body"),
        _ => true,
    };

    static bool Has(string text, string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);
}
