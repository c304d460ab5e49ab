namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Prints strings where the text matrix stands, and moves it on (ISO 32000-1, 9.4).</summary>
sealed class TextPrinter(List<Letter> letters)
{
    // Characters of one page; the fullest page of a report has some thousand, and to part more than these into lines takes too long.
    const int MostLetters = 50_000;

    // In sizes: how far above its baseline the middle of a letter lies.
    public const double Middle = 0.3;

    Matrix matrix = Matrix.Identity, line = Matrix.Identity;
    int piece;

    /// <summary>What of the paper shows.</summary>
    public Area Page { get; set; }

    /// <summary>Nothing is kept of what a hidden layer prints.</summary>
    public LayerShow Layer { get; set; }

    public void Begin() => matrix = line = Matrix.Identity;

    public void Set(in Matrix to) => matrix = line = to;

    public void MoveLine(double x, double y) => matrix = line = line.After(x, y);

    /// <summary>A new piece of text begins with every operator that shows some.</summary>
    public void NextPiece() => piece++;

    /// <summary>Moves back by thousandths of the font's size, as numbers between strings do.</summary>
    public void Adjust(in GraphicsState state, double by)
    {
        var back = -by / 1000 * state.Size;
        matrix = state.Font?.Down is null ? matrix.After(back * state.Scale, 0) : matrix.After(0, back);
    }

    public void Show(in GraphicsState state, ReadOnlySpan<byte> text)
    {
        var font = state.Font ?? throw new BrokenContentException("text without a font");
        if (letters.Count + text.Length > MostLetters)
            throw new UnreadableDocumentException("TOO-LARGE", $"一页超过{MostLetters}个字符，未读取。A page has more characters than the limit and was not read.");
        var page = matrix.Then(state.Ctm);
        var size = Math.Round(Math.Sqrt(page.C * page.C + page.D * page.D) * Math.Abs(state.Size), 2);
        var paint = state.TextPaint;
        if (Layer == LayerShow.Unsure && paint is Paint.Ink or Paint.White) paint = Paint.Doubt;
        double x = 0, y = 0;
        for (var at = 0; at < text.Length;)
        {
            var code = font.Next(text, ref at);
            var width = code.Width * state.Size * state.Scale;
            var space = state.CharacterSpace + (code.IsWordSpace ? state.WordSpace : 0);
            var (left, base_) = font.Down is (var origin, _) ? (x - width / 2, y - origin * state.Size) : (x, y);
            var (x1, y1) = page.Apply(left, base_ + state.Rise);
            var (x2, y2) = page.Apply(left + width, base_ + state.Rise);
            if (Layer != LayerShow.Hidden)
                letters.Add(new(code.Text, x1, y1, x2, y2, size, piece, paint != Paint.Nothing && IsCut(state, code.Text, page.Apply(left + width / 2, base_ + state.Rise + Middle * state.Size)) ? Paint.Faint : paint));
            if (font.Down is (_, var advance)) y += advance * state.Size + space;
            else x += width + space * state.Scale;
        }
        matrix = matrix.After(x, y);
    }

    // The words of a label that is longer than its cell are cut there by office programs and are the label all the same; a digit less is another number.
    bool IsCut(in GraphicsState state, string letter, (double X, double Y) at) => !Page.Holds(at) || !state.Shows(at) && letter.Any(char.IsDigit);
}
