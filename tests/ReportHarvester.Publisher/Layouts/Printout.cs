using ReportHarvester.Publisher.Statistics;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>A report ready for an engine: what it says, its tables, and how it is laid out. The truth is what this prints.</summary>
sealed record Printout(Truth Truth, ReportTables Tables, Layout Layout)
{
    public static Printout Of(Layout layout, IReadOnlySet<string>? kept = null)
    {
        var form = layout["form"].Split('+');
        var other = layout.Is("otherDocuments", "row") && form[0] == "2019";
        return Of(RandomTruth.Of(layout.Seed, other ? "2019-other" : form[0], form[^1]), layout, kept);
    }

    /// <summary>A report of before 2019, with the one table of its edition; prose and the shapes of other tables stay plain.</summary>
    public static Printout OfStatistics(Layout layout, IReadOnlySet<string>? kept = null)
    {
        var edition = StatisticsForm.Edition(layout.Chance("edition"));
        var counted = StatisticsForm.Truth(layout.Seed, edition);
        if (kept is not null)
            counted = counted with { Figures = counted.Figures.ToDictionary(f => f.Key, f => kept.Contains(f.Key) ? f.Value : "0") };
        return OfStatistics(counted, edition, layout);
    }

    public static Printout OfStatistics(Truth counted, string edition, Layout layout)
    {
        var truth = PrintedFigures.Of(counted, layout);
        return new Printout(truth, Shapes.Of(StatisticsTable.Of(truth, counted, edition, layout), layout), layout);
    }

    /// <summary>Prints any truth; figures that are not kept, where keeping is asked for, count as zero.</summary>
    public static Printout Of(Truth counted, Layout layout, IReadOnlySet<string>? kept = null)
    {
        if (kept is not null)
            counted = counted with { Figures = counted.Figures.ToDictionary(f => f.Key, f => kept.Contains(f.Key) ? f.Value : "0") };
        var truth = PrintedFigures.Of(Telling.Of(counted, layout), layout);
        return new Printout(truth, Shapes.Of(truth, layout), layout);
    }
}
