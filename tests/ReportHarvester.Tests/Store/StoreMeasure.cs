using System.Diagnostics;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Measures the store with full reports of 2021: <c>dotnet ReportHarvester.Tests.dll measure FOLDER COUNT</c>.</summary>
static class StoreMeasure
{
    public static void Run(string folder, int count)
    {
        using var store = ReportStore.Open(folder);
        var first = Save(store, count, boxes: false, "html");
        var html = SizeOf(store);
        var second = Save(store, count, boxes: true, "pdf");
        Console.WriteLine($"without boxes {count / first:F0} reports/s, {html / count} bytes a report");
        Console.WriteLine($"with boxes    {count / second:F0} reports/s, {(SizeOf(store) - html) / count} bytes a report");
        var clock = Stopwatch.StartNew();
        for (var id = 1; id <= 200; id++) store.LoadReading(id);
        Console.WriteLine($"load a reading {clock.Elapsed.TotalMilliseconds / 200:F2} ms");
        Register(store, (count + 17) / 18);
        Ask(store, "one figure of all, all years", "requests.new", []);
        Ask(store, "a series of all, all years", "received", []);
        Ask(store, "a rate of all, all years", "disclosure_rate", []);
        Ask(store, "a rate of all, one year", "disclosure_rate", [2021]);
        Ask(store, "a rate of a twentieth, seven years", "disclosure_rate", Enumerable.Range(2019, 7), "3201");
        Ask(store, "a rate without procedural outcomes of a twentieth, seven years", "disclosure_rate_resolved", Enumerable.Range(2019, 7), "3201");
    }

    static void Ask(ReportStore store, string what, string measure, IEnumerable<int> years, params string[] regions)
    {
        var question = new ComparisonQuestion { Figures = [ComparisonQuestion.KeyOf(measure)!], Years = [.. years], Regions = regions };
        var (best, figures) = (TimeSpan.MaxValue, 0);
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            figures = Comparison.Ask(store, question).Figures.Count;
            if (clock.Elapsed < best) best = clock.Elapsed;
        }
        Console.WriteLine($"compare {what}: {figures} figures, {best.TotalMilliseconds:F0} ms, best of 3");
    }

    static void Register(ReportStore store, int each) => store.SaveAgencies(
        [.. from kind in new[] { "html", "pdf" } from i in Enumerable.Range(0, each)
            select new RegisteredAgency { Code = $"{kind}-{i}", Periods = [new AgencyPeriod { Name = $"{kind} {i}", Level = "county", Region = $"32{i % 20 + 1:00}01" }] }],
        StoreFolder.Start);

    static double Save(ReportStore store, int count, bool boxes, string kind)
    {
        var report = Report(boxes);
        for (var i = 0; i < count; i++) store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"{kind} {i}"));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var reading = report with { Report = report.Report with { Year = 2008 + i % 18 } };
            StoreFolder.Save(store, reading, $"{kind} {i}", agency: $"{kind} {i / 18}");
        }
        return clock.Elapsed.TotalSeconds;
    }

    // Seven in ten cells are 0, as in published reports; places as a PDF reader gives them, to a tenth of a point.
    static Reading Report(bool boxes)
    {
        var random = new Random(1);
        var keys = Codebook.Indicators.Where(i => i.Edition == "2021").SelectMany(i => i.Table == "3"
            ? Codebook.Applicants.Select(applicant => $"{i.Id}|{applicant.Id}") : [i.Id]);
        var figures = keys.Select((key, i) => Readings.Figure(key, "2021", random.Next(10) < 7 ? 0 : random.Next(500), i) with
        {
            Proven = true, Unit = "件",
            Origin = new Origin
            {
                Page = boxes ? 3 : null, Grid = 2, Row = i / 7, Column = i % 7,
                Box = boxes ? new Box(i % 7 * 25.3, i / 7 * 12.7, i % 7 * 25.3 + 23.2, i / 7 * 12.7 + 11.8) : null,
            },
        });
        var reading = Readings.Of(2021, "2021");
        return reading with
        {
            Report = reading.Report with
            {
                Figures = [.. figures], Sections = [.. Enumerable.Range(1, 6).Select(n => new Section(n, "总体情况", new string('文', n is 1 or 5 ? 1500 : 100)))],
            },
        };
    }

    static long SizeOf(ReportStore store)
    {
        RunLog.End(store, 0, StoreFolder.Start, new Dictionary<string, int>());
        using var command = store.Connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        return (long)command.ExecuteScalar()!;
    }
}
