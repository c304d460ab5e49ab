using System.CommandLine;
using ReportHarvester.Harvest;

namespace ReportHarvester.App.Commands;

/// <summary>`sources list`, `add`, `check` and `import`: the columns that are harvested.</summary>
static class SourcesCommand
{
    static readonly Option<FileInfo> Sources = HarvestCommand.Sources;
    static readonly Option<string> Format = CommonOptions.Format("text", "json");
    static readonly Argument<string> Column = new("url") { Description = "年报栏目网址。Address of the column of annual reports" };
    static readonly Argument<FileInfo> Csv = new("csv") { Description = "来源表。The table of sources; UTF-8 or GBK" };
    static readonly Option<bool> Write = new("--write") { Description = "写入来源清单。Add the entry to the list instead of only showing it" };
    static readonly Option<string?> Key = new("--key") { Description = "来源标识。Key of the new source", HelpName = "KEY" };
    static readonly Option<string?> Agency = new("--agency") { Description = "机关名称或代码。Name or code of the agency, if the page does not say it", HelpName = "NAME" };

    public static Command Create()
    {
        var list = new Command("list", "列出来源。List the sources, after checking the whole file") { Sources, Format };
        list.SetAction((parsed, _) => ExitOn.Trouble(() => List(parsed)));
        var add = SettingsOptions.With(new Command("add", "查看栏目并拟一条来源。Look at a column and propose an entry for it; --write adds it") { Column, Key, Agency, Write });
        add.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => SourcesAdd.Run(parsed, cancellationToken)));
        var check = SettingsOptions.With(new Command("check", "检查各来源现在列出什么；有异常时退出码为1。What each source lists now, which years are missing; exit code 1 if anything is off") { HarvestCommand.Keys, Format });
        check.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Check(parsed, cancellationToken)));
        var import = new Command("import", """
            从CSV导入来源，全部或全不。Add hundreds of sources from a table, all or nothing; every wrong line is named
              key 标识, agency 机关 (several with ; between), address 栏目网址  (required)
              listing 列表类型, scope 口径 (own, aggregate, both; 本机关 汇总 两者), from 起始年度, to 终止年度, min 最少, max 最多, note 备注,
              verified 核实日期, certificate 证书
            """) { Csv, Sources, Format };
        import.SetAction((parsed, _) => ExitOn.Trouble(() => Import(parsed)));
        return new Command("sources", "来源清单。The list of sources") { list, add, check, import };
    }

    internal static Uri AskedFor(ParseResult parsed) => Uri.TryCreate(parsed.GetRequiredValue(Column), UriKind.Absolute, out var address)
        ? address : throw new UsageException($"不是网址。{parsed.GetRequiredValue(Column)} is no address.");

    internal static (string? Key, string? Agency, bool Write) Wishes(ParseResult parsed) => (parsed.GetValue(Key), parsed.GetValue(Agency), parsed.GetValue(Write));

    static int List(ParseResult parsed)
    {
        SourceOutput.Write(HarvestCommand.Chosen(parsed.GetRequiredValue(Sources), []), parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    static async Task<int> Check(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOptions.Of(parsed);
        var sources = HarvestCommand.Chosen(new FileInfo(settings.Sources), parsed.GetRequiredValue(HarvestCommand.Keys));
        using var look = new SourceLook(HarvestCommand.Fetching(settings.Contact, settings.Connect), TimeProvider.System, settings.Data);
        var sights = await look.AtAll(sources, cancellationToken);
        var today = BeijingTime.Date(TimeProvider.System.GetUtcNow());
        SourceOutput.Write(sights, today, parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        if (sights.Count > 0 && sights.All(sight => sight.Reports is null)) return ExitCode.Unavailable;
        return sights.Any(sight => SourceOutput.IsOff(sight, today)) ? ExitCode.DoneWithTrouble : ExitCode.Done;
    }

    static int Import(ParseResult parsed)
    {
        var (csv, file) = (parsed.GetRequiredValue(Csv), parsed.GetRequiredValue(Sources));
        var sources = SourceTable.Read(csv.Name, File.ReadAllBytes(csv.FullName), file.Exists ? SourceFile.Load(file) : []);
        SourceFile.Add(file, sources);
        SourceOutput.Write(sources, parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return ExitCode.Done;
    }
}
