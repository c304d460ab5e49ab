using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace ReportHarvester.Harvest;

/// <summary>Makes a <see cref="Page"/> in one pass over the tokens of its HTML.</summary>
sealed partial class PageScan
{
    const int MaxText = 20_000;

    readonly List<(string Href, string Hint, StringBuilder Text, int Item)> anchors = [];
    readonly List<string> embeds = [], clicks = [], scripts = [];
    readonly Dictionary<int, DateOnly> dateAfter = [], dateInItem = [];
    readonly StringBuilder text = new(), title = new(), column = new();
    string baseHref = "", element = "";
    int item;
    bool inAnchor;

    public static Page Of(string html, Uri address)
    {
        var scan = new PageScan();
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } open) tokens.State = scan.Open(open);
            else if (token.Type == HtmlTokenType.EndTag) scan.Close(token.Name);
            else if (token.Type == HtmlTokenType.Character) scan.Read(token.Data);
        }
        return scan.Page(address);
    }

    // Answers how the tokeniser has to read on: in a tree builder this is the tree's business.
    HtmlParseMode Open(HtmlTagToken tag)
    {
        if (tag.GetAttribute("onclick") is { Length: > 0 } click) clicks.Add(click);
        element = tag.Name;
        switch (tag.Name)
        {
            case "a": OpenAnchor(tag); break;
            case "li" or "tr" or "dl": item++; break;
            case "base" when baseHref.Length == 0: baseHref = tag.GetAttribute("href") ?? ""; break;
            case "meta" when tag.GetAttribute("name") is "ColumnName" or "ColumnType":
                column.Append(tag.GetAttribute("content")).Append(' ');
                break;
            case "iframe" or "frame" or "embed": embeds.Add(tag.GetAttribute("src") ?? ""); break;
            case "object": embeds.Add(tag.GetAttribute("data") ?? ""); break;
        }
        return tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "iframe" or "xmp" or "noembed" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
    }

    void OpenAnchor(HtmlTagToken tag)
    {
        inAnchor = true;
        anchors.Add((tag.GetAttribute("href") ?? "", Collapse(tag.GetAttribute("title") ?? ""), new StringBuilder(), item));
    }

    void Close(string name)
    {
        if (name == "a") inAnchor = false;
        if (name == element) element = "";
    }

    void Read(string data)
    {
        if (element == "script") scripts.Add(data);
        else if (element == "title") title.Append(data);
        else if (element is not ("style" or "iframe" or "textarea")) ReadText(data);
    }

    void ReadText(string data)
    {
        if (text.Length < MaxText) text.Append(data);
        if (inAnchor) anchors[^1].Text.Append(data);
        if (Date(data) is not { } date) return;
        if (anchors.Count > 0 && anchors[^1].Item == item) dateAfter.TryAdd(anchors.Count - 1, date);
        dateInItem.TryAdd(item, date);
    }

    Page Page(Uri address) => new()
    {
        Base = Uri.TryCreate(address, baseHref, out var named) && named.Scheme is "http" or "https" ? named : address,
        Title = Collapse(title.ToString()),
        Column = Collapse(column.ToString()),
        Text = Collapse(text.ToString()),
        Anchors = [.. anchors.Select((a, i) => new Anchor(a.Href, a.Hint, WithoutDate(a.Text), Listed(i, a.Item)))],
        Embeds = embeds,
        Clicks = clicks,
        Scripts = scripts,
    };

    // The date after the title, or else the one anywhere in the same list item.
    DateOnly? Listed(int anchor, int within) =>
        dateAfter.TryGetValue(anchor, out var after) ? after
        : within > 0 && dateInItem.TryGetValue(within, out var beside) ? beside : null;

    static DateOnly? Date(string data) =>
        DateMark().Match(data) is { Success: true } match
        && DateOnly.TryParseExact($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}", "yyyy-M-d", out var date) ? date : null;

    static string WithoutDate(StringBuilder title) => Collapse(DateMark().Replace(title.ToString(), " "));

    static string Collapse(string data) => Space().Replace(data, " ").Trim();

    [GeneratedRegex(@"[\[(（【]?(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\])）】]?")]
    private static partial Regex DateMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
