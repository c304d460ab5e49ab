using Microsoft.Extensions.Logging.Abstractions;
using ReportHarvester.App;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

public sealed class RememberedTests : IDisposable
{
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(2), Quick = TimeSpan.FromMilliseconds(300);

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
    public void What_is_worth_no_waiting_is_never_given_when_it_is_old()
    {
        Assert.Equal(["1", "1"], [Ask(Quick), Ask(Quick)]);
        clock.Now += 20 * Quick + TimeSpan.FromSeconds(1);
        Assert.Equal("2", Ask(Quick));
    }

    [Fact]
    public async Task What_takes_long_is_asked_once_and_an_old_answer_is_given_while_it_is_asked_anew()
    {
        Assert.Equal(["1", "1"], [Ask(Slow), Ask(Slow)]);
        clock.Now += 20 * Slow + TimeSpan.FromSeconds(1);
        Assert.Equal("1", Ask(Slow));
        while (Ask(Slow) == "1") await Task.Delay(20);
        Assert.Equal("2", Ask(Slow));
    }

    [Fact]
    public void Who_asks_for_many_things_does_not_take_away_what_took_longest()
    {
        Assert.Equal("1", Ask(TimeSpan.FromMinutes(1)));
        foreach (var i in Enumerable.Range(1, 600)) Ask(Quick + TimeSpan.FromMilliseconds(i));
        Assert.Equal("1", Ask(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Many_who_ask_at_once_ask_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ask(Slow))));
        Assert.All(answers, answer => Assert.Equal("1", answer));
    }

    string Ask(TimeSpan takes = default) => remembered.Of($"{takes}", store, _ =>
    {
        clock.Now += takes;
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
