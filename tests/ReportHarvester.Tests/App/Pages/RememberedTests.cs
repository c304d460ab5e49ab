using Microsoft.Extensions.Logging.Abstractions;
using ReportHarvester.App;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

public sealed class RememberedTests : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly StoreFolder folder = new();
    readonly Clock clock = new();
    readonly ReportStore store;
    readonly Remembered remembered;
    int asked;

    public RememberedTests()
    {
        store = folder.Open();
        remembered = new Remembered(new ReportHarvester.App.Settings { Data = folder.Path }, clock, NullLogger<Remembered>.Instance);
    }

    public void Dispose()
    {
        remembered.Dispose();
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_takes_no_time_is_asked_each_time() => Assert.Equal(["1", "2", "3"], [Ask(), Ask(), Ask()]);

    [Fact]
    public async Task What_takes_long_is_asked_once_and_an_old_answer_is_given_while_it_is_asked_anew()
    {
        Assert.Equal(["1", "1"], [Ask(slow: true), Ask(slow: true)]);
        clock.Now += Fresh + TimeSpan.FromSeconds(1);
        Assert.Equal("1", Ask(slow: true));
        while (Ask(slow: true) == "1") await Task.Delay(20);
        Assert.Equal("2", Ask(slow: true));
    }

    [Fact]
    public async Task Many_who_ask_at_once_ask_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ask(slow: true))));
        Assert.All(answers, answer => Assert.Equal("1", answer));
    }

    string Ask(bool slow = false) => remembered.Of(slow ? "slow" : "quick", Fresh, store, _ =>
    {
        if (slow) clock.Now += TimeSpan.FromMilliseconds(300);
        return $"{Interlocked.Increment(ref asked)}";
    }).Value;

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = StoreFolder.Start;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;
    }
}
