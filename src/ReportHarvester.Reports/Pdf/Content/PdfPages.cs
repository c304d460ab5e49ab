using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The pages of a file, why the library had to interpret some of them, and whether the end of the file is lost.</summary>
sealed record PdfPages(IReadOnlyList<PageMarks> Pages, IReadOnlyList<string> Odd, bool IsCut)
{
    /// <param name="bytes">The file.</param>
    /// <param name="byLibrary">The library interprets every page: what tests and benchmarks compare with.</param>
    public static PdfPages Read(byte[] bytes, bool byLibrary = false)
    {
        PdfDocument? bare = null;
        try
        {
            var log = new LibraryLog();
            using var pdf = Open(bytes, new CountingFilters(), log, out var mended);
            return Read(pdf, new PdfObjects(pdf, bytes), Interpret, mended || Trailer.IsLost(bytes), byLibrary);

            (Page Page, string? Complaint) Interpret(int number)
            {
                log.Complaint = null;
                var page = (byLibrary ? pdf : bare ??= Open(FontPrograms.Without(bytes), new CountingFilters(withoutFonts: true), log, out _)).GetPage(number);
                return (page, log.Complaint);
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableDocumentException("ENCRYPTED", "PDF需要密码才能打开。The PDF opens only with a password.");
        }
        finally
        {
            bare?.Dispose();
        }
    }

    static PdfDocument Open(byte[] bytes, CountingFilters filters, LibraryLog log, out bool mended)
    {
        var options = new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true, Logger = log, FilterProvider = filters };
        var safe = Trailer.WithoutWideTables(bytes);
        mended = safe != bytes;
        byte[]? whole = null;
        try
        {
            return PdfDocument.Open(safe, options);
        }
#pragma warning disable CA1031 // The library throws anything at all on damaged files; a file that cannot be mended throws again.
        catch (Exception trouble) when (trouble is not (PdfDocumentEncryptedException or UnreadableDocumentException or OutOfMemoryException) && (whole = Trailer.Mend(safe)) is not null)
#pragma warning restore CA1031
        {
            mended = true;
            return PdfDocument.Open(whole!, options);
        }
    }

    static PdfPages Read(PdfDocument pdf, PdfObjects file, Func<int, (Page Page, string? Complaint)> library, bool cut, bool byLibrary)
    {
        var (fonts, marks) = (new FontLoader(file), new PageBuffers());
        var odd = new List<string>();
        var entries = PageTree.Pages(file);
        if (entries.Count == pdf.NumberOfPages && !byLibrary || cut) return new([.. entries.Select(entry => PageOf(file, library, fonts, marks, entry, odd))], odd, cut);
        // The library found other pages than we did: what it goes by is not known here.
        if (!byLibrary) odd.AddRange(Enumerable.Repeat("page tree", pdf.NumberOfPages));
        return new([.. Enumerable.Range(1, pdf.NumberOfPages).Select(n => ByLibrary(file, library, n))], odd, cut);
    }

    static PageMarks PageOf(PdfObjects file, Func<int, (Page Page, string? Complaint)> library, FontLoader fonts, PageBuffers marks, PageEntry entry, List<string> odd)
    {
        try
        {
            return ContentReader.Read(file, fonts, marks, entry);
        }
#pragma warning disable CA1031 // Whatever goes wrong here, the library reads the page, or throws in its turn.
        catch (Exception trouble) when (trouble is not (UnreadableDocumentException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            odd.Add(trouble.Message);
            if (UnreadableFonts.HaveEndlessRange(file, entry.Resources)) return new(entry.Number, entry.Shown.Width, entry.Shown.Height, [], [], []) { Damage = trouble.Message };
            return ByLibrary(file, library, entry.Number);
        }
    }

    static PageMarks ByLibrary(PdfObjects file, Func<int, (Page Page, string? Complaint)> library, int number)
    {
        var (page, complaint) = library(number);
        var marks = LibraryPage.Read(page, UnreadableFonts.Of(file, PageTree.Resources(file, page.Dictionary)));
        // The library leaves out what is laid over a page, and reads what is hidden.
        return marks with { Damage = complaint ?? (ContentReader.Seen(file, page.Dictionary).Any() ? "annotation" : file.Layers.HideSome ? "layer" : null) };
    }
}
