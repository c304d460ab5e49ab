namespace ReportHarvester.Publisher.Sites.Province.Families;

/// <summary>An aspx page with its page among the fields, and links to a window of further ones.</summary>
sealed class Aspx(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/InfoPublic.aspx?cid=1019&pid=971&page=1&kw=";
    public override string Article(int number, DateOnly date) => $"/Article.aspx?id={number}";
    protected override int PerPage => 6;

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path != "/InfoPublic.aspx" || request["cid"] != "1019") return null;
        var page = request.Number("page", 1);
        var window = Enumerable.Range(page - 2, 5).Where(n => n >= 1 && n <= Pages).Select(n => $"<a href='InfoPublic.aspx?cid=1019&pid=971&page={n}&kw='>{n}</a>");
        return Reply.Html(Shell($"<div class='info-list'>{string.Join('\n', On(page).Select(i => $"<p><a href=\"{i.Path}\">{i.Title}</a><span>{i.Date:yyyy-MM-dd}</span></p>"))}</div><div class='pages'>{string.Concat(window)}<a href='InfoPublic.aspx?cid=1019&pid=971&page={Pages}&kw='>尾页</a></div>"))
            with { Dynamic = true };
    }
}

/// <summary>eportal: pages are turned by javascript:next(N).</summary>
sealed class Eportal(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/eportal/ui?pageId=77";
    public override string Article(int number, DateOnly date) => $"/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path != "/eportal/ui" || request["pageId"] != "77") return null;
        var page = request.Number("currentPage", 1);
        return Reply.Html(Shell($"<ul>{Lis(On(page))}</ul><a href='javascript:next({Math.Min(page + 1, Pages)})'>下一页</a><a href='javascript:next({Pages})'>尾页</a>")) with { Dynamic = true };
    }
}

/// <summary>Lonsun: reports under XxgkAnnualReport/show.</summary>
sealed class Lonsun(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/XxgkAnnualReport/list?organId=21";
    public override string Article(int number, DateOnly date) => $"/XxgkAnnualReport/show/{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path != "/XxgkAnnualReport/list") return null;
        var page = request.Number("pageIndex", 1);
        var next = page < Pages ? $"<a href='/XxgkAnnualReport/list?organId=21&pageIndex={page + 1}'>下一页</a>" : "";
        return Reply.Html(Shell($"<meta name='ColumnType' content='信息公开年报'><ul>{Lis(On(page))}</ul>{next}")) with { Dynamic = true };
    }
}

/// <summary>JCMS's report by organisation and year: no list, each address is a report or says that there is none.</summary>
sealed class ByYear(ProvinceSite site) : ListFamily(site)
{
    public override string Column => $"/module/xxgk/xxgkAnnualReport.jsp?area=002562728&fbtime={Site.Newest}";
    public override string Article(int number, DateOnly date) => $"/module/xxgk/xxgkAnnualReport.jsp?area=002562728&fbtime={date.Year - 1}";

    public override Reply? Answer(SiteRequest request) => request.Path != "/module/xxgk/xxgkAnnualReport.jsp" ? null
        : Reply.Html($"<html><head><title>{Site.Agency}</title></head><body><div>年度报告</div><div>暂无信息</div><div>{string.Join('　', Enumerable.Repeat("政府信息公开　首页　政务公开　办事服务", 12))}</div></body></html>") with { Dynamic = true };
}

/// <summary>Titles whose links call a script, and no address anywhere.</summary>
sealed class ScriptOnly(ProvinceSite site) : ListFamily(site)
{
    public override bool NeedsBrowser => true;
    public override string Column => "/zfxxgk/ndbg/index.html";
    public override string Article(int number, DateOnly date) => $"/zfxxgk/ndbg/{Hex(number, 24)}.html";

    public override Reply? Answer(SiteRequest request) => request.Path != Column ? null : Reply.Html(Shell(
        $"<ul>{string.Join('\n', Items.Take(PerPage).Select((i, n) => $"<li><a href=\"javascript:getMainData('ndbg',{n})\">{i.Title}</a><span>{i.Date:yyyy-MM-dd}</span></li>"))}</ul>"));
}
