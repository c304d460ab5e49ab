using System.Net.Sockets;
using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Servers that send drop by drop; numbered as in <see cref="HostileNetworkTests"/>.</summary>
public sealed class SlowLorisTests
{
    const string Page = "<html><body>2023</body></html>";

    static readonly FetchRequest Request = new(new Uri("http://czj.donghu.example/t1.html"), Wanted.Article);

    // Sends a byte, lets time go by, and so on until the client goes away.
    static async Task Drip(NetworkStream stream, string first, FakeTime time, TimeSpan each)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
            for (; ; await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System))
            {
                await stream.WriteAsync("x"u8.ToArray());
                time.Advance(each);
            }
        }
        catch (IOException)
        {
            // It did.
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 500, "fewer than 30720 bytes in 30 s")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", 1000, "no headers in time")]
    public async Task C03_a_slow_loris_is_cut_after_30_s_and_the_host_can_be_asked_again(string first, int each, string said)
    {
        var (time, connections) = (new FakeTime(TimeSpan.Zero), 0);
        using var server = new RawServer(stream => ++connections == 1 ? Drip(stream, first, time, TimeSpan.FromMilliseconds(each))
            : stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Page.Length}\r\n\r\n{Page}")).AsTask());
        // Only the limit that is meant may end it, however fast the clock of this test runs.
        var body = each == 500;
        using var fetcher = Loopback.Dialling(server.Port, time, options => options with
        {
            Tries = 1, WholeLimit = TimeSpan.FromDays(1), ConnectLimit = TimeSpan.FromDays(1), HeaderLimit = body ? TimeSpan.FromDays(1) : options.HeaderLimit,
        });
        var refused = Assert.IsType<Refused>(await fetcher.Fetch(Request, default));
        Assert.Equal((RefusalReason.Timeout, said), (refused.Reason, refused.Detail));
        Assert.IsType<Fetched>(await fetcher.Fetch(Request, default));
    }

    [Theory]
    [InlineData(40 << 10, 20, true)]
    [InlineData(10 << 10, 20, false)]
    [InlineData(40 << 10, 31, false)]
    public async Task C03_a_body_is_taken_as_long_as_it_keeps_the_least_rate(int bytes, int seconds, bool taken)
    {
        var time = new FakeTime(TimeSpan.Zero);
        using var content = new StreamContent(new SlowStream(bytes, pieces: 5, () => time.Advance(TimeSpan.FromSeconds(seconds))));
        var options = new FetchOptions { Contact = "a@b.example" };
        using var large = new LargeBodies(options);
        using var whole = new CancellationTokenSource();
        using var place = large.Enter(whole);
        var read = new Body(options, time).Read(content, null, place, default);
        if (taken) Assert.Equal(5 * bytes, (await read).Length);
        else Assert.Equal(RefusalReason.Timeout, (await Assert.ThrowsAsync<BodyException>(() => read)).Reason);
    }

    // Each piece comes after a while; a reader that has lost patience gets none.
    sealed class SlowStream(int bytes, int pieces, Action wait) : MemoryStream
    {
        int left = pieces;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left-- == 0) return ValueTask.FromResult(0);
            wait();
            return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(bytes);
        }
    }
}
