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
    // A link that nobody closed has all that follows for its text; no title is that long.
    const int MaxText = 20_000, MaxTitle = 500;

    // With all the white space that it may be set in.
    const int MaxRawTitle = 10_000;

    // No list has more links, and no address or click that leads to one is longer; what is beyond is told as left out.
    const int MaxAnchors = 20_000, MaxClick = 4_000;

    readonly List<(string Href, string Hint, StringBuilder Text, int Item, string Click)> anchors = [];
    readonly List<string> embeds = [], clicks = [], scripts = [], queries = [];
    readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<int, DateOnly> dateAfter = [], dateInItem = [];
    readonly StringBuilder text = new(), title = new();
    string? refresh;
    string baseHref = "", element = "", itemClick = "";
    int item, prose;
    bool inAnchor, asksForPassword, isCut;

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
        return scan.Page(address, html);
    }

    // Answers how the tokeniser has to read on: in a tree builder this is the tree's business.
    HtmlParseMode Open(HtmlTagToken tag)
    {
        if (tag.GetAttribute("onclick") is { Length: > 0 } click && clicks.Count < MaxAnchors) clicks.Add(Bounded(click));
        if (tag.GetAttribute("querydata") is { Length: > 0 } query) queries.Add(query);
        element = tag.Name;
        switch (tag.Name)
        {
            case "a" when anchors.Count < MaxAnchors: OpenAnchor(tag); break;
            case "a": (inAnchor, isCut) = (false, true); break;
            // A picture says in words what it shows.
            case "img" when inAnchor && anchors[^1].Hint.Length == 0:
                anchors[^1] = anchors[^1] with { Hint = Collapse(tag.GetAttribute("alt") is { Length: > 0 } shown ? shown : tag.GetAttribute("title") ?? "") };
                break;
            case "li" or "tr" or "dl": (item, itemClick) = (item + 1, Bounded(tag.GetAttribute("onclick") ?? "")); break;
            case "base" when baseHref.Length == 0: baseHref = tag.GetAttribute("href") ?? ""; break;
            case "meta" when tag.GetAttribute("name") is { Length: > 0 } name:
                meta.TryAdd(name, Collapse(tag.GetAttribute("content") ?? ""));
                break;
            case "meta" when tag.GetAttribute("http-equiv") is { } rule && rule.Equals("refresh", StringComparison.OrdinalIgnoreCase):
                if (Refresh().Match(tag.GetAttribute("content") ?? "") is { Success: true } sent) refresh ??= sent.Groups[1].Value;
                break;
            case "input": asksForPassword |= tag.GetAttribute("type") is { } kind && kind.Trim().Equals("password", StringComparison.OrdinalIgnoreCase); break;
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
        anchors.Add((Bounded(tag.GetAttribute("href") ?? ""), Short(Collapse(tag.GetAttribute("title") ?? "")), new StringBuilder(), item,
            tag.GetAttribute("onclick") is { Length: > 0 } click ? Bounded(click) : itemClick));
    }

    string Bounded(string value)
    {
        isCut |= value.Length > MaxClick && !value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
        return value.Length > MaxClick ? "" : value;
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
        if (inAnchor) anchors[^1].Text.Append(data, 0, Math.Clamp(MaxRawTitle - anchors[^1].Text.Length, 0, data.Length));
        else prose += data.Count(c => !char.IsWhiteSpace(c));
        if (Date(data) is not { } date) return;
        if (anchors.Count > 0 && anchors[^1].Item == item) dateAfter.TryAdd(anchors.Count - 1, date);
        dateInItem.TryAdd(item, date);
    }

    Page Page(Uri address, string html) => new()
    {
        Html = html,
        Base = Uri.TryCreate(address, baseHref, out var named) && named.Scheme is "http" or "https" ? named : address,
        Title = Collapse(title.ToString()),
        Column = $"{meta.GetValueOrDefault("ColumnName")} {meta.GetValueOrDefault("ColumnType")}",
        Text = Collapse(text.ToString()),
        Prose = prose,
        AsksForPassword = asksForPassword,
        IsCut = isCut,
        Refresh = refresh,
        Anchors = [.. anchors.Select((a, i) => new Anchor(a.Href, a.Hint, WithoutDate(a.Text), Listed(i, a.Item)) { Opens = Opened(a.Href, a.Click), Click = a.Click })],
        Embeds = embeds,
        Clicks = clicks,
        Scripts = scripts,
        Queries = queries,
        Meta = meta,
    };

    // The date after the title, or else the one anywhere in the same list item.
    DateOnly? Listed(int anchor, int within) =>
        dateAfter.TryGetValue(anchor, out var after) ? after
        : within > 0 && dateInItem.TryGetValue(within, out var beside) ? beside : null;

    // What stands in quotes and could be an address, in a click or a javascript: reference.
    static IReadOnlyList<string> Opened(string href, string click) =>
        [.. Quoted().Matches(href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? href + click : click).Select(m => m.Groups[1].Value).Where(CouldBeAddress)];

    static bool CouldBeAddress(string quoted) =>
        quoted.Contains('/') || quoted.Split('?')[0] is var file && (file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".htm", StringComparison.Ordinal) || file.EndsWith(".shtml", StringComparison.Ordinal));

    static DateOnly? Date(string data) =>
        DateMark().Match(data) is { Success: true } match
        && DateOnly.TryParseExact($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}", "yyyy-M-d", out var date) ? date : null;

    static string WithoutDate(StringBuilder title) => Short(Collapse(DateMark().Replace(title.ToString(), " ")));

    static string Short(string title) => title[..Math.Min(title.Length, MaxTitle)];

    static string Collapse(string data) => Space().Replace(data, " ").Trim();

    [GeneratedRegex(@"[\[(（【]?(20[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?[\])）】]?")]
    private static partial Regex DateMark();

    [GeneratedRegex(@"['""]([^'""\s]+)['""]")]
    private static partial Regex Quoted();

    // "0; url=/new/": whoever is sent on only after a while has read the page by then.
    [GeneratedRegex(@"^\s*[0-5](?:\.[0-9]*)?\s*[;,]\s*url\s*=\s*['""]?([^'""\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Refresh();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
