using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>What a list request was answered with: a page, XML with pieces of a page in it, or JSON. The items are the same to all that follows.</summary>
sealed partial record ListAnswer(PageRequest Request, string Text, Page Page, IReadOnlyList<Anchor> Items)
{
    /// <summary>The data, where the answer is JSON.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>Items of the data whose address goes by no known name.</summary>
    public IReadOnlyList<Anchor> Lost { get; init; } = [];

    /// <summary>What has a title and stands apart from the items of the data: years or units to choose from, or items with nothing else.</summary>
    public IReadOnlyList<Anchor> Stray { get; init; } = [];

    /// <summary>Those of the items that stand in data or in records, and not on the page around them.</summary>
    public IReadOnlyList<Anchor> Records { get; init; } = [];

    /// <summary>Texts of the scripts of the page.</summary>
    public IEnumerable<string> Scripts => Page.Scripts;

    public Uri Address => Request.Address;

    public static ListAnswer Of(byte[] bytes, string? charset, PageRequest request)
    {
        var text = Charset.Decode(bytes, charset).Trim();
        if (Data(text) is { } json)
        {
            var found = JsonItems.Of(json, request.Address);
            return new ListAnswer(request, text, found.Fragments, found.Items) { Json = json, Lost = found.Lost, Stray = found.Stray, Records = found.Items };
        }
        var page = PageScan.Of(text, request.Address);
        var records = InRecords(text, request.Address);
        return new ListAnswer(request, text, page, records.Count == 0 ? page.Anchors : [.. page.Anchors, .. records]) { Records = records.Count == 0 && request.ForScript ? page.Anchors : records };
    }

    // JSON, or JSON handed to a function by name.
    static JsonElement? Data(string text)
    {
        if (Call().Match(text) is { Success: true } call) text = call.Groups[1].Value;
        if (text.Length == 0 || text[0] is not ('{' or '[')) return null;
        try
        {
            // Half a pair of surrogates is JSON, and no text.
            using var document = JsonDocument.Parse(HalfPair().Replace(text, @"\ufffd"));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Whatever it is, it is read as a page, on which nothing will be found; that is said of it then.
            return null;
        }
    }

    // JCMS keeps the items of a list as escaped pieces of a page, in a script of the page or as an answer of their own.
    static List<Anchor> InRecords(string text, Uri address) =>
        !text.Contains("<record", StringComparison.OrdinalIgnoreCase) ? []
            : [.. Pieces(text).SelectMany(piece => PageScan.Of(piece, address).Anchors)];

    /// <summary>The texts of the CDATA sections.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        const string Start = "<![CDATA[", End = "]]>";
        for (var from = 0; text.IndexOf(Start, from, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf(End, start, StringComparison.Ordinal) is >= 0 and var end; from = end + End.Length)
            yield return text[(start + Start.Length)..end];
    }

    [GeneratedRegex(@"^[\w.$]+\s*\(\s*([\[{].*[\]}])\s*\)\s*;?$", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfPair();
}
