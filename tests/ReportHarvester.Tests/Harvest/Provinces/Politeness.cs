using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>How a harvest behaved, as the servers saw it.</summary>
static class Politeness
{
    /// <summary>Requests that came to a host while it still answered another.</summary>
    public static IReadOnlyList<string> Overlapping(Night night) => [.. Pairs(night).Where(p => p.Next.Start < p.Before.End).Select(p => $"{p.Next.Host}{p.Next.Target} during {p.Before.Target}")];

    /// <summary>The shortest time between the starts of two requests to one host, in milliseconds.</summary>
    public static double Shortest(Night night) => Pairs(night).Select(p => p.Next.Start - p.Before.Start).DefaultIfEmpty(double.MaxValue).Min();

    static IEnumerable<(Seen Before, Seen Next)> Pairs(Night night) =>
        night.Seen.GroupBy(s => s.Host).SelectMany(host => host.OrderBy(s => s.Start).ToList() is var asked ? asked.Zip(asked.Skip(1)) : []);
}
