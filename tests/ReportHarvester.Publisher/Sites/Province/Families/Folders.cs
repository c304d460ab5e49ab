namespace ReportHarvester.Publisher.Sites.Province.Families;

/// <summary>A column of columns, one a year; the last of them holds nothing but news.</summary>
sealed class YearFolders(ProvinceSite site) : ListFamily(site)
{
    const string OfNews = "2007n";

    public override string Column => "/zwgk/gknb/";
    public override string Article(int number, DateOnly date) => $"/zwgk/gknb/{date.Year - 1}n/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        // What stands elsewhere is listed with the first report.
        var first = FolderOf(Items.First(IsWithin));
        var years = Items.GroupBy(i => IsWithin(i) ? FolderOf(i) : first).ToList();
        if (request.Path == Column) return Reply.Html(Shell($"<ul>{string.Concat(years.Select(y => $"<li><a href='{y.Key}/'>{y.Key[..4]}年</a></li>"))}<li><a href='{OfNews}/'>{OfNews[..4]}年</a></li></ul>"));
        if (request.Path == $"{Column}{OfNews}/") return Reply.Html(Shell("<ul><li><a href='/xw/200802/1.html'>我局召开工作会议</a><span>2008-02-01</span></li></ul>", column: $"{OfNews[..4]}年"));
        return years.FirstOrDefault(y => request.Path == $"{Column}{y.Key}/") is { } year
            ? Reply.Html(Shell($"<ul>{Lis(year)}</ul>", column: $"{year.Key[..4]}年")) : null;
    }

    bool IsWithin(Listed item) => item.Path.StartsWith(Column, StringComparison.Ordinal);

    static string FolderOf(Listed item) => item.Path.Split('/')[3];
}

/// <summary>A county's column divided by who reports: each unit has a folder, in which the years are named alone.</summary>
sealed class UnitFolders(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/xxgk/xxgkndbg/";
    public override string Article(int number, DateOnly date) => $"/xxgk/xxgkndbg/a/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        var units = Site.Reports.GroupBy(r => r.Agency).ToList();
        if (request.Path == Column) return Reply.Html(Shell($"<ul>{string.Concat(units.Select((u, n) => $"<li><a href='u{n}/' title='{u.Key}'>{u.Key}</a></li>"))}</ul>"));
        for (var unit = 0; unit < units.Count; unit++)
            if (request.Path == $"{Column}u{unit}/")
                return Reply.Html(Shell($"<ul>{string.Concat(units[unit].Select(r => $"<li><a href='{r.Path}'>{r.Year}年</a></li>"))}</ul>", column: units[unit].Key));
        return null;
    }
}

/// <summary>One article a year that links the reports of many units by their names.</summary>
sealed class Collections(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/zwgk/zfxxgknb/index.html";
    public override string Article(int number, DateOnly date) => $"/zwgk/zfxxgknb/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        var years = Site.Reports.GroupBy(r => r.Year).ToList();
        if (request.Path == Column) return Reply.Html(Shell($"<ul>{string.Concat(years.Select(y => $"<li><a href='./hz/{y.Key}.html'>{y.Key}年度各部门政府信息公开工作年度报告</a></li>"))}</ul>"));
        return years.FirstOrDefault(y => request.Path == $"/zwgk/zfxxgknb/hz/{y.Key}.html") is { } year
            ? Reply.Html(Shell(string.Concat(year.Select(r => $"<p><a href='{r.Path}'>{r.Agency}</a></p>")), column: "各部门年度报告汇总")) : null;
    }
}
