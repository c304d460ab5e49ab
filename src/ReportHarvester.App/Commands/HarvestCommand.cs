using System.CommandLine;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`harvest`: fetches what the sources list, reads it and stores it.</summary>
static class HarvestCommand
{
    static readonly Option<FileInfo> Sources = new("--sources")
    {
        Description = "JSON file with the sources (default: the sources.json beside the program)",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "sources.json")),
    };

    static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Folder that keeps originals and readings",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    static readonly Option<string[]> Keys = new("--source")
    {
        Description = "Keys of the sources to harvest (default: all)", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };

    static readonly Option<string?> Contact = new("--contact")
    {
        Description = "Mail address or URL under which a site's operator reaches you; sent with every request",
    };

    static readonly Option<string?> ConnectTo = new("--connect")
    {
        Description = "HOST:PORT to dial for every host, as curl --connect-to does; for tests and replay. No pauses where HOST is this machine",
    };

    static readonly Option<string> Format = FormatOption();

    public static Command Create()
    {
        var command = new Command("harvest", "Fetch the reports that the sources list, read and store them") { Sources, Data, Keys, Contact, ConnectTo, Format };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Replay.Apply(new FetchOptions { Contact = ContactOf(parsed.GetValue(Contact)) }, parsed.GetValue(ConnectTo));
        var sources = Chosen(parsed.GetRequiredValue(Sources), parsed.GetRequiredValue(Keys));
        using var store = ReportStore.Open(parsed.GetRequiredValue(Data).FullName);
        using var fetcher = new Fetcher(options, TimeProvider.System);
        using var progress = new ProgressLines();

        var result = await new HarvestRun(store, fetcher, TimeProvider.System, progress).Run(sources, cancellationToken);

        progress.Dispose();
        HarvestAnswer.Write(result, parsed.GetRequiredValue(Format));
        return HarvestAnswer.ExitCodeOf(result);
    }

    // Without a way to reach whoever crawls, the only answer left to an operator is to block.
    static string ContactOf(string? contact) =>
        contact is not null && !contact.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '(' or ')')
            && (contact.IndexOf('@') > 0 || (Uri.TryCreate(contact, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            ? contact
            : throw new UsageException("harvest needs --contact with a mail address or a URL: sites are told whom to write to.");

    static IReadOnlyList<Source> Chosen(FileInfo file, string[] keys)
    {
        using var stream = file.OpenRead();
        var sources = SourceList.Load(stream);
        if (keys.Except(sources.Select(s => s.Key)).FirstOrDefault() is { } unknown)
            throw new UsageException($"There is no source {unknown} in {file.FullName}.");
        return keys.Length == 0 ? sources : [.. sources.Where(s => keys.Contains(s.Key))];
    }

    static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }
}
