using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Hosting;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`serve`: the pages over a data folder, beside a harvest that writes into it or without one.</summary>
static class ServeCommand
{
    static readonly Option<string> Data = CommonOptions.Data();

    static readonly Option<int> Port = new("--port") { Description = "端口。Port; 0 takes a free one", DefaultValueFactory = _ => 8080 };

    static readonly Option<string> Address = new("--listen")
    {
        Description = "监听地址，默认仅本机可访问。Address to listen on; others than this machine see the pages only if it is not loopback",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    public static Command Create()
    {
        var command = new Command("serve", "在浏览器中查看。Look at the store in a browser") { Data, Port, Address };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(parsed.GetRequiredValue(Address), out var address)) throw new UsageException("--listen 应为IP地址。--listen takes an IP address.");
        // Says at once what is wrong with the folder, and not when the first visitor comes.
        ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data)).Dispose();
        await using var app = Site.Build(parsed.GetRequiredValue(Data), new IPEndPoint(address, parsed.GetValue(Port)));
        await app.StartAsync(cancellationToken);
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{app.Urls.First()}  (Ctrl-C 结束 ends)");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
