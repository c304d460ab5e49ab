using System.Text;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Print;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>Prints documents, several at a time where the program behind it starts slowly.</summary>
delegate Task<IReadOnlyList<byte[]>> Press(IReadOnlyList<Printout> printouts, CancellationToken cancel);

/// <summary>A report and the document that it was printed to.</summary>
sealed record Printed(Printout Printout, byte[] Document);

/// <summary>A format a report can be had in: its name, the end of its files' names, and how it is printed, and whose traits it shows if not its own. Careless: its program loses text now and then, or prints it over other text.</summary>
sealed record Format(string Name, string Extension, Press Press, bool Careless = false, string? Look = null, bool Statistics = false)
{
    const int MostTold = 40;

    public static IReadOnlyDictionary<string, Format> All { get; } = new Format[]
    {
        new("html", "html", (ps, _) => Each(ps, WebPage.Of)),
        new("docx", "docx", (ps, _) => Each(ps, WordReport.Of)),
        new("writer-docx", "writer.docx", (ps, cancel) => Office.Convert([.. ps.Select(WordReport.Of)], "docx", "docx:MS Word 2007 XML", cancel), Look: "docx"),
        new("doc", "doc", (ps, cancel) => Office.Convert([.. ps.Select(WordReport.Of)], "docx", "doc:MS Word 97", cancel), Look: "docx"),
        new("zip", "zip", (ps, _) => Each(ps, Archive.Of), Look: "docx"),
        new("xlsx", "xlsx", (ps, _) => Each(ps, Workbook.Of)),
        new("xls", "xls", (ps, cancel) => Office.Convert([.. ps.Select(Workbook.Of)], "xlsx", "xls:MS Excel 97", cancel), Look: "xlsx"),
        new("rtf", "rtf", (ps, cancel) => Office.Convert([.. ps.Select(WordReport.Of)], "docx", "rtf:Rich Text Format", cancel), Look: "docx"),
        new("odt", "odt", (ps, cancel) => Office.Convert([.. ps.Select(WordReport.Of)], "docx", "odt:writer8", cancel), Look: "docx"),
        new("ods", "ods", (ps, cancel) => Office.Convert([.. ps.Select(Workbook.Of)], "xlsx", "ods:calc8", cancel), Look: "xlsx"),
        new("statistics-html", "html", (ps, _) => Each(ps, WebPage.Of), Look: "html", Statistics: true),
        new("statistics-docx", "docx", (ps, _) => Each(ps, WordReport.Of), Look: "docx", Statistics: true),
        new("statistics-xlsx", "xlsx", (ps, _) => Each(ps, Workbook.Of), Look: "xlsx", Statistics: true),
        new("statistics-pdf", "chromium.pdf", Chromium, Look: "chromium", Statistics: true),
        new("libreoffice", "libreoffice.pdf", (ps, cancel) => Office.Print([.. ps.Select(WordReport.Of)], "docx", cancel), Careless: true),
        new("writer-html", "writer.pdf", (ps, cancel) => Office.Print([.. ps.Select(p => Encoding.UTF8.GetBytes(Sheet.Document(p)))], "html", cancel), Careless: true),
        new("chromium", "chromium.pdf", Chromium),
        new("drawn", "drawn.pdf", (ps, _) => Each(ps, DrawnLook.Print)),
    }.ToDictionary(f => f.Name);

    /// <summary>What this format can show of a layout.</summary>
    public Printout Shown(Layout layout, IReadOnlySet<string>? kept = null) =>
        Statistics ? Printout.OfStatistics(layout.In(Name, Look), kept) : Printout.Of(layout.In(Name, Look), kept);

    /// <summary>Reports printed, without those of which the program lost something, or printed it over other text: these are named on the error output.</summary>
    public async Task<IReadOnlyList<Printed>> Print(IEnumerable<Layout> layouts, IReadOnlySet<string>? kept, CancellationToken cancel)
    {
        List<Printout> printouts = [.. layouts.Select(l => Shown(l, kept))];
        List<Printed> printed = [.. printouts.Zip(await Press(printouts, cancel), (p, d) => new Printed(p, d))];
        return Careless ? printed.FindAll(IsWhole) : printed;
    }

    bool IsWhole(Printed printed) =>
        IsNone(LostText.Of(printed.Printout, printed.Document), "were lost in print", printed) && IsNone(Overprint.Of(printed.Document), "were printed under others", printed);

    bool IsNone(string characters, string fault, Printed printed)
    {
        if (characters.Length == 0) return true;
        Console.Error.WriteLine($"{printed.Printout.Layout.Seed}.{Extension}: left out, since {characters.Length} characters {fault}: {(characters.Length > MostTold ? characters[..MostTold] + "…" : characters)}");
        return false;
    }

    static Task<IReadOnlyList<byte[]>> Each(IReadOnlyList<Printout> printouts, Func<Printout, byte[]> print) =>
        Task.FromResult<IReadOnlyList<byte[]>>([.. printouts.Select(print)]);

    static async Task<IReadOnlyList<byte[]>> Chromium(IReadOnlyList<Printout> printouts, CancellationToken cancel)
    {
        await using var browser = await Browser.Open(cancel);
        var documents = new List<byte[]>();
        foreach (var printout in printouts)
            documents.Add(await browser.Print(Sheet.Document(printout), cancel));
        return documents;
    }
}
