namespace ReportHarvester.Publisher.Sites.Province.Families;

/// <summary>TRS: index.html, index_1.html …; the count of pages stands in a script only.</summary>
sealed class TrsFromZero(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/zfxxgk/zfxxgknb/";
    public override string Article(int number, DateOnly date) => $"/zfxxgk/zfxxgknb/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.html";

    public override Reply? Answer(SiteRequest request) => PageAsked(request, n => n == 1 ? Column : $"{Column}index_{n - 1}.html") is not { } page ? null
        : Reply.Html(Shell($"<ul>{Lis(On(page))}</ul><script>var currentPage = {page - 1};//所在页从0开始\nvar countPage = {Pages}//共多少页\n</script>"));
}

/// <summary>TRS numbered from 1: index_2.shtml is the second page.</summary>
sealed class TrsFromOne(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/gk/xxgknb/index.shtml";
    public override string Article(int number, DateOnly date) => $"/gk/xxgknb/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.shtml";

    public override Reply? Answer(SiteRequest request) => PageAsked(request, n => n == 1 ? Column : $"/gk/xxgknb/index_{n}.shtml") is not { } page ? null
        : Reply.Html(Shell($"<div class='list'>{Lis(On(page))}</div><script>createPageHTML('page_div',{Pages}, {page},'index','shtml',{Items.Count});</script>"));
}

/// <summary>list.shtml and list_2.shtml; titles are cut short in the text, and pages link each other.</summary>
sealed class UcapStatic(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/sygfj/gknb/list.shtml";
    public override string Article(int number, DateOnly date) => $"/sygfj/gknb/{date:yyyyMM}/{Hex(number, 32)}.shtml";

    public override Reply? Answer(SiteRequest request) => PageAsked(request, Of) is not { } page ? null
        : Reply.Html(Shell($"<ul>{string.Join('\n', On(page).Select(Cut))}</ul><div>{string.Concat(Enumerable.Range(1, Pages).Select(n => $"<a href='{Of(n)}'>{n}</a>"))}</div>"));

    static string Of(int page) => page == 1 ? "/sygfj/gknb/list.shtml" : $"/sygfj/gknb/list_{page}.shtml";

    static string Cut(Listed item) => $"<li><a href=\"{item.Path}\" title=\"{item.Title}\">{(item.Title.Length > 16 ? item.Title[..14] + "…" : item.Title)}</a><span class='date'>{item.Date:yyyy-MM-dd}</span></li>";
}

/// <summary>An old table of rows in GBK, numbered 1.html, 2.html; the title of an item stands in the attribute alone.</summary>
sealed class NumberedTable(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/zfxxgk/zfxxgknb/1.html";
    public override string Article(int number, DateOnly date) => $"/Content-{100_000 + number}.html";

    public override Reply? Answer(SiteRequest request) => PageAsked(request, n => $"/zfxxgk/zfxxgknb/{n}.html") is not { } page ? null
        : Reply.Html(Shell($"<table class='gl_list'>{string.Join('\n', On(page).Select(Row))}</table>共{Pages}页<a href='{Math.Min(page + 1, Pages)}.html'>下一页</a>")
            .Replace("charset=\"utf-8\"", "charset=\"gb2312\""), Gbk);

    static readonly System.Text.Encoding Gbk = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    static string Row(Listed item) => $"<tr><td><img src='/images/ico2.jpg'></td><td><a href=\"{item.Path}\" title=\"{item.Title}\"><img src='/images/more.gif'></a></td><td>{item.Date:yyyy-MM-dd}</td></tr>";
}

/// <summary>VSB: nb.htm, its further pages counted down to nb/1.htm.</summary>
sealed class Vsb(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/xxgk/nb.htm";
    public override string Article(int number, DateOnly date) => $"/xxgk/xxgk_content.jsp?urltype=news.NewsContentUrl&wbtreeid=5069&wbnewsid={number}";

    public override Reply? Answer(SiteRequest request) => PageAsked(request, Of) is not { } page ? null
        : Reply.Html(Shell($"<ul>{Lis(On(page))}</ul><span>共{Items.Count}条</span>{(page < Pages ? $"<a href=\"{Of(page + 1)}\">下页</a>" : "<span>下页</span>")}"));

    string Of(int page) => page == 1 ? "/xxgk/nb.htm" : $"/xxgk/nb/{Pages - page + 1}.htm";
}
