using System.Net.Http.Json;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Tells alerts as JSON by HTTP POST.</summary>
sealed class Webhook(Uri address, string? authorization) : IAlertChannel, IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public string Name => "webhook";

    public async Task Tell(AlertMessage message, CancellationToken cancellationToken)
    {
        var body = new Body(message.At, message.Subject, message.Text, [.. message.Holding], [.. message.Over]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, options: ReadingJson.Options) };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        // With its length: many a simple receiver takes a body in chunks for none.
        await request.Content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw new AlertException($"webhook：{address.Host} 答复 {(int)answer.StatusCode}。It answered {(int)answer.StatusCode}.");
        }
        catch (Exception trouble) when (trouble is HttpRequestException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AlertException($"webhook：{address.Host} 无法送达。{trouble.Message}", trouble);
        }
    }

    public void Dispose() => client.Dispose();

    /// <param name="Text">All of it in lines, for receivers that only show text.</param>
    sealed record Body(DateTimeOffset At, string Subject, string Text, IReadOnlyList<Alert> Alerts, IReadOnlyList<Alert> Over);
}
