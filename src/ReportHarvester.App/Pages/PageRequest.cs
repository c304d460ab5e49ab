using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>What a visitor asked for: the path's values, the query, the language; and the store to answer from, which a refusal does without.</summary>
public sealed class PageRequest(HttpContext context, ReportStore? store)
{
    const int CommasInANameAtMost = 3;

    public ReportStore Store => store ?? throw new InvalidOperationException("Nothing is asked of the store where something is refused.");

    public string Path => context.Request.Path;

    /// <summary>Is cancelled where the visitor has left.</summary>
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>An answer that may be older, where it takes long; and when it was worked out.</summary>
    internal (T Value, DateTimeOffset At) Remembered<T>(string question, Func<ReportStore, T> ask) where T : class =>
        context.RequestServices.GetRequiredService<Remembered>().Of(question, Store, ask);

    /// <summary>Whether the visitor sits at this machine, or has come to it first.</summary>
    public bool IsFromThisMachine => Reviewing.IsFromThisMachine(context);

    public bool English => context.Request.Query["lang"] == "en";

    /// <summary>One of two wordings, by the visitor's language.</summary>
    public string In(string chinese, string english) => English ? english : chinese;

    /// <summary>The language of words that are only there in Chinese, where the page is in another.</summary>
    internal string? Chinese => English ? "zh-CN" : null;

    internal Tongue Tongue => English ? Tongue.English : Tongue.Chinese;

    /// <summary>A value of the query, trimmed; null where there is none or it is empty.</summary>
    public string? Query(string name) => Given(name).ToString().Trim() is { Length: > 0 } value ? value : null;

    /// <summary>All values of the query under a name, given once each or with commas.</summary>
    public IReadOnlyList<string> QueryAll(string name) =>
        [.. Given(name).SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary>All names of agencies under a name. Commas part them, where no agency has one in its name.</summary>
    public IReadOnlyList<string> QueryAgencies(string name) => [.. Given(name).SelectMany(value => Names((value ?? "").Split(',', StringSplitOptions.TrimEntries))).Where(known => known.Length > 0).Distinct()];

    IEnumerable<string> Names(string[] parts)
    {
        for (var (i, some) = (0, 1); i < parts.Length; i += some)
        {
            for (some = Math.Min(CommasInANameAtMost + 1, parts.Length - i); some > 1 && AgencyList.Unknown(Store, [string.Join(',', parts[i..(i + some)])]).Count > 0;) some--;
            yield return string.Join(',', parts[i..(i + some)]);
        }
    }

    /// <exception cref="UsageException">It is no number.</exception>
    public int? QueryNumber(string name) => Query(name) is not { } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException(In($"{name} 应为数字。", $"{name} is a number."));

    /// <summary>A word of a list; null where none is given.</summary>
    public T? QueryWord<T>(string name) where T : struct, Enum => Query(name) is { } value ? Enum.Parse<T>(value) : null;

    /// <summary>What is described as one of a list is one of it.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public void RequireListed()
    {
        foreach (var about in context.GetEndpoint()?.Metadata.GetMetadata<Described>()?.Query.Append(QueryValue.Language).Where(value => value.Values is not null) ?? [])
            if (context.Request.Query[about.Name].ToString().Trim() is { Length: > 0 } given && !about.Values!.Contains(given))
                throw new UsageException(In($"{about.Name} 应为 {string.Join('、', about.Values!)} 之一。", $"{about.Name} is one of {string.Join(", ", about.Values!)}."));
    }

    /// <summary>The page of a long list, from 1.</summary>
    public int PageNumber(int last) => Math.Clamp(QueryNumber("page") ?? 1, 1, last);

    /// <summary>The first digits of a region's code; null where no region is asked for.</summary>
    /// <exception cref="UsageException">It is no part of a region's code.</exception>
    public string? Region()
    {
        if (Query("region") is not { } region) return null;
        RequireRegion(region);
        return region;
    }

    /// <exception cref="UsageException">It is no part of a region's code.</exception>
    public void RequireRegion(string region)
    {
        if (!region.All(char.IsAsciiDigit)) throw new UsageException(In("地区应为行政区划代码的前几位。", "A region is the leading digits of its code."));
    }

    // What is said to programs of the query is all that there is to it.
    StringValues Given(string name) => context.GetEndpoint()?.Metadata.GetMetadata<Described>() is { } about && about.Query.All(value => value.Name != name)
        ? throw new InvalidOperationException($"{Path} reads {name} and does not say so.") : context.Request.Query[name];

    /// <summary>A value of the path that its pattern has found to be a number.</summary>
    public long Number(string name) => long.Parse((string)context.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    public string Value(string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>An address of these pages in the visitor's language; values that are null are left out.</summary>
    public string To(string path, params (string Name, object? Value)[] query) =>
        QueryHelpers.AddQueryString(path, [.. query.Append(("lang", English ? "en" : null))
            .Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, (string?)Convert.ToString(pair.Item2, CultureInfo.InvariantCulture)))]);

    /// <summary>This page with one value of its query changed, or taken out where it is null.</summary>
    public string With(string name, object? value) => Address(Path, name, value);

    /// <summary>The same answer as data.</summary>
    public string Json => Address(Path == "/" ? "/index.json" : Path + ".json", "lang", null);

    /// <summary>The same question answered in another form.</summary>
    public string As(string extension, params (string Name, object? Value)[] more) =>
        more.Aggregate(Address(Path + "." + extension, "", null), (address, pair) => QueryHelpers.AddQueryString(address, pair.Name, $"{pair.Value}"));

    string Address(string path, string name, object? value)
    {
        var query = context.Request.Query.Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value, (pair, one) => KeyValuePair.Create(pair.Key, one)).ToList();
        if (value is not null) query.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(path, query);
    }
}
