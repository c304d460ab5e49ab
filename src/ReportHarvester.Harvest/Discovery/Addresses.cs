using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>What the form of an address tells of it.</summary>
static partial class Addresses
{
    /// <summary>The one form of an address, however a page writes it: without fragment, session and marks of who was sent by whom.</summary>
    public static Uri Canonical(Uri address)
    {
        var text = Session().Replace(address.GetLeftPart(UriPartial.Query), "");
        text = Escape().Replace(text, escape => escape.Value.ToUpperInvariant());
        if (address.IdnHost != address.Host) text = new Regex(Regex.Escape(address.Host)).Replace(text, address.IdnHost, 1);
        if (Fields(address.Query).Any(IsPassing))
            text = $"{text.Split('?')[0]}?{string.Join('&', Fields(text.Split('?', 2)[1]).Where(field => !IsPassing(field)).Select(f => $"{f.Name}={f.Value}"))}".TrimEnd('?');
        // Of an address that cannot be written otherwise (as http://[fe80::1%25eth0]/) this is its form.
        return text != address.AbsoluteUri && Uri.TryCreate(text, UriKind.Absolute, out var canonical) ? canonical : address;
    }

    static bool IsPassing((string Name, string Value) field) => Words.Known.PassingFields.Contains(field.Name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@";jsessionid=[^/?;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Session();

    [GeneratedRegex(@"%[0-9a-f]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();

    /// <summary>The path up to and with its last slash.</summary>
    public static string Folder(Uri address) => address.AbsolutePath[..(address.AbsolutePath.LastIndexOf('/') + 1)];

    /// <summary>Whether an address is that of a folder's list rather than of one article.</summary>
    public static bool IsFolder(Uri address) =>
        address.Query.Length == 0 && (address.AbsolutePath.EndsWith('/')
            || Path.GetFileNameWithoutExtension(address.AbsolutePath) is "index" or "list" or "common_list");

    /// <summary>Whether an address is that of another page of the same script, told by its query.</summary>
    public static bool IsTurned(Uri to, Uri address) => to.Query.Length > 0 && to.AbsolutePath == address.AbsolutePath && to.Query != address.Query;

    public static bool IsBelow(Uri to, Uri address) => IsIn(to, address) && Folder(to).Length > Folder(address).Length;

    public static bool IsIn(Uri to, Uri address) => to.Host == address.Host && Folder(to).StartsWith(Folder(address), StringComparison.Ordinal);

    /// <summary>The query or form as names and values, in order, as encoded.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(string encoded) =>
        from field in encoded.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let at = field.IndexOf('=')
        select at < 0 ? (field, "") : (field[..at], field[(at + 1)..]);

    /// <summary>The same fields with one set, in its place if it was there.</summary>
    public static string With(string encoded, string name, string value)
    {
        var fields = Fields(encoded).ToList();
        var at = fields.FindIndex(f => f.Name == name);
        if (at < 0) fields.Add((name, value));
        else fields[at] = (name, value);
        return string.Join('&', fields.Select(f => $"{f.Name}={f.Value}"));
    }

    public static Uri WithField(Uri address, string name, string value) =>
        Uri.TryCreate($"{address.GetLeftPart(UriPartial.Path)}?{With(address.Query, name, value)}", UriKind.Absolute, out var changed) ? changed : address;
}
