using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Sends bytes on a connection that no web server would, and closes it. It has no robots.txt.</summary>
sealed class RawServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Func<NetworkStream, Task> answer;

    public RawServer(Func<NetworkStream, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = Serve();
    }

    public RawServer(string answer) : this(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(answer.ReplaceLineEndings("\r\n"))).AsTask()) { }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Number of connections so far, without those for robots.txt.</summary>
    public int Served { get; private set; }

    /// <summary>The last request, with its headers.</summary>
    public string Asked { get; private set; } = "";

    public void Dispose() => listener.Dispose();

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var request = await ReadRequest(stream);
                if (request.StartsWith("GET /robots.txt ", StringComparison.Ordinal))
                {
                    await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                    continue;
                }
                Served++;
                Asked = request;
                await answer(stream);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over, or the client went away, which some of these answers make it do.
        }
    }

    static async Task<string> ReadRequest(NetworkStream stream)
    {
        var buffer = new byte[8192];
        var text = "";
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) break;
            text += Encoding.Latin1.GetString(buffer, 0, read);
        }
        return text;
    }
}
