using ReportHarvester.App;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.App;

public sealed class ExitOnTests : IDisposable
{
    readonly StringWriter error = new();

    public void Dispose() => error.Dispose();

    static Func<int> Throws(Exception trouble) => () => throw trouble;

    [Fact]
    public async Task What_was_stopped_is_not_done_and_says_so()
    {
        Assert.Equal(ExitCode.TryAgain, await ExitOn.Trouble(Throws(new OperationCanceledException()), error));
        Assert.Equal("reportharvester: 已中止，未做完。Stopped before it was done.\n", error.ToString());
    }

    [Fact]
    public async Task What_nobody_expected_is_a_mistake_of_the_program_and_told_whole()
    {
        Assert.Equal(ExitCode.Internal, await ExitOn.Mistakes(() => ExitOn.Trouble(Throws(new InvalidOperationException("odd")), error), error));
        Assert.Contains("InvalidOperationException: odd", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Throws), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_do_is_one_line()
    {
        Assert.Equal(ExitCode.CannotCreate, await ExitOn.Mistakes(() => ExitOn.Trouble(Throws(new TargetExistsException("there")), error), error));
        Assert.Equal("reportharvester: there\n", error.ToString());
    }
}
