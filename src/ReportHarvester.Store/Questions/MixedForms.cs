using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Reports of one year on another edition of the form than most, where a measure does not count the same in both. Comparability: Broken keeps them
/// out of ranks and medians; Close, which an indicator printed in two editions is at best, only says so.
/// </summary>
/// <param name="Edition">Theirs.</param>
/// <param name="Main">That of most.</param>
/// <param name="Count">How many they are.</param>
public sealed record MixedForms(FigureKey Figure, int Year, bool OfRegions, string Edition, string Main, int Count, Comparability Comparability, IReadOnlyList<BreakReason> Reasons)
{
    static readonly List<string> Editions = [.. Codebook.Indicators.Select(indicator => indicator.Edition).Distinct()];

    /// <summary>The figures, each with how its form stands to that of most; and where they are not one.</summary>
    internal static (List<ComparedFigure> Figures, IReadOnlyList<MixedForms> Mixed) In(IReadOnlyList<ComparedFigure> figures)
    {
        var (told, mixed) = (figures.ToList(), new List<MixedForms>());
        foreach (var year in figures.Index().Where(f => f.Item is { Value: not null, Aside: null }).GroupBy(f => (f.Item.Key, f.Item.Year, f.Item.IsOfRegion)))
        {
            var forms = year.GroupBy(f => f.Item.Edition!).ToList();
            if (forms.Count == 1) continue;
            var main = MainOf(year.Select(f => f.Item.Edition))!;
            var most = forms.First(form => form.Key == main).First().Item;
            foreach (var form in forms.Where(form => form.Key != main))
            {
                var crossing = form.First().Item.Parts.Count == 0 ? new Crossing(Comparability.Close, []) : SeriesPart.Crossing(form.First().Item.Parts, most.Parts);
                if (crossing.Comparability == Comparability.Same) continue;
                mixed.Add(new(year.Key.Key, year.Key.Year, year.Key.IsOfRegion, form.Key, main, form.Count(), crossing.Comparability, crossing.Reasons));
                foreach (var (i, figure) in form) told[i] = figure with { Form = crossing.Comparability, Aside = crossing.Comparability == Comparability.Broken ? Aside.OtherForm : null };
            }
        }
        return (told, mixed);
    }

    /// <summary>The same of a series or metric, where only numbers are kept.</summary>
    internal static List<MixedForms> Of(FigureKey measure, int year, bool ofRegions, IReadOnlyList<(string? Edition, int Count)> reports)
    {
        var forms = reports.Where(some => some is { Edition: not null, Count: > 0 }).GroupBy(some => some.Edition!).Select(form => (Edition: form.Key, Count: form.Sum(some => some.Count))).ToList();
        if (forms.Count < 2) return [];
        var main = MainOf(forms);
        return [.. from form in forms
                   where form.Edition != main
                   let crossing = Crossing.Worst(Series.Under(measure).Select(series => series.Between(form.Edition, main!)))
                   where crossing.Comparability != Comparability.Same
                   select new MixedForms(measure, year, ofRegions, form.Edition, main!, form.Count, crossing.Comparability, crossing.Reasons)];
    }

    /// <summary>The edition of most; of two that are as many, the newer.</summary>
    internal static string? MainOf(IEnumerable<string?> editions) => MainOf(editions.OfType<string>().CountBy(edition => edition).Select(form => (form.Key, form.Value)));

    static string? MainOf(IEnumerable<(string Edition, int Count)> forms) =>
        forms.OrderByDescending(form => form.Count).ThenBy(form => Editions.IndexOf(form.Edition.Split('+')[^1])).FirstOrDefault().Edition;
}
