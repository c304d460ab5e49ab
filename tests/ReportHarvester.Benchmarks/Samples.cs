namespace ReportHarvester.Benchmarks;

/// <summary>Repeated measurements of one thing. Other programs on the machine only ever add time, so the minimum stands beside the median.</summary>
sealed class Samples
{
    readonly List<double> values = [];

    public void Add(double? value)
    {
        if (value is { } measured) values.Add(measured);
    }

    public int Count => values.Count;

    public bool IsEmpty => values.Count == 0;

    public double Min => values.Min();

    public double Median
    {
        get
        {
            var sorted = values.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }
}
