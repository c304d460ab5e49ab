using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Hosting;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`serve`: the pages over a data folder and the worker that fills it, in one process; or the pages alone.</summary>
static class ServeCommand
{
    static readonly Option<string?> Port = new("--port") { Description = "端口，默认 8080。Port, 8080 by default; 0 takes a free one", HelpName = "N" };

    static readonly Option<string?> Address = new("--listen")
    {
        Description = "监听地址，默认仅本机可访问。IP address to listen on; by default only this machine sees the pages", HelpName = "IP",
    };

    static readonly Option<bool> BeyondLoopback = new("--beyond-loopback")
    {
        Description = "允许其他机器访问：页面没有登录。Let other machines in: the pages ask nobody who they are",
    };

    static readonly Option<bool> PagesOnly = new("--pages-only") { Description = "只看，不采集。Only look: harvest nothing, need no contact" };

    static readonly (Option<string?>, string)[] Direct = [(Port, "web:port"), (Address, "web:listen")];

    public static Command Create()
    {
        var command = SettingsOptions.With(new Command("serve", "在浏览器中查看，并按计划采集。Look at the store in a browser, and harvest by the schedule") { BeyondLoopback, PagesOnly }, Direct);
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOptions.Of(parsed, Direct);
        var (address, harvests) = (Where(settings.Web, parsed.GetValue(BeyondLoopback)), !parsed.GetValue(PagesOnly));
        using var hold = harvests ? FolderHold.TakeForWorker(settings.Data) : null;
        // Says at once what is wrong with the folder, and not when the first visitor comes; the worker makes one.
        if (!harvests) ReportStore.OpenReadOnly(settings.Data).Dispose();
        await using var app = Site.Build(settings, address, builder =>
        {
            if (harvests) NightlyWorker.AddTo(builder.Services, settings);
        });
        // Whoever asks to stop while it starts is heard when it has started.
        await app.StartAsync(CancellationToken.None);
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{app.Urls.First()}  (Ctrl-C 结束 ends)");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    internal static IPEndPoint Where(WebSettings web, bool beyondLoopback)
    {
        if (!IPAddress.TryParse(web.Listen, out var address)) throw new SettingsException($"web:listen {web.Listen}：应为IP地址。It is an IP address.");
        if (web.Port is < 0 or > IPEndPoint.MaxPort) throw new SettingsException($"web:port {web.Port}：不是端口。No such port.");
        if (!IPAddress.IsLoopback(address) && !beyondLoopback && !web.BeyondLoopback)
            throw new SettingsException($"web:listen {web.Listen}：页面没有登录，他人可见；确要如此请加 --beyond-loopback。"
                + "The pages ask nobody who they are, and others could see them; if that is meant, say --beyond-loopback or set web:beyondLoopback.");
        return new IPEndPoint(address, web.Port);
    }
}
