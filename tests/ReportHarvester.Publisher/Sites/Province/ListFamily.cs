namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>A system by which a bureau publishes a list: where its column and its articles are, and what it answers for pages of the list.</summary>
abstract class ListFamily(ProvinceSite site)
{
    protected ProvinceSite Site => site;

    /// <summary>The address an operator would give for the column: path, query, fragment.</summary>
    public abstract string Column { get; }

    /// <summary>True where nobody finds a report without a browser, which then has to be said.</summary>
    public virtual bool NeedsBrowser => false;

    /// <summary>Where an article of that number and date stands.</summary>
    public abstract string Article(int number, DateOnly date);

    /// <summary>The page or the data asked for; null if this is no address of the list.</summary>
    public abstract Reply? Answer(SiteRequest request);

    protected virtual int PerPage => 15;

    protected IReadOnlyList<Listed> Items => site.Listed;

    protected int Pages => Math.Max(1, (Items.Count + PerPage - 1) / PerPage);

    /// <summary>The items of a page, which is counted from 1.</summary>
    protected IEnumerable<Listed> On(int page) => Items.Skip((page - 1) * PerPage).Take(PerPage);

    /// <summary>Which page a request is for, where each has an address of its own; null where it is for none.</summary>
    protected int? PageAsked(SiteRequest request, Func<int, string> address) =>
        Enumerable.Range(1, Pages).Where(page => address(page) == request.Path).Select(page => (int?)page).FirstOrDefault();

    protected static string Hex(int number, int length) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)))[..length];

    protected static string Li(Listed item) => $"<li><a href=\"{item.Path}\" target=\"_blank\" title=\"{item.Title}\">{item.Title}</a><span>{item.Date:yyyy-MM-dd}</span></li>";

    protected static string Lis(IEnumerable<Listed> items) => string.Join('\n', items.Select(Li));

    /// <summary>A page with navigation around the list.</summary>
    protected string Shell(string content, string head = "", string column = "政府信息公开年报") => $"""
        <!DOCTYPE html><html><head><meta charset="utf-8">{head}<title>{column}_{site.Agency}</title><meta name="ColumnName" content="{column}"></head><body>
        <div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/zwgk/zn/">政府信息公开指南</a> <a href="/zwgk/zd/">政府信息公开制度</a> <a href="/zwgk/ml/">法定主动公开内容</a>
        <a href="{Column}">政府信息公开年报</a></div>
        {content}
        <div class="links"><a href="http://www.other.example/">友情链接</a> <a href="javascript:void(0)">无障碍</a></div>
        <div class="footer">主办：{site.Agency}　<a href="/map/">网站地图</a></div></body></html>
        """;
}
