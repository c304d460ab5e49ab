using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using MimeKit;
using ReportHarvester.App;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ReportHarvester.Tests.Alerts;

/// <summary>Mail to a real SMTP server on loopback, and the verb that tests the channels.</summary>
public sealed class MailTests : IAsyncLifetime, IDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly Mailbox mailbox = new();
    readonly int port = FreePort();
    Task? serving;

    public async Task InitializeAsync()
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(mailbox);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new(System.Net.IPAddress.Loopback, port))).Build();
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
        await Task.Yield();
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await serving!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();

    static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    MailSettings Settings => new() { Host = "127.0.0.1", Port = port, Tls = "none", From = "harvester@example.org", To = "a@example.org, 值班 <b@example.org>" };

    [Fact]
    public async Task What_holds_and_what_is_over_stand_in_one_mail()
    {
        var at = new DateTimeOffset(2026, 1, 20, 3, 0, 0, TimeSpan.Zero);
        Alert[] alerts = [new() { Kind = "asleep", Message = "主机 a.example 暂停访问\r\nBcc: x@example.org", Since = at }, new() { Kind = "disk", Message = "磁盘", Since = at, Settled = at.AddHours(1) }];
        await new Mail(Settings).Tell(new AlertMessage(at, alerts), default);
        var (mail, to) = Assert.Single(mailbox.Mails);
        Assert.Equal(["a@example.org", "b@example.org"], to);
        Assert.Equal("[ReportHarvester] 1 项告警，1 项解除 alerts, over", mail.Subject);
        Assert.Equal(["● 2026-01-20 11:00  主机 a.example 暂停访问  Bcc: x@example.org", "○ 解除 over 2026-01-20 12:00  磁盘"],
            mail.TextBody!.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task Without_the_encryption_that_is_asked_for_nothing_is_sent()
    {
        var trouble = await Assert.ThrowsAsync<AlertException>(() => new Mail(Settings with { Tls = "starttls" }).Tell(AlertMessage.Test(default), default));
        Assert.StartsWith($"mail：127.0.0.1:{port}", trouble.Message, StringComparison.Ordinal);
        Assert.Empty(mailbox.Mails);
    }

    [Theory]
    [InlineData(null, "a@b.example")]
    [InlineData("a@b.example", null)]
    [InlineData("a@b.example", "nobody at all")]
    [InlineData("a@b.example", "a@b.example", "sometimes")]
    public void Settings_that_cannot_be_used_are_named(string? from, string? to, string tls = "none") =>
        Assert.Contains("alerts:mail", Assert.Throws<SettingsException>(() => AlertChannels.Of(new AlertSettings { Mail = Settings with { From = from, To = to, Tls = tls } })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_test_verb_tells_by_every_channel_and_says_which_failed()
    {
        await using var hook = await Loopback.Serve(context => Task.CompletedTask);
        string[] mail = ["--set", "alerts:mail:host=127.0.0.1", "--set", $"alerts:mail:port={port}", "--set", "alerts:mail:tls=none",
            "--set", "alerts:mail:from=harvester@example.org", "--set", "alerts:mail:to=a@example.org"];
        var both = await BuiltProgram.Run(["alerts", "test", .. mail, "--set", $"alerts:webhook=http://127.0.0.1:{hook.Port}/secret-path"]);
        Assert.Equal((0, ""), (both.Code, both.Error));
        Assert.Contains("测试", Assert.Single(mailbox.Mails).Mail.TextBody, StringComparison.Ordinal);
        using var nobody = new RawServer("");
        var one = await BuiltProgram.Run(["alerts", "test", .. mail, "--set", $"alerts:webhook=http://127.0.0.1:{nobody.Port}/secret-path"]);
        Assert.Equal(69, one.Code);
        Assert.Contains("webhook", one.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", one.Error, StringComparison.Ordinal);
        Assert.Equal(2, mailbox.Mails.Count);
    }

    sealed class Mailbox : MessageStore
    {
        public ConcurrentQueue<(MimeMessage Mail, string[] To)> Mails { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            Mails.Enqueue((await MimeMessage.LoadAsync(bytes, cancellationToken), [.. transaction.To.Select(to => $"{to.User}@{to.Host}")]));
            return SmtpResponse.Ok;
        }
    }
}
