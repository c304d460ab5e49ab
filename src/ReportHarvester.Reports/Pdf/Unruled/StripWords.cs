using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Which lines of a strip hold rows and which heads, by values and by words of the form.</summary>
sealed class StripWords
{
    // In sizes of the font: the gap between lines where nothing shows it, and by how much gaps differ.
    const double UsualGap = 0.5, Uneven = 0.1;

    // Points: labels begin at one place, or under each other's numbers.
    const double SameLeft = 3;

    readonly HashSet<TextRun> labels = new(ReferenceEqualityComparer.Instance), heads = new(ReferenceEqualityComparer.Instance);

    readonly int columns;

    public StripWords(IReadOnlyList<TextLine> lines)
    {
        LineGap = GapOf(Phrase.Of(lines, UsualGap));
        Phrases = Phrase.Of(lines, LineGap);
        var values = lines.SelectMany(l => l.Values).ToList();
        Labels = [.. Phrases.Where(p => IsUsedAsLabel(p, values))];
        labels.UnionWith(Labels.SelectMany(p => p.Runs));
        // An upright word left of all values is over none of them.
        var left = values.Select(v => v.Box.Left).DefaultIfEmpty(double.MinValue).Min();
        heads.UnionWith(Phrases.Where(p => p.IsHead && !p.IsNumbered && (p.Box.Right > left || !p.Runs.All(r => r.IsOneSign)) && !Labels.Contains(p)).SelectMany(p => p.Runs));
        columns = Math.Max(Strip.MostValues(lines), Phrases.Count(p => (p.Words & FormWords.Head) != 0 && heads.Contains(p.Runs[0])));
    }

    /// <summary>Phrases that name rows.</summary>
    public IReadOnlyList<Phrase> Labels { get; }

    // Words over two cells lie farther apart than lines do.
    static double GapOf(IReadOnlyList<Phrase> phrases)
    {
        var gaps = phrases.Select(p => p.Gap).OfType<double>().Order().ToList();
        return (gaps.Count > 0 ? gaps[gaps.Count / 2] : UsualGap) + Uneven;
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>How far lines of one cell lie apart, in sizes of the font, as the words of the form show.</summary>
    public double LineGap { get; }

    /// <summary>All lines of the phrase that a run is in; else the run alone.</summary>
    public IReadOnlyList<TextRun> Together(TextRun run) => Phrases.FirstOrDefault(p => p.Runs.Contains(run))?.Runs ?? [run];

    public bool IsRow(TextLine line) => line.HasValue || line.Runs.Any(labels.Contains);

    /// <summary>甲 1 2 3 4 …, which heads columns and is no row.</summary>
    public bool IsCount(TextLine line) => Strip.IsNumbering(line, columns) && line.Runs[0] is { IsValue: false } && !line.Runs.Any(labels.Contains);

    public bool IsHead(TextLine line) => !line.HasValue && line.Runs.Any(heads.Contains);

    // 总计 and 行政复议 are labels and heads: numbered, or with values at the right, they are labels; and what names a group of columns is, too,
    // if no heads of columns come under it before the next values.
    bool IsUsedAsLabel(Phrase phrase, List<TextRun> values)
    {
        if (!phrase.IsLabel) return false;
        if (!phrase.IsHead || phrase.IsNumbered) return true;
        if (values.Exists(v => v.Box.Left >= phrase.Box.Right && v.Y > phrase.Box.Top && v.Y < phrase.Box.Bottom)) return true;
        if ((phrase.Words & FormWords.Head) != 0) return IsUnderLabels(phrase);
        var next = values.Where(v => v.Box.Top >= phrase.Box.Bottom).Select(v => v.Box.Top).DefaultIfEmpty(double.MaxValue).Min();
        return !Phrases.Any(p => (p.Words & FormWords.Head) != 0 && p.Box.Top >= phrase.Y && p.Box.Top < next);
    }

    // In line with what is nothing but a label.
    bool IsUnderLabels(Phrase phrase) => Phrases.Any(p => p.IsLabel && !p.IsHead && Math.Abs(p.Box.Left - phrase.Box.Left) <= SameLeft && p.Box.Top < phrase.Box.Top);
}
