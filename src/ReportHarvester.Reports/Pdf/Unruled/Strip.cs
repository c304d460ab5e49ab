using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// Lines that may hold tables, between titles and sentences, as they would stand if pages had no ends: a table that goes on over pages is one.
/// </summary>
/// <param name="Cuts">Where printed rulings lie across, on the strip.</param>
sealed record Strip(IReadOnlyList<TextLine> Lines, IReadOnlyList<Ruling> Cuts)
{
    // In parts of the text's width: a line as wide is a sentence, if as much of it is covered by words, and as much by the longest of them.
    const double Sentence = 0.7, Dense = 0.85, Whole = 0.6;

    // In sizes of the font: how far the first line of a page is put below the last one of the page before.
    const double PageGap = 0.8;

    /// <summary>Rows that count the columns, said again where a page begins, and numbers of pages.</summary>
    public IReadOnlyList<TextLine> Repeated { get; init; } = [];

    public static IReadOnlyList<Strip> Of(IReadOnlyList<UnruledPage> pages)
    {
        var strips = new List<Strip>();
        UnruledPage? before = null;
        var open = false;
        // One number may be the rest of one that a page cuts.
        var numbered = pages.Count(p => IsPageNumber(p.Lines[^1], p)) > 1;
        foreach (var page in pages)
        {
            var goesOn = open && before!.IsLike(page);
            open = false;
            foreach (var (from, to) in page.Zones())
            {
                if (from == 0 && goesOn && !page.BeginsWithTable) strips[^1] = strips[^1].GoOn(page, from, to, numbered);
                else strips.Add(new Strip([], []).GoOn(page, from, to, numbered));
                open = to == page.Lines.Count && !page.EndsInTable;
            }
            before = page;
        }
        return strips;
    }

    Strip GoOn(UnruledPage page, int from, int to, bool numbered)
    {
        var lines = page.Lines.Take(to).Skip(from).ToList();
        var repeated = lines.FindAll(line => IsNumbering(line, MostValues(Lines)) && Lines.Any(l => l.Says(line)));
        if (numbered && to == page.Lines.Count && IsPageNumber(lines[^1], page)) repeated = [.. repeated, lines[^1]];
        lines.RemoveAll(repeated.Contains);
        if (lines.Count == 0) return this with { Repeated = [.. Repeated, .. repeated] };
        var down = Lines.Count == 0 ? 0 : Lines[^1].Box.Bottom + PageGap * lines[0].Size - lines[0].Box.Top;
        // A ruling over or under all lines may end a page and not a row.
        var cuts = page.Rulings.Where(r => r.Horizontal && r.At > lines[0].Y && r.At < lines[^1].Y).Select(r => r with { At = r.At + down });
        return new([.. Lines, .. lines.Select(l => l.Lower(down))], [.. Cuts, .. cuts]) { Repeated = [.. Repeated, .. repeated] };
    }

    // A frame may go on around the number of its page.
    static bool IsPageNumber(TextLine line, UnruledPage page) => line.Runs is [{ IsValue: true } only] && only.Text == $"{page.Index + 1}";

    /// <summary>Whether its values count all columns from 1: 1, 2 and 3 among blanks are figures.</summary>
    /// <param name="columns">How many there are at least.</param>
    public static bool IsNumbering(TextLine line, int columns) =>
        line.Values.ToList() is { Count: > 2 } counted && counted.Count >= columns && counted.Select((v, i) => v.Text == $"{i + 1}").All(same => same);

    public static int MostValues(IReadOnlyList<TextLine> lines) => lines.Select(l => l.Values.Count()).DefaultIfEmpty().Max();

    /// <summary>Most strips hold nothing but lines of text.</summary>
    public bool MayHoldTable => Lines.Any(l => l.HasValue && (l.Runs.Count > 1 || Lines.Count > 1));

    /// <summary>The title of a section, or a sentence: no row, which ends with values.</summary>
    public static bool Ends(TextLine line, double textWidth) =>
        line.Box.Right - line.Box.Left is var width && width >= Sentence * textWidth && line.Runs.Max(r => r.Width) >= Whole * width && line.Runs.Sum(r => r.Width) >= Dense * width && !line.Runs.TakeLast(2).All(r => r.IsValue)
        || line.Runs.Any(r => r.Text.Contains('。'))
        || Sections.Heading(string.Concat(line.Runs.Select(r => r.Text))) is not null;
}

/// <summary>A page's lines outside of whole ruled tables, and what it has of rulings.</summary>
sealed record UnruledPage(int Index, int Width, IReadOnlyList<TextLine> Lines, IReadOnlyList<Ruling> Rulings, IReadOnlyList<Box> Ruled, double TextWidth)
{
    public bool IsLike(UnruledPage next) => next.Index == Index + 1 && next.Width == Width;

    /// <summary>From each line that begins a stretch without titles and sentences to the one that ends it, by number.</summary>
    public IEnumerable<(int From, int To)> Zones()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var j = i;
            while (j < Lines.Count && !Strip.Ends(Lines[j], TextWidth) && (j == i || !HasTableBetween(Lines[j - 1], Lines[j]))) j++;
            if (j > i) yield return (i, j);
            // A sentence is left out; what follows a ruled table is not.
            i = j < Lines.Count && !Strip.Ends(Lines[j], TextWidth) ? j - 1 : j;
        }
    }

    public bool BeginsWithTable => Ruled.Any(b => b.Top < Lines[0].Box.Top);

    public bool EndsInTable => Ruled.Any(b => b.Bottom > Lines[^1].Box.Bottom);

    bool HasTableBetween(TextLine above, TextLine below)
    {
        foreach (var box in Ruled)
            if (box.Top >= above.Box.Top && box.Bottom <= below.Box.Bottom) return true;
        return false;
    }
}
