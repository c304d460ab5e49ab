using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReportHarvester.Harvest;

/// <summary>A certificate that does not verify and that nobody has vouched for.</summary>
sealed class CertificateNotBelievedException(string message) : AuthenticationException(message);

/// <summary>Believes certificates that verify; of a host with a pin also the one certificate that was pinned.</summary>
sealed class CertificateCheck
{
    readonly ConcurrentDictionary<string, string> pins = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sha256">Of the whole certificate (DER), in lower-case hex.</param>
    public void Pin(string host, string sha256) => pins[host] = sha256;

    /// <exception cref="CertificateNotBelievedException">It does not verify. The message says why, and its SHA-256, by which it could be pinned.</exception>
    public bool Verify(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        var host = (sender as SslStream)?.TargetHostName ?? "";
        var sha256 = certificate is null ? "" : Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
        if (sha256.Length > 0 && pins.GetValueOrDefault(host) == sha256) return true;
        var why = string.Join(", ", (chain?.ChainStatus ?? []).Select(s => $"{s.Status}").Prepend($"{errors}"));
        throw new CertificateNotBelievedException($"the certificate of {host} does not verify ({why}); its SHA-256 is {sha256}");
    }
}
