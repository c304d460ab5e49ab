using System.CommandLine;
using ReportHarvester.Harvest;

namespace ReportHarvester.App.Commands;

/// <summary>`sources add URL`: looks at a column as a harvest would and proposes an entry.</summary>
static class SourcesAdd
{
    public static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (address, wish) = (SourcesCommand.AskedFor(parsed), SourcesCommand.Wishes(parsed));
        var settings = SettingsOptions.Of(parsed);
        var file = new FileInfo(settings.Sources);
        var known = file.Exists ? SourceFile.Load(file) : [];
        if (known.FirstOrDefault(source => source.Address == address) is { } same)
            throw new UsageException($"该栏目已在清单中。The column is in {file.FullName} already, as {same.Key}.");
        var key = wish.Key ?? SourceProposal.KeyOf(address, [.. known.Select(source => source.Key)]);
        if (known.Any(source => source.Key == key)) throw new UsageException($"标识已有。The key {key} is in {file.FullName} already.");
        var asked = new Source { Key = key, Agency = wish.Agency ?? "?", Address = address };
        if (SourceList.Objection(asked) is { } objection) throw new UsageException($"{address}: {objection}");
        var error = parsed.InvocationConfiguration.Error;

        using var look = new SourceLook(HarvestCommand.Fetching(settings.Contact, settings.Connect), TimeProvider.System, settings.Data);
        var sight = await look.At(asked, cancellationToken);
        foreach (var trouble in sight.Troubles) await error.WriteLineAsync(trouble);
        if (sight.Reports is null) return ExitCode.Unavailable;
        foreach (var link in sight.Reports) await error.WriteLineAsync($"{link.Year}  {link.Title}  {link.Address}");
        if (sight.Reports.Count == 0)
        {
            await error.WriteLineAsync("没有找到年度报告。No annual report was found there.");
            return ExitCode.DoneWithTrouble;
        }
        var source = SourceProposal.Of(sight, await Printed(look, sight, cancellationToken), BeijingTime.Date(TimeProvider.System.GetUtcNow()));
        if (wish.Agency is { } agency) source = source with { Agency = agency, Agencies = [] };
        await parsed.InvocationConfiguration.Output.WriteLineAsync(SourceList.Write([source]));
        if (SourceList.Objection(source) is { } open)
        {
            await error.WriteLineAsync($"请用 --agency 指明机关。Name the agency with --agency: {open}");
            return ExitCode.DoneWithTrouble;
        }
        if (wish.Write) SourceFile.Add(file, [source]);
        return ExitCode.Done;
    }

    // Where the titles name no agency, the newest report may.
    static async Task<string?> Printed(SourceLook look, SourceSight sight, CancellationToken cancellationToken)
    {
        if (sight.Reports!.Any(link => link.Agency is not null) || await look.Get(sight.Reports![0], cancellationToken) is not { } newest) return null;
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        return newest.Read(bytes => reader.Read(bytes, newest.Charset)).Report.Agency;
    }
}
