using ReportHarvester.Publisher.Form;

namespace ReportHarvester.Publisher.Truths;

/// <summary>A publisher's own mistake: which identity fails (code of the check) and the indicator it is seen at, if it is seen at one.</summary>
sealed record Mistake(string Code, string? Indicator);

/// <summary>What a report prints. A figure is its printed text under indicator or indicator|applicant; a blank is empty.</summary>
sealed record Truth(string Agency, int Year, DateOnly Dated, string Table2, string Table3, string Prose, string Source)
{
    public required IReadOnlyDictionary<string, string> Figures { get; init; }

    /// <summary>Mistakes a checker must name, and those that follow from them.</summary>
    public IReadOnlyList<Mistake> Expected { get; init; } = [];

    public IReadOnlyList<Mistake> Following { get; init; } = [];

    /// <summary>The figures as counted, before they were printed in some other way; prose is written from these.</summary>
    public IReadOnlyDictionary<string, string> Counted { get => field ?? Figures; init; }

    public string Title { get => field ?? $"{Agency}{Year}年政府信息公开工作年度报告"; init; }

    /// <summary>What stands at the end: the agency and the date.</summary>
    public IReadOnlyList<string> Signature { get => field ?? [Agency, $"{Dated:yyyy年M月d日}"]; init; }

    /// <summary>The report as told, block by block; null where the prose template tells it in the order of the form.</summary>
    public IReadOnlyList<(string Text, bool Heading, int Tables)>? Told { get; init; }

    public string this[string key] => Figures[key];

    /// <summary>The keys of every figure the form asks for, in the order of the form.</summary>
    public static IEnumerable<string> Keys(string table2, string table3) =>
    [
        .. OfficialForm.Blocks(table2).SelectMany(b => b.Rows.Keys.SelectMany(r => b.Columns.Select(c => $"{r}.{c}"))),
        .. OfficialForm.Requests(table3).SelectMany(l => l.Ids())
            .SelectMany(r => OfficialForm.Common.Applicants.Keys.Select(a => $"{r}|{a}")),
        .. OfficialForm.Suits.SelectMany(g => OfficialForm.Common.Outcomes.Keys.Select(o => $"{g}.{o}")),
    ];

    /// <summary>The same report with figures printed another way.</summary>
    public Truth Printing(Func<string, string, string> print) =>
        this with { Counted = Counted, Figures = Figures.ToDictionary(f => f.Key, f => print(f.Key, f.Value)) };
}
