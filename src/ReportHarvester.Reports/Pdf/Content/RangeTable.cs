namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// What a file states for ranges of codes. Ranges are kept as they are written, whatever numbers they span; of two statements on one code the later holds.
/// </summary>
sealed class RangeTable<T>
{
    public readonly record struct Range(long First, long Last, T Value);

    readonly List<Range> ranges = [];
    bool sorted = true;

    public IReadOnlyList<Range> All => ranges;

    public void Add(long first, long last, T value)
    {
        sorted &= ranges.Count == 0 || ranges[^1].First <= first;
        ranges.Add(new(first, last, value));
    }

    /// <summary>The range that holds a code; null if none does.</summary>
    public Range? Find(long code)
    {
        if (!sorted) Sort();
        int low = 0, high = ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First <= code) low = middle + 1;
            else high = middle - 1;
        }
        return high >= 0 && ranges[high].Last >= code ? ranges[high] : null;
    }

    // Stable, as List.Sort is not.
    void Sort()
    {
        var ordered = ranges.OrderBy(r => r.First).ToList();
        ranges.Clear();
        ranges.AddRange(ordered);
        sorted = true;
    }
}
