using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>Sums of the statistics tables of before 2019, as each edition states them.</summary>
static class Statistics
{
    public static IEnumerable<Finding> Sums(PlacedFigures figures, string code) =>
        from form in Form.All
        from sum in form.Sums
        where sum.Code == code
        let total = new FigureKey(sum.Total, null)
        where figures[total]?.Edition == form.Edition && sum.Parts.All(p => figures[new(p, null)] is not null)
        let finding = new Balance(figures, [.. sum.Parts.Select(p => new FigureKey(p, null))], [total]).Equal()
        where finding is not null
        select finding;
}
