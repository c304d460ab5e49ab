using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>What the traces of a report say of its deadline: late, missing, unreachable and unreadable are different things.</summary>
public sealed class PublicationTests
{
    static readonly DateOnly Due = new(2026, 1, 31);

    [Theory]
    // seen, dated, absent at, tried at, today, and in doubt at
    [InlineData("01-30", null, null, "01-30", "02-05", PublicationState.OnTime)]
    [InlineData("02-03", "01-29", null, "02-03", "02-05", PublicationState.OnTime)]
    [InlineData("02-03", "01-29", "02-02", "02-03", "02-05", PublicationState.Late)]
    [InlineData("02-03", "01-29", "01-30", "02-03", "02-05", PublicationState.OnTime)]
    [InlineData("02-03", "02-02", null, "02-03", "02-05", PublicationState.Late)]
    [InlineData("02-03", null, null, "02-03", "02-05", PublicationState.Undated)]
    [InlineData(null, null, "02-04", "02-04", "02-05", PublicationState.Missing)]
    [InlineData(null, null, "01-30", "02-04", "02-05", PublicationState.Unreachable)]
    [InlineData(null, null, "01-30", "01-30", "02-05", PublicationState.NotLooked)]
    [InlineData(null, null, null, null, "02-05", PublicationState.NotLooked)]
    [InlineData(null, null, "01-20", "01-20", "01-31", PublicationState.Awaited)]
    [InlineData(null, null, "01-30", "02-04", "02-05", PublicationState.InDoubt, "02-03")]
    [InlineData(null, null, "01-30", "02-04", "02-05", PublicationState.Unreachable, "01-30")]
    [InlineData(null, null, "02-02", "02-04", "02-05", PublicationState.Missing, "02-04")]
    public void State(string? seen, string? dated, string? absent, string? tried, string today, PublicationState state, string? doubted = null) =>
        Assert.Equal(state, Publication.Of(new Traces(seen is not null, true, false, Noon(seen), Day(dated), Noon(absent), Noon(doubted), Noon(tried), null), Due, Day(today)!.Value));

    [Fact]
    public void A_minute_before_midnight_in_China_is_in_time()
    {
        var traces = new Traces(true, true, false, new DateTimeOffset(2026, 1, 31, 15, 59, 0, TimeSpan.Zero), null, null, null, null, null);
        Assert.Equal(PublicationState.OnTime, Publication.Of(traces, Due, new(2026, 2, 5)));
        Assert.Equal(PublicationState.Undated, Publication.Of(traces with { FirstSeen = traces.FirstSeen!.Value.AddMinutes(1) }, Due, new(2026, 2, 5)));
        Assert.Equal(PublicationState.Undated, Publication.Of(traces with { FirstSeen = null }, Due, new(2026, 2, 5)));
        Assert.Equal(PublicationState.Unreadable, Publication.Of(traces with { Readable = false }, Due, new(2026, 2, 5)));
        Assert.Equal(PublicationState.Vanished, Publication.Of(traces with { Vanished = true }, Due, new(2026, 2, 5)));
        Assert.Equal(PublicationState.Ceased, Publication.Of(new Traces(false, false, false, null, null, null, null, null, new(2026, 1, 10)), Due, new(2026, 2, 5)));
    }

    [Theory]
    [InlineData(2017, DueRule.Organ, "431200", "county", "C-DUE-OLD", "2018-03-31")]
    [InlineData(2021, DueRule.Organ, "431200", "city", "C-DUE-DEPT", "2022-01-28")]
    [InlineData(2021, DueRule.Region, "431221", "county", "C-DUE-GOV", "2022-02-20")]
    [InlineData(2022, DueRule.Organ, "431200", "city", "C-DUE-DEPT", "2023-01-31")]
    [InlineData(2021, DueRule.Region, "350100", "city", "C-DUE-GOV", "2022-03-31")]
    public void Local_rules_go_before_the_law_where_they_hold(int year, string covers, string region, string level, string rule, string due)
    {
        var local = DueRule.Read("""
            [{"rule": "C-DUE-DEPT", "in": "4312", "covers": "organ", "fromYear": 2021, "untilYear": 2021, "due": "01-28", "basis": "怀化市通知"},
             {"rule": "C-DUE-GOV", "in": "4312", "covers": "region", "level": "county", "fromYear": 2021, "untilYear": 2021, "due": "02-20", "basis": "怀化市通知"}]
            """);
        var found = DueRule.For([.. local, .. DueRule.OfLaw], year, covers, region, level)!;
        Assert.Equal((rule, due), (found.Rule, found.After(year).ToString("O")));
    }

    [Fact]
    public void Rules_that_cannot_be_read_are_refused() => Assert.Throws<InvalidDataException>(() => DueRule.Read("""[{"rule": "X", "due": "31-01", "basis": "…"}]"""));

    static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse("2026-" + day);

    static DateTimeOffset? Noon(string? day) => day is null ? null : new DateTimeOffset(DateTime.Parse("2026-" + day + "T04:00:00"), TimeSpan.Zero);
}
