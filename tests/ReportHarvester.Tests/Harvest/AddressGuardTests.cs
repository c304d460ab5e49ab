using System.Net;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

public class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void Refuses_what_is_not_public(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("61.150.65.235")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:61.150.65.235")]
    [InlineData("2400:3200::1")]
    public void Lets_public_addresses_through(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_host_with_a_name_longer_than_any_is_refused_before_a_name_server_is_asked()
    {
        var name = string.Concat(Enumerable.Repeat("a.", 140)) + "example";
        using var fetcher = new Fetcher(new FetchOptions { Contact = "mailto:test@example.org", Tries = 1 }, TimeProvider.System);
        var answer = await fetcher.Fetch(new FetchRequest(new Uri($"http://{name}/"), Wanted.Article), default);
        Assert.Equal(RefusalReason.AddressNotAllowed, Assert.IsType<Refused>(answer).Reason);
    }

    // Every spelling that leads to the own machine; a listener there must see no connection.
    [Theory, Trait("case", "C09")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("0")]
    [InlineData("127.1")]
    [InlineData("[64:ff9b::7f00:1]")]
    public async Task Dials_no_spelling_of_the_own_machine(string host)
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var fetcher = new Fetcher(new FetchOptions { Contact = "mailto:test@example.org", Tries = 1 }, TimeProvider.System);

        var answer = await fetcher.Fetch(new FetchRequest(new Uri($"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/"), Wanted.Article), default);

        Assert.Equal(RefusalReason.AddressNotAllowed, Assert.IsType<Refused>(answer).Reason);
        Assert.False(listener.Pending());
    }
}
