using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace ReportHarvester.App;

/// <summary>Serves folders as web sites on a free port of this machine, each under the host name that is its folder's name.</summary>
sealed class FixtureSites : IAsyncDisposable
{
    readonly WebApplication app;

    FixtureSites(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<FixtureSites> Serve(string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var site in Directory.EnumerateDirectories(folder))
            app.MapWhen(context => context.Request.Host.Host == Path.GetFileName(site), branch => Answer(branch, site));
        await app.StartAsync(cancellationToken);
        return new FixtureSites(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Static files bring ETag, Last-Modified and 304 along.
    static void Answer(IApplicationBuilder branch, string site) => branch.UseFileServer(new FileServerOptions
    {
        FileProvider = new PhysicalFileProvider(Path.GetFullPath(site)),
        StaticFileOptions = { ServeUnknownFileTypes = true },
    });
}
