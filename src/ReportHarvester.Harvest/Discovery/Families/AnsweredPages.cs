using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Interfaces that were asked for one page by a number among the fields: the answer's counts, or else its being not empty, say what other pages there are.</summary>
static partial class AnsweredPages
{
    /// <summary>So many pages in a row without any item end a list that has no count.</summary>
    const int MostMisses = 2;

    public static IEnumerable<PageRequest> Next(ListAnswer answer)
    {
        var request = answer.Request;
        // Where the next group of records is named, nothing has to be counted.
        if (!request.ForScript || Asked(request) is not { } asked || answer.Text.Contains("<nextgroup", StringComparison.OrdinalIgnoreCase)) return [];
        if (Pages(answer) is { } pages)
            return Enumerable.Range(1, Math.Clamp(pages, 0, Families.MaxPages)).Where(n => n != asked.Page).Select(n => With(request, asked.Name, n));
        var misses = answer.Items.Count == 0 ? request.Misses + 1 : 0;
        return misses >= MostMisses ? [] : [With(request, asked.Name, asked.Page + 1) with { Misses = misses }];
    }

    /// <summary>Whether a request is for the first page, or for no page by number: that it gives nothing is not just the end of a list.</summary>
    public static bool IsFirst(PageRequest request) => Asked(request) is not { Page: > 1 };

    /// <summary>The first number in the data that goes by one of the names.</summary>
    public static int? Number(ListAnswer answer, string[] names) => answer.Json is { } json ? Number(json, names, 0) : null;

    /// <summary>How many items the whole list has, as an interface or the page that asks it says; null where none does.</summary>
    public static int? Stated(ListAnswer answer) =>
        !answer.Request.ForScript ? JcmsRecords.Stated(answer) : Number(answer, Words.Known.Json.Records) ?? JpaasUnit.Stated(answer) ?? Counted(answer.Text);

    static int? Pages(ListAnswer answer)
    {
        var names = Words.Known.Json;
        if (Number(answer, names.Pages) is { } pages) return pages;
        if ((Number(answer, names.Records) ?? Counted(answer.Text)) is not { } records) return null;
        var size = Number(answer, names.PerPage) ?? AskedSize(answer.Request) ?? answer.Items.Count;
        return size < 1 ? 0 : Families.Pages(records, size);
    }

    static int? Counted(string text) => Total().Match(text) is { Success: true } total ? int.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    static int? Number(JsonElement element, string[] names, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object || depth > 3) return null;
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value) && int.TryParse(value.ToString(), out var number)) return number;
        return element.EnumerateObject().Select(p => Number(p.Value, names, depth + 1)).FirstOrDefault(n => n is not null);
    }

    static (string Name, int Page)? Asked(PageRequest request) =>
        Addresses.Fields(request.Form ?? request.Address.Query).Where(f => Words.Known.PageFields.Contains(f.Name) && int.TryParse(f.Value, out _))
            .Select(f => ((string, int)?)(f.Name, int.Parse(f.Value, CultureInfo.InvariantCulture))).FirstOrDefault();

    static int? AskedSize(PageRequest request) =>
        Addresses.Fields(request.Form ?? request.Address.Query).Where(f => Words.Known.SizeFields.Contains(f.Name))
            .Select(f => int.TryParse(f.Value, out var size) ? size : (int?)null).FirstOrDefault();

    static PageRequest With(PageRequest request, string name, int page) => request.Form is { } form
        ? request with { Form = Addresses.With(form, name, $"{page}"), Misses = 0 }
        : request with { Address = Addresses.WithField(request.Address, name, $"{page}"), Misses = 0 };

    [GeneratedRegex(@"(?:totalrecord>\s*|共\s*)([0-9]{1,6})\s*(?:</totalrecord>|条)", RegexOptions.IgnoreCase)]
    private static partial Regex Total();
}
