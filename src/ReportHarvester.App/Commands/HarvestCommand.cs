using System.CommandLine;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`harvest`: fetches what the sources list, reads it and stores it.</summary>
static class HarvestCommand
{
    internal static readonly Option<FileInfo> Sources = new("--sources")
    {
        Description = "来源清单，默认为程序旁的 sources.json。JSON file with the sources; by default the one beside the program",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "sources.json")),
    };

    internal static readonly Option<string[]> Keys = new("--source")
    {
        Description = "只采集这些来源，默认全部。Keys of the sources to harvest; all if none",
        HelpName = "KEY",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    internal static readonly Option<string?> Contact = new("--contact")
    {
        Description = "联系邮箱或网址，随每个请求告知网站（必填）。Required: mail address or URL under which a site's operator reaches you",
        HelpName = "MAIL_OR_URL",
    };

    internal static readonly Option<string?> ConnectTo = new("--connect")
    {
        Description = "所有主机都改连此地址，用于测试和重放。Dial this address for every host, as curl --connect-to does; "
            + "for tests and replay. Without pauses where HOST is this machine",
        HelpName = "HOST:PORT",
    };

    static readonly Option<bool> Offline = new("--offline")
    {
        Description = "只用档案中的原件，不访问网络。The whole run from the archive: asks nobody, opens no connection, needs no contact",
    };

    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var command = SettingsOptions.With(new Command("harvest", "采集各来源列出的年度报告，解析并入库。Fetch the reports that the sources list, read and store them") { Keys, Offline, Format });
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => parsed.GetValue(Offline) ? RunOffline(parsed, cancellationToken) : Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOptions.Of(parsed);
        var options = Fetching(settings.Contact, settings.Connect);
        var sources = Chosen(new FileInfo(settings.Sources), parsed.GetRequiredValue(Keys));
        using var store = ReportStore.Open(settings.Data, settings.DiskFloor);
        return Answer(parsed, await HarvestWorker.RunHosted(store, options, sources, cancellationToken));
    }

    static async Task<int> RunOffline(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOptions.Of(parsed);
        var sources = Chosen(new FileInfo(settings.Sources), parsed.GetRequiredValue(Keys));
        using var store = ReportStore.Open(settings.Data, settings.DiskFloor);
        using var progress = new ProgressLines();
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        return Answer(parsed, await new HarvestRun(store, fetcher: null, TimeProvider.System, progress, reader.Read).Run(sources, cancellationToken));
    }

    static int Answer(ParseResult parsed, HarvestResult result)
    {
        HarvestAnswer.Write(result, parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return HarvestAnswer.ExitCodeOf(result);
    }

    internal static FetchOptions Fetching(string? contact, string? connect) => Replay.Apply(new FetchOptions { Contact = ContactOf(contact) }, connect);

    // Without a way to reach whoever crawls, the only answer left to an operator is to block.
    static string ContactOf(string? contact) =>
        contact is not null && !contact.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '(' or ')')
            && (contact.IndexOf('@') > 0 || (Uri.TryCreate(contact, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            ? contact
            : throw new UsageException("请用 --contact 给出联系邮箱或网址。"
                + "Needs --contact with a mail address or a URL: sites are told whom to write to.");

    internal static IReadOnlyList<Source> Chosen(FileInfo file, string[] keys)
    {
        if (!file.Exists) throw new FileNotFoundException($"没有来源清单 {file.FullName}，请用 --sources 指定。There is no list of sources there; name one with --sources.");
        var sources = SourceFile.Load(file);
        if (keys.Except(sources.Select(s => s.Key)).FirstOrDefault() is { } unknown)
            throw new UsageException($"没有来源 {unknown}。There is no source {unknown} in {file.FullName}.");
        return keys.Length == 0 ? sources : [.. sources.Where(s => keys.Contains(s.Key))];
    }
}
