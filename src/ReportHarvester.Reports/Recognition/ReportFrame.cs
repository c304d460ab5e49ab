using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Statements;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A report without its figures, the blocks it stands in, and what its own title and its statement of the period say.</summary>
sealed record FramedReport(Report Report, ReportBody Body, ReportTitle? Title, int? PeriodYear);

/// <summary>What a document says around its tables: title, agency, year, dates, scope and the six sections.</summary>
static class ReportFrame
{
    public static FramedReport Read(Document document, IReadOnlyList<TableReading> tables, List<Issue> issues)
    {
        var body = ReportBody.Of(document, tables);
        IReadOnlyList<ReportTitle> printed = ReportTitle.Inside(body), declared = ReportTitle.Declared(document);
        if (printed.Count == 0 && ReportTitle.Around(document) is { Count: 1 } alone) printed = alone;
        var signature = Signature.Of(body.Blocks, printed.Concat(declared).Select(t => t.Agency).OfType<string>().ToHashSet());
        var older = tables.Count > 0 && tables.All(t => t.Table.Number == FormTable.Statistics);
        var parts = older ? OlderSections.Of(body.Blocks, signature) : Sections.Of(body.Blocks, signature);
        IReadOnlyList<Section> sections = [.. parts.Select(p => p.ToSection())];
        var agencies = Testimony.OfAgency(printed, declared, signature);
        var period = ReportDates.Period(body.Blocks);
        var years = Testimony.OfYear(printed, declared, period, signature);
        var year = years.Taken is { } told ? int.Parse(told) : ReportDates.HeadYear(body.Blocks) ?? Likely(ReportDates.Preamble(body.Blocks), signature) ?? ReportDates.FirstYear(sections);
        if (tables.Count > 0) issues.AddRange([.. agencies.Issues("AGENCY", agencies.Taken is null), .. years.Issues("YEAR", year is null)]);
        var report = new Report
        {
            Agency = agencies.Taken, Year = year, Title = Title([.. printed, .. declared], agencies.Taken, year)?.Text,
            Edition = Edition(tables), Scope = ReportScope.Of(agencies.Taken, sections),
            Dated = signature?.Date, Published = ReportDates.Published(document),
            Statements = [.. StatementReader.Read(parts, agencies.Taken, year), .. Cumulative.Of(tables)], Sections = sections,
        };
        return new(report, body, printed.Count > 0 ? printed[0] : null, period);
    }

    // Words before the first section name the year of a decree too; the report's is the year before it was signed, or that year itself.
    static int? Likely(int? named, Signature? signature) => signature?.Date.Year - named is null or 0 or 1 ? named : null;

    static string? Edition(IReadOnlyList<TableReading> tables) =>
        (tables.FirstOrDefault(t => t.Table.Number is "2" or "3") ?? (tables.Count > 0 ? tables[0] : null))?.Form.Edition;

    // The title of the report is one that says what was taken, or at least nothing else.
    static ReportTitle? Title(IReadOnlyList<ReportTitle> titles, string? agency, int? year) =>
        titles.FirstOrDefault(t => t.Agency == agency && t.Year == year) ?? titles.FirstOrDefault(t => (t.Agency ?? agency) == agency && (t.Year ?? year) == year);
}

/// <summary>One place that names the agency or the year; <see cref="Weight"/> says how far it is believed.</summary>
sealed record Witness(string Value, string Place, int Weight);

/// <summary>
/// What the places that name the agency, or the year, say together. The value that most of them bear out is taken, with equal weight the one that
/// is more trusted by its place (title, meta data, then the rest); who says otherwise becomes an issue.
/// </summary>
sealed class Testimony
{
    const string PrintedTitle = "标题", DeclaredTitle = "网页标题", Signed = "落款", Period = "统计期限";
    static readonly Dictionary<string, string> Words = new() { ["AGENCY"] = "发布机关", ["YEAR"] = "报告年度" };
    const int Believed = 2, Doubted = 1;

    readonly List<Witness> witnesses;
    readonly Func<string, string, bool> alike;

    Testimony(IEnumerable<Witness?> witnesses, Func<string, string, bool> alike, string? hint = null)
    {
        this.witnesses = [.. witnesses.OfType<Witness>()];
        this.alike = alike;
        Taken = this.witnesses.MaxBy(w => For(w.Value) + (w.Value == hint ? Doubted : 0))?.Value;
    }

    /// <summary>The value that was taken; null where no place names any.</summary>
    public string? Taken { get; }

    public static Testimony OfAgency(IReadOnlyList<ReportTitle> printed, IReadOnlyList<ReportTitle> declared, Signature? signature)
    {
        return new([Of(printed, PrintedTitle), Of(declared, DeclaredTitle), Witness(signature?.Agency, Signed)], OrganName.AreAlike);

        Witness? Of(IReadOnlyList<ReportTitle> titles, string place) => Witness(titles.FirstOrDefault(t => t.Agency is not null)?.Agency, place);
        Witness? Witness(string? name, string place) => name is null ? null : new(name, place, OrganName.IsOrgan(name) ? Believed : Doubted);
    }

    /// <summary>The year; a signature in the year after it tips the scales, but reports are signed late too and it names no year of its own.</summary>
    public static Testimony OfYear(IReadOnlyList<ReportTitle> printed, IReadOnlyList<ReportTitle> declared, int? period, Signature? signature)
    {
        return new([Of(printed, PrintedTitle), Of(declared, DeclaredTitle), Witness(period, Period, Believed)], string.Equals, $"{signature?.Date.Year - 1}");

        // A title without an agency may be that of a column, which is named after the year of publication.
        Witness? Of(IReadOnlyList<ReportTitle> titles, string place) =>
            titles.FirstOrDefault(t => t.Year is not null) is { } title ? Witness(title.Year, place, title.Agency is null ? Doubted : Believed) : null;
        Witness? Witness(int? year, string place, int weight) => year is null ? null : new($"{year}", place, weight);
    }

    /// <summary>Says who contradicts what was taken, or that nothing could be: a warning, unless more places bear it out and only meta data or a signature differ.</summary>
    public IEnumerable<Issue> Issues(string subject, bool missing)
    {
        if (missing) yield return new() { Code = $"{subject}-MISSING", Severity = Severity.Warning, Message = EvidenceWords.Write("not told", Words[subject]) };
        if (subject == "AGENCY" && witnesses.Count > 0 && witnesses.All(w => w.Weight == Doubted))
            yield return new() { Code = "AGENCY-DOUBTFUL", Severity = Severity.Warning, Message = $"“{Taken}”不似机关名称。The title names no organ of a known kind; its words were taken." };
        if (Taken is null || witnesses.Where(w => !alike(w.Value, Taken)).ToList() is not { Count: > 0 } others) yield break;
        var sure = others.All(w => w.Place is DeclaredTitle or Signed) && (For(Taken) > others.Sum(w => w.Weight) || others.All(w => IsOfficeOf(w.Value, Taken)));
        yield return new()
        {
            Code = $"{subject}-CONFLICT", Severity = sure ? Severity.Info : Severity.Warning,
            Message = EvidenceWords.Write("places differ", witnesses.Select(w => EvidenceWords.Write("is", w.Place, w.Value)), Taken),
        };
    }

    // A government's report is often signed by its office.
    static bool IsOfficeOf(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    int For(string value) => witnesses.Where(w => alike(w.Value, value)).Sum(w => w.Weight);
}
