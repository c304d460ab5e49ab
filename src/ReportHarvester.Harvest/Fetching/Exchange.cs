using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>One request and its answer, within the limits of time and size. Follows nothing and repeats nothing.</summary>
sealed class Exchange : IDisposable
{
    static readonly string Version = typeof(Exchange).Assembly.GetName().Version!.ToString(2);

    readonly FetchOptions options;
    readonly TimeProvider time;
    readonly Body body;
    readonly LargeBodies large;
    readonly CertificateCheck certificates = new();
    readonly CookieJars cookies = new();
    readonly HttpClient client;

    public Exchange(FetchOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        body = new Body(options, time);
        large = new LargeBodies(options);
        client = new HttpClient(Handler(options, certificates)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"ReportHarvester/{Version} (+{options.Contact})");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/pdf,*/*;q=0.8");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
    }

    public async Task<FetchAnswer> Run(FetchRequest request, CancellationToken cancellationToken)
    {
        request.Allowance?.CountRequest();
        request = request with { ETag = Sendable(request.ETag), LastModified = Sendable(request.LastModified) };
        if (request.Allowance?.PinOf(request.Address) is { } pin) certificates.Pin(request.Address.IdnHost, pin);
        using var whole = new CancellationTokenSource(options.WholeLimit, time);
        using var headers = new CancellationTokenSource(options.HeaderLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(both.Token, headers.Token);
        try
        {
            using var message = Message(request);
            cookies.Bring(message);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, all.Token);
            cookies.Keep(request.Address, response);
            using var place = large.Enter(whole);
            return await Judge(request, response, place, both.Token);
        }
        catch (Exception trouble)
        {
            // Being cancelled shows as one exception or another; to the caller it is always the same.
            cancellationToken.ThrowIfCancellationRequested();
            return Trouble.Refusal(trouble, whole.IsCancellationRequested);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        large.Dispose();
    }

    // Compression is undone by Body, which counts; redirects are followed by Fetcher, which checks.
    // A proxy would be what the guard sees instead of the site.
    static SocketsHttpHandler Handler(FetchOptions options, CertificateCheck certificates)
    {
        var resolve = options.Resolve ?? Dns.GetHostAddressesAsync;
        var connect = options.Connect ?? ((endpoint, cancellationToken) => AddressGuard.ConnectPublic(endpoint, resolve, cancellationToken));
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = 1,
            SslOptions = { RemoteCertificateValidationCallback = certificates.Verify },
            ConnectTimeout = options.ConnectLimit,
            ConnectCallback = (context, cancellationToken) => connect(context.DnsEndPoint, cancellationToken),
        };
    }

    static HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        if (request.Form is { } form) message.Content = new StringContent(form, Encoding.ASCII, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        if (request.Wanted == Wanted.ListData) message.Headers.TryAddWithoutValidation("X-Requested-With", "XMLHttpRequest");
        if (!IsConditional(request)) return message;
        if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } since) message.Headers.TryAddWithoutValidation("If-Modified-Since", since);
        return message;
    }

    // Headers of a request are ASCII, whatever a server sends: with others it would not go out at all.
    static string? Sendable(string? validator) => validator is not null && Ascii.IsValid(validator) ? validator : null;

    // To a form, a server that compares answers 412.
    static bool IsConditional(FetchRequest request) => request.Form is null && (request.ETag ?? request.LastModified) is not null;

    async Task<FetchAnswer> Judge(FetchRequest request, HttpResponseMessage response, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        // Of rules for robots that nobody has seen, their reader knows what to make.
        if (status == 304) return IsConditional(request) || request.Wanted == Wanted.Robots ? new NotModified(request.Address) : new Refused(RefusalReason.HttpStatus, "304 to an unconditional request", status);
        if (status is 301 or 302 or 303 or 307 or 308 && Header(response.Headers, "Location") is { } location)
            return Uri.TryCreate(request.Address, location, out var to) ? new Redirected(to) { KeepsForm = status is 307 or 308 }
                : new Refused(RefusalReason.AddressNotAllowed, $"redirect to {location}", status);
        if (RefusalMarks.Known.ChallengeStatuses.Contains(status))
            return new Refused(RefusalReason.ChallengePage, $"status {status}", status);
        if (status != 200)
            return new Refused(RefusalReason.HttpStatus, $"status {status}", status)
            {
                Passing = status is 408 or 425 or 429 or >= 500,
                RetryAfter = status is 429 or 503 ? Patience(response) : null,
            };
        return await Take(request, response, place, cancellationToken);
    }

    async Task<FetchAnswer> Take(FetchRequest request, HttpResponseMessage response, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        if (Oddity(response) is { } oddity) return oddity;
        var counted = response.Content.Headers.ContentLength is not null || response.Headers.TransferEncodingChunked == true;
        var wire = await body.Read(response.Content, request.Allowance, place, cancellationToken);
        var fetched = new Fetched
        {
            Address = request.Address,
            Bytes = await body.Decode(wire, response.Content.Headers.ContentEncoding, place, cancellationToken),
            Status = (int)response.StatusCode,
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            ContentType = Header(response.Content.Headers, "Content-Type"),
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
        };
        if (Content.Objection(fetched, request.Wanted, counted, options.PageLimit) is { } refused) return refused;
        return request.Wanted is Wanted.ListPage or Wanted.Article && Content.SentOn(fetched) is { } to ? new Redirected(to) : fetched;
    }

    // What no server of good faith sends: control characters in a header, or two lengths. The bytes of Chinese names come as letters up to ÿ, among them others that are called control characters.
    static Refused? Oddity(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated);
        if (headers.FirstOrDefault(header => header.Value.Any(value => value.Any(c => c is < ' ' and not '\t' or '\u007f'))) is { Key: { } odd })
            return new Refused(RefusalReason.WrongType, $"the header {odd} holds what is no text", (int)response.StatusCode);
        return response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths) && lengths.Distinct().Count() > 1
            ? new Refused(RefusalReason.Truncated, $"two lengths: {lengths}", (int)response.StatusCode) : null;
    }

    // As sent, not as understood: validators are given back to the server unchanged.
    static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    TimeSpan? Patience(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var span = after?.Delta ?? after?.Date - time.GetUtcNow();
        return span > TimeSpan.Zero ? span : null;
    }
}
