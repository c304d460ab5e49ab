namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// What was painted over other letters: the same letter again makes it bold, or gives it a shadow, and counts once (the idea of pdfplumber's dedupe_chars);
/// an area hides what is under it.
/// </summary>
static class Overprint
{
    // In parts of the glyph: how far off the same one counts as printed again; how much around its middle is enough to read it by. Sizes of one letter, by this part.
    const double Beside = 0.3, Below = 0.25, Core = 0.25, SameSize = 0.9;

    // At glyphs, under all the areas of a page.
    const long MostLooks = 20_000_000;

    // In points; the squares of such a paper have numbers of 20 bits.
    const double Farthest = 20_000;

    // In sizes: what has hardly any width is as near as this.
    const double Nearest = 0.05;

    /// <summary>Glyphs that a later area covers wholly, or so far that they may be misread, are marked.</summary>
    /// <param name="glyphs">In the order they were painted in.</param>
    /// <param name="letters">Which letter of the page each of them is.</param>
    public static void Hide(List<Glyph> glyphs, List<int> letters, PageMarks page, PageFrame frame)
    {
        if (letters.Count == 0 || !page.Covers.Any(c => c.Letters > letters[0])) return;
        int[] down = [.. Enumerable.Range(0, glyphs.Count)];
        Array.Sort([.. glyphs.Select(g => g.Y)], down);
        var looks = 0L;
        foreach (var cover in page.Covers)
        {
            if (cover.Letters <= letters[0]) continue;
            if (looks > MostLooks)
            {
                // No report is painted over so often: what shows of it is anyone's guess.
                for (var i = 0; i < glyphs.Count; i++) glyphs[i] = glyphs[i] with { Unsure = true };
                return;
            }
            var box = frame.Place(cover.Area);
            looks++;
            for (var i = First(glyphs, down, box.Top); i < down.Length && glyphs[down[i]].Y <= box.Bottom; i++, looks++)
                if (glyphs[down[i]] is var glyph && letters[down[i]] < cover.Letters && glyph.X >= box.Left && glyph.X <= box.Right)
                    glyphs[down[i]] = !cover.Unsure && Covers(box, glyph.Box) ? glyph with { Unseen = true, Unpainted = true } : glyph with { Unsure = true };
        }
    }

    static int First(List<Glyph> glyphs, int[] down, double top)
    {
        int from = 0, to = down.Length;
        while (from < to)
            if ((from + to) / 2 is var middle && glyphs[down[middle]].Y < top) from = middle + 1;
            else to = middle;
        return from;
    }

    static bool Covers(Box cover, Box glyph)
    {
        double across = Core * (glyph.Right - glyph.Left), down = Core * (glyph.Bottom - glyph.Top);
        return cover.Left <= glyph.Left + across && cover.Right >= glyph.Right - across && cover.Top <= glyph.Top + down && cover.Bottom >= glyph.Bottom - down;
    }

    /// <summary>Every glyph once, as it was printed first.</summary>
    public static List<Glyph> Once(List<Glyph> glyphs)
    {
        // Of glyphs in one square of the page, the last, and of each the one before.
        var last = new Dictionary<long, int>(glyphs.Count);
        var before = new int[glyphs.Count];
        var again = new HashSet<int>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Unseen || !IsOnPaper(glyph)) continue;
            // Twice as wide as what is the same may lie apart, so that few squares come into question, and few glyphs stand in one.
            var square = Math.ScaleB(1, Math.ILogB(Math.Max(glyph.Size, Nearest)));
            double across = Across(glyph), down = Below * glyph.Size;
            var found = false;
            for (var x = Square(glyph.X - across, square); x <= Square(glyph.X + across, square) && !found; x++)
                for (var y = Square(glyph.Y - down, square); y <= Square(glyph.Y + down, square) && !found; y++)
                    for (var n = last.GetValueOrDefault(Key(x, y, glyph), -1); n >= 0 && !found; n = before[n])
                        found = IsAgain(glyphs[n], glyph, across, down);
            if (found)
            {
                again.Add(i);
                continue;
            }
            var key = Key(Square(glyph.X, square), Square(glyph.Y, square), glyph);
            before[i] = last.GetValueOrDefault(key, -1);
            last[key] = i;
        }
        return again.Count == 0 ? glyphs : [.. glyphs.Where((_, i) => !again.Contains(i))];
    }

    // What stands farther off, or is larger, than any paper is not looked at: its squares have no numbers.
    static bool IsOnPaper(Glyph glyph) => Math.Abs(glyph.X) < Farthest && Math.Abs(glyph.Y) < Farthest && glyph.Size < Farthest;

    static double Across(Glyph glyph) => Math.Clamp(Beside * (glyph.Direction == Direction.Right ? glyph.Box.Right - glyph.Box.Left : glyph.Box.Bottom - glyph.Box.Top), Nearest * glyph.Size, Beside * glyph.Size);

    static bool IsAgain(Glyph first, Glyph glyph, double across, double down) =>
        first.Text == glyph.Text && first.Direction == glyph.Direction && Math.Abs(first.X - glyph.X) <= across && Math.Abs(first.Y - glyph.Y) <= down
        && Math.Min(first.Size, glyph.Size) >= SameSize * Math.Max(first.Size, glyph.Size);

    static int Square(double at, double square) => (int)Math.Floor(at / square);

    static long Key(int x, int y, Glyph glyph) => (long)(x & 0xFFFFF) << 40 | (long)(y & 0xFFFFF) << 20 | glyph.Text[0];
}
