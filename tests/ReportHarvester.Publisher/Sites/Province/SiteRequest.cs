using System.Text;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>What a simulated site is asked: path and query as sent, and the fields of query and form, decoded.</summary>
sealed record SiteRequest(string Method, string Target, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Form, bool ByScript)
{
    public string this[string field] => Form.GetValueOrDefault(field) ?? Query.GetValueOrDefault(field) ?? "";

    public int Number(string field, int otherwise = 0) => int.TryParse(this[field], out var number) ? number : otherwise;
}

/// <summary>What it answers.</summary>
sealed record Reply(int Status, string Type, byte[] Body)
{
    /// <summary>True for what a program makes anew each time: it has no validators.</summary>
    public bool Dynamic { get; init; }

    public string? Location { get; init; }
    public string? Coding { get; init; }

    public static Reply Html(string text, Encoding? encoding = null) => new(200, "text/html", (encoding ?? Encoding.UTF8).GetBytes(text));

    public static Reply Json(string text) => new(200, "application/json;charset=utf-8", Encoding.UTF8.GetBytes(text)) { Dynamic = true };

    public static Reply Redirect(string to) => new(302, "text/html", []) { Location = to };

    public static Reply Missing { get; } = new(404, "text/html", Encoding.UTF8.GetBytes("<html><title>404 Not Found</title></html>"));
}

/// <summary>A line of a site's list: where it leads, what it says, when it was put there.</summary>
sealed record Listed(string Path, string Title, DateOnly Date);
