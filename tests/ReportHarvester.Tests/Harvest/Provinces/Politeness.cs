using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>How a harvest behaved, as the servers saw it.</summary>
static class Politeness
{
    /// <summary>Requests that came to a host while it still answered another.</summary>
    public static IReadOnlyList<string> Overlapping(Night night) => [.. Pairs(night).Where(p => p.Next.Start < p.Before.End).Select(p => $"{p.Next.Host}{p.Next.Target} during {p.Before.Target}")];

    /// <summary>The shortest time between the starts of two requests to one host, in milliseconds.</summary>
    public static double Shortest(Night night) => Pairs(night).Select(p => p.Next.Start - p.Before.Start).DefaultIfEmpty(double.MaxValue).Min();

    /// <summary>Requests that came to a host sooner after the one before than it is due, by the usual pause and by its robots.txt.</summary>
    public static IReadOnlyList<string> TooEarly(Night night, Province province)
    {
        var due = province.Sites.ToDictionary(s => s.Host, s => s.Robots?.Contains("Crawl-delay: 0.05", StringComparison.Ordinal) == true ? TimeSpan.FromMilliseconds(50) : ProvinceRun.Pause);
        return [.. from pair in Pairs(night)
                   // What a robots.txt asks holds once it has been read.
                   let least = pair.Before.Target == "/robots.txt" ? ProvinceRun.Pause : due[pair.Next.Host]
                   where pair.Next.Start - pair.Before.Start < least.TotalMilliseconds
                   select $"{pair.Next.Host}{pair.Next.Target} {pair.Next.Start - pair.Before.Start:0.0} ms after {pair.Before.Target} ({pair.Before.Status})"];
    }

    static IEnumerable<(Seen Before, Seen Next)> Pairs(Night night) =>
        night.Seen.GroupBy(s => s.Host).SelectMany(host => host.OrderBy(s => s.Start).ToList() is var asked ? asked.Zip(asked.Skip(1)) : []);
}
