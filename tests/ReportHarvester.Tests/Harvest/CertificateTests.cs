using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Real TLS on this machine: what does not verify is refused by name, and believed only of the one host for which it was pinned.</summary>
[Trait("case", "C13")]
public sealed class CertificateTests
{
    const string Host = "czj.donghu.example";

    static readonly Source Source = new() { Key = "a", Agency = "东湖市财政局", Address = new Uri($"https://{Host}/gknb/") };

    static X509Certificate2 Made(string host = Host, int from = -10, int to = 10)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(from), now.AddDays(to));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    static string Sha256(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    static Task Page(HttpContext context) => context.Response.WriteAsync("<html><body>2023</body></html>");

    static async Task<FetchAnswer> Fetch(X509Certificate2 shown, string? pin, string path = $"https://{Host}/t1.html", RequestDelegate? answer = null)
    {
        await using var site = await Loopback.Serve(answer ?? Page, certificate: shown);
        using var fetcher = site.Fetcher();
        return await fetcher.Fetch(new FetchRequest(new Uri(path), Wanted.Article) { Allowance = new Allowance(Source with { Certificate = pin }, TimeProvider.System) }, default);
    }

    [Theory]
    [InlineData(Host, -10, 10)]
    [InlineData(Host, -10, -1)]
    [InlineData("www.other.example", -10, 10)]
    public async Task What_does_not_verify_is_refused_and_its_fingerprint_told_and_believed_once_pinned(string host, int from, int to)
    {
        using var certificate = Made(host, from, to);
        var refused = Assert.IsType<Refused>(await Fetch(certificate, pin: null));
        Assert.Equal(RefusalReason.Certificate, refused.Reason);
        Assert.Contains($"the certificate of {Host} does not verify", refused.Detail, StringComparison.Ordinal);
        Assert.EndsWith(Sha256(certificate), refused.Detail, StringComparison.Ordinal);
        Assert.IsType<Fetched>(await Fetch(certificate, Sha256(certificate)));
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused()
    {
        using var pinned = Made();
        using var shown = Made();
        Assert.Equal(RefusalReason.Certificate, Assert.IsType<Refused>(await Fetch(shown, Sha256(pinned))).Reason);
    }

    [Fact]
    public async Task A_pin_is_that_of_its_host_and_of_no_other_it_sends_on_to()
    {
        using var certificate = Made();
        var answer = await Fetch(certificate, Sha256(certificate), answer: context =>
        {
            if (context.Request.Host.Host != Host) return Page(context);
            context.Response.Redirect("https://www.donghu.example/t1.html");
            return Task.CompletedTask;
        });
        Assert.Equal(RefusalReason.Certificate, Assert.IsType<Refused>(answer).Reason);
        Assert.Contains("www.donghu.example", ((Refused)answer).Detail, StringComparison.Ordinal);
    }
}
