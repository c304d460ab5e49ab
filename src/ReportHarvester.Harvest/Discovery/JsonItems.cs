using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>
/// Finds the items of a list in JSON whatever its shape: an object with a title and an address is one, and a text that is a piece of a
/// page holds some. The names that titles, addresses and dates go by are data.
/// </summary>
sealed partial class JsonItems
{
    const int MaxTitle = 500;

    // stray: what has a title without a date and stands in no list of items; it may be an item all the same, or what a list is narrowed down by.
    readonly List<Anchor> items = [], lost = [], stray = [];
    readonly StringBuilder fragments = new();

    /// <summary>The items; those of them that name no address by a known name; what may be such; and the pieces of a page.</summary>
    public static (IReadOnlyList<Anchor> Items, IReadOnlyList<Anchor> Lost, IReadOnlyList<Anchor> Stray, Page Fragments) Of(JsonElement json, Uri address)
    {
        var walk = new JsonItems();
        walk.Visit(json);
        var page = PageScan.Of(walk.fragments.ToString(), address);
        return ([.. walk.items, .. page.Anchors], walk.lost, walk.stray, page);
    }

    void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) VisitAll(element);
        if (element.ValueKind == JsonValueKind.Object) VisitOne(element);
    }

    // Beside an item stand items.
    void VisitAll(JsonElement list)
    {
        var before = stray.Count;
        foreach (var item in list.EnumerateArray()) Visit(item);
        if (!list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object && IsItem(item))) return;
        lost.AddRange(stray[before..]);
        stray.RemoveRange(before, stray.Count - before);
    }

    static bool IsItem(JsonElement element) => Text(element, Words.Known.Json.Titles) is not null && Text(element, Words.Known.Json.Addresses) is not null;

    void VisitOne(JsonElement element)
    {
        var names = Words.Known.Json;
        var title = Text(element, names.Titles);
        if (title is not null && Text(element, names.Addresses) is { } href)
        {
            items.Add(Item(element, title, href));
            return;
        }
        var before = Held;
        foreach (var property in element.EnumerateObject()) VisitValue(property.Value);
        // What has a title and holds no items is one, whose address goes by a name that nobody knows.
        if (title is null || Held != before) return;
        var itself = Item(element, title, "");
        (itself.Listed is null ? stray : lost).Add(itself);
    }

    int Held => items.Count + lost.Count + stray.Count + fragments.Length;

    static Anchor Item(JsonElement element, string title, string href) =>
        new(href, Short(Tag().Replace(title, "").Trim()), "", Date(element)) { Agency = Text(element, Words.Known.Json.Agencies) };

    static string Short(string title) => title[..Math.Min(title.Length, MaxTitle)];

    void VisitValue(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Visit(value);
        else if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Contains("<a ", StringComparison.OrdinalIgnoreCase))
            fragments.Append(text).Append('\n');
    }

    static string? Text(JsonElement element, string[] names) => names
        .Select(name => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    static DateOnly? Date(JsonElement element) => Words.Known.Json.Dates
        .Select(name => element.TryGetProperty(name, out var value) ? Date(value.ToString()) : null).FirstOrDefault(d => d is not null);

    // A date as text, or seconds or milliseconds since 1970; days begin in China.
    static DateOnly? Date(string value)
    {
        if (Day().Match(value) is { Success: true } day && DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (!long.TryParse(value, out var since) || since is < 100_000_000 or > 9_999_999_999_999) return null;
        var seconds = since > 99_999_999_999 ? since / 1000 : since;
        return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.AddHours(8));
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^20[0-9]{2}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Day();
}
