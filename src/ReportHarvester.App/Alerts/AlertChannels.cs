namespace ReportHarvester.App;

/// <summary>The channels that are configured.</summary>
static class AlertChannels
{
    /// <summary>A channel that is out for a moment; after that the alert stays untold and is told in the next round.</summary>
    static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    /// <exception cref="SettingsException">A channel is configured wrongly.</exception>
    public static IReadOnlyList<IAlertChannel> Of(AlertSettings settings)
    {
        var channels = new List<IAlertChannel>();
        if (settings.Webhook is { Length: > 0 } webhook)
            channels.Add(Uri.TryCreate(webhook, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new Webhook(address, settings.WebhookAuthorization)
                : throw new SettingsException("alerts:webhook：不是 http 或 https 网址。It is no http or https address."));
        if (settings.Mail.Host is { Length: > 0 })
            channels.Add(Mail.Objection(settings.Mail) is { } objection ? throw new SettingsException(objection) : new Mail(settings.Mail));
        return channels;
    }

    /// <summary>Tells, and tries again twice.</summary>
    /// <exception cref="AlertException">All tries failed.</exception>
    public static async Task Tell(IAlertChannel channel, AlertMessage message, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await channel.Tell(message, cancellationToken);
                return;
            }
            catch (AlertException) when (attempt < Waits.Length)
            {
                await Task.Delay(Waits[attempt], time, cancellationToken);
            }
        }
    }
}
