using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ReportHarvester.App;

/// <summary>Tells alerts by mail.</summary>
sealed class Mail(MailSettings settings) : IAlertChannel
{
    public string Name => "mail";

    public async Task Tell(AlertMessage message, CancellationToken cancellationToken)
    {
        using var mail = new MimeMessage { Subject = message.Subject, Body = new TextPart("plain") { Text = message.Text } };
        mail.From.Add(MailboxAddress.Parse(settings.From!));
        mail.To.AddRange(InternetAddressList.Parse(settings.To!));
        try
        {
            using var client = new SmtpClient { Timeout = 30_000 };
            await client.ConnectAsync(settings.Host!, settings.Port, Security(settings.Tls), cancellationToken);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
            await client.SendAsync(mail, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or System.Net.Sockets.SocketException or AuthenticationException or ProtocolException
            or CommandException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            throw new AlertException($"mail：{settings.Host}:{settings.Port} 无法送达。{trouble.Message.ReplaceLineEndings(" ")}", trouble);
        }
    }

    /// <summary>What cannot be used of the settings; null if nothing.</summary>
    public static string? Objection(MailSettings settings) => settings switch
    {
        { From: null } or { To: null } => "alerts:mail 需要 from 和 to。Mail needs from and to.",
        _ when !MailboxAddress.TryParse(settings.From, out _) => $"alerts:mail:from {settings.From}：不是邮箱。No mail address.",
        _ when !InternetAddressList.TryParse(settings.To, out _) => $"alerts:mail:to {settings.To}：不是邮箱。No mail addresses.",
        _ when settings.Tls is not ("starttls" or "ssl" or "none") => $"alerts:mail:tls {settings.Tls}：应为 starttls、ssl 或 none。It is starttls, ssl or none.",
        _ => null,
    };

    static SecureSocketOptions Security(string tls) => tls switch
    {
        "ssl" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls,
    };
}
