using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>
/// Cookies, as some sites hand one out first and answer whoever brings it back. Each site has a jar of its own, of few: what one names for all of gov.cn
/// is brought to no other, and what grows too long to be brought along is thrown away.
/// </summary>
sealed class CookieJars
{
    const int MostCookies = 50, LongestHeader = 8 << 10;

    readonly ConcurrentDictionary<string, CookieContainer> jars = new(StringComparer.OrdinalIgnoreCase);

    public void Bring(HttpRequestMessage message)
    {
        var site = Site.Registered(message.RequestUri!.Host);
        if (!jars.TryGetValue(site, out var jar) || jar.GetCookieHeader(message.RequestUri) is not { Length: > 0 } header) return;
        if (header.Length > LongestHeader) jars.TryRemove(site, out _);
        else message.Headers.TryAddWithoutValidation("Cookie", header);
    }

    public void Keep(Uri address, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies)) return;
        var jar = jars.GetOrAdd(Site.Registered(address.Host), _ => new CookieContainer(MostCookies, MostCookies, CookieContainer.DefaultCookieLengthLimit));
        // With another than ASCII no request would go out.
        foreach (var cookie in cookies.Take(MostCookies).Where(cookie => Ascii.IsValid(cookie)))
        {
            try
            {
                jar.SetCookies(address, cookie);
            }
            catch (CookieException)
            {
                // What is no cookie is not brought back, as no browser does.
            }
        }
    }
}
