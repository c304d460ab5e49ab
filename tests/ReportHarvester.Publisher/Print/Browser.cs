using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportHarvester.Publisher.Pdf;

namespace ReportHarvester.Publisher.Print;

/// <summary>One headless Chromium for many documents, spoken to in the DevTools protocol: a start of its own for each costs a second.</summary>
sealed class Browser : IAsyncDisposable
{
    static readonly string[] switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "about:blank",
    ];

    readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("browser");
    readonly ClientWebSocket socket = new();
    readonly Process process;
    int last;

    Browser() => process = Process.Start(new ProcessStartInfo("chromium", [$"--user-data-dir={profile.FullName}", .. switches])
    {
        RedirectStandardError = true,
    })!;

    public static async Task<Browser> Open(CancellationToken cancel)
    {
        var browser = new Browser();
        var address = "";
        while (!address.Contains("ws://"))
            address = await browser.process.StandardError.ReadLineAsync(cancel) ?? throw new InvalidOperationException("chromium did not start");
        _ = browser.process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancel);
        await browser.socket.ConnectAsync(new Uri(address[address.IndexOf("ws://", StringComparison.Ordinal)..]), cancel);
        return browser;
    }

    public async Task<byte[]> Print(string document, CancellationToken cancel)
    {
        var target = (string)(await Ask("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancel))["targetId"]!;
        var session = (string)(await Ask("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, cancel))["sessionId"]!;
        var frame = (await Ask("Page.getFrameTree", [], session, cancel))["frameTree"]!["frame"]!["id"]!.DeepClone();
        await Ask("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = document }, session, cancel);
        var print = new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true };
        var pdf = Convert.FromBase64String((string)(await Ask("Page.printToPDF", print, session, cancel))["data"]!);
        await Ask("Target.closeTarget", new() { ["targetId"] = target }, null, cancel);
        return ConstantDates.In(pdf);
    }

    async Task<JsonNode> Ask(string method, JsonObject parameters, string? session, CancellationToken cancel)
    {
        var (id, request) = (++last, new JsonObject { ["id"] = last, ["method"] = method, ["params"] = parameters });
        if (session is not null)
            request["sessionId"] = session;
        await socket.SendAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, true, cancel);
        while (true)
        {
            var answer = JsonNode.Parse(await Received(cancel))!;
            if ((int?)answer["id"] != id)
                continue;
            return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
        }
    }

    async Task<byte[]> Received(CancellationToken cancel)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancel);
            await message.WriteAsync(buffer.AsMemory(0, part.Count), cancel);
        }
        while (!part.EndOfMessage);
        return message.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try { profile.Delete(recursive: true); }
        catch (IOException) { /* A child of the browser may still write its last file; the directory is temporary. */ }
    }
}
