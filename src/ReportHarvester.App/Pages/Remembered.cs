using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>
/// Answers that take long because they read something of every report, good for twenty times as long as they took. After that, one for which visitors
/// would have to wait is given once more while it is worked out anew beside: whoever shows it says of when it is. What takes no time is not kept, so that
/// pages over a small store show what is there now.
/// </summary>
sealed partial class Remembered(Settings settings, TimeProvider time, ILogger<Remembered> log) : IDisposable
{
    // More questions than anybody asks in earnest.
    const int Most = 500;

    // So no question ever takes more than a twentieth of a processor.
    const int Rest = 20;

    static readonly TimeSpan Long = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromSeconds(1);

    // What is renewed beside takes one processor at most.
    readonly SemaphoreSlim renewing = new(1);
    readonly ConcurrentDictionary<string, Answer> answers = [];
    readonly ConcurrentDictionary<string, Lazy<Answer>> asking = [];

    sealed record Answer(object Value, DateTimeOffset At, TimeSpan Took)
    {
        int renewed;

        public bool IsFresh(DateTimeOffset now) => now - At <= Rest * Took;

        public bool BeginsToRenew() => Interlocked.Exchange(ref renewed, 1) == 0;

        public void EndsToRenew() => Volatile.Write(ref renewed, 0);
    }

    /// <summary>The answer, and when it was worked out.</summary>
    /// <param name="question">By which it is known.</param>
    public (T Value, DateTimeOffset At) Of<T>(string question, ReportStore store, Func<ReportStore, T> ask) where T : class
    {
        var known = answers.GetValueOrDefault(question);
        if (known is null || known.Took < Patience && !known.IsFresh(time.GetUtcNow())) known = WorkOut(question, store, ask);
        else if (!known.IsFresh(time.GetUtcNow()) && known.BeginsToRenew()) _ = Task.Run(() => Renew(question, known, ask));
        return ((T)known.Value, known.At);
    }

    // Whoever asks the same meanwhile waits for the same answer.
    Answer WorkOut<T>(string question, ReportStore store, Func<ReportStore, T> ask) where T : class
    {
        var asked = asking.GetOrAdd(question, _ => new Lazy<Answer>(() => Keep(question, store, ask)));
        try
        {
            return asked.Value;
        }
        finally
        {
            asking.TryRemove(new(question, asked));
        }
    }

    async Task Renew<T>(string question, Answer old, Func<ReportStore, T> ask) where T : class
    {
        await renewing.WaitAsync();
        try
        {
            using var store = ReportStore.OpenReadOnly(settings.Data);
            Keep(question, store, ask);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or SchemaException)
        {
            Fails(question, trouble);
        }
        finally
        {
            renewing.Release();
            old.EndsToRenew();
        }
    }

    Answer Keep<T>(string question, ReportStore store, Func<ReportStore, T> ask) where T : class
    {
        var (began, at) = (time.GetTimestamp(), time.GetUtcNow());
        var answer = new Answer(ask(store), at, time.GetElapsedTime(began));
        if (answer.Took < Long) answers.TryRemove(question, out _);
        else
        {
            // The cheapest goes, whatever is asked for: who asks for many things does not take away what a country waits for.
            if (answers.Count >= Most && !answers.ContainsKey(question)) answers.TryRemove(answers.MinBy(known => known.Value.Took).Key, out _);
            answers[question] = answer;
        }
        return answer;
    }

    public void Dispose() => renewing.Dispose();

    [LoggerMessage(40, LogLevel.Error, "Not worked out anew: {Question}")]
    partial void Fails(string question, Exception trouble);
}
