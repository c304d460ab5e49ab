using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using ReportHarvester.App.Pages;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>The pages over what the demo harvests, in a real browser that notes every complaint and every request that leaves the machine.</summary>
public sealed class Browsed : IAsyncLifetime
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("browsed-");
    WebApplication? site;
    IPlaywright? playwright;
    IBrowser? browser;

    public string Data => data.FullName;

    public Uri Address => new(site!.Urls.First());

    public async Task InitializeAsync()
    {
        var demo = await BuiltProgram.Run("demo", "--data", Data);
        Assert.True(demo.Code == 0, demo.Error);
        site = Site.Build(new ReportHarvester.App.Settings { Data = Data }, new IPEndPoint(IPAddress.Loopback, 0));
        await site.StartAsync();
    }

    /// <summary>A new window; what it must not do stands in the list.</summary>
    public async Task<(IPage Page, List<string> Trouble)> Open(int width = 1280, int height = 900, bool scripts = true)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = scripts, BaseURL = Address.AbsoluteUri });
        var trouble = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") trouble.Add(message.Text); };
        page.PageError += (_, error) => trouble.Add(error);
        page.Request += (_, request) => { if (new Uri(request.Url) is { IsLoopback: false, Scheme: not "data" }) trouble.Add($"asks {request.Url}"); };
        page.Response += (_, response) => { if (response.Status >= 400) trouble.Add($"{response.Status} {response.Url}"); };
        return (page, trouble);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await site!.DisposeAsync();
        data.Delete(recursive: true);
    }
}
