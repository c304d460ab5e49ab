using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReportHarvester.App.Notices;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`notices DIR`: for each agency with problems a notice that asks to put them right or to explain them, as a Word document.</summary>
static class NoticesCommand
{
    static readonly Argument<string> Folder = new("dir") { Description = "通知存放的文件夹。Folder for the notices, one document an agency" };
    static readonly Option<int> Year = CommonOptions.YearReportedOn();
    static readonly Option<string?> Agency = CommonOptions.Agency();
    static readonly Option<string?> Region = CommonOptions.Region();
    static readonly Option<FileInfo?> Deadlines = CommonOptions.Deadlines();
    static readonly Option<string> Issuer = new("--issuer") { Description = "发文机关署名。Who issues the notices", HelpName = "NAME", Required = true };
    static readonly Option<DateOnly?> Day = new("--date") { Description = "成文日期，默认今天（北京时间）。The day on the notices, as 2025-02-10; today in China if none", HelpName = "DAY" };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create()
    {
        var command = new Command("notices", "逐机关生成整改通知（DOCX，GB/T 9704 版式）；已排除、已说明的问题不列，以前所写而已不成立的删除。Write a notice to each agency with problems; what was dismissed or explained is left out; letters of earlier runs that hold no more are removed")
        {
            Folder, Year, Agency, Region, Deadlines, Issuer, Day, Data, Format,
        };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed, cancellationToken)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
        var (agency, now) = (parsed.GetValue(Agency), TimeProvider.System.GetUtcNow());
        CommonOptions.RequireKnown(store, agency);
        CommonOptions.RequireRegion(store, parsed.GetValue(Region));
        var question = new ComplianceQuestion(parsed.GetRequiredValue(Year)) { Agency = agency, Region = parsed.GetValue(Region), Local = CommonOptions.Read(parsed.GetValue(Deadlines)) };
        var issuer = CommonOptions.Said(parsed, Issuer);
        var path = ExitOn.Creating(() => Directory.CreateDirectory(parsed.GetRequiredValue(Folder))).FullName;
        await using var folder = new NoticeFolder(path, parsed.GetRequiredValue(Data));
        var (told, held) = (new List<object>(), 0);
        var (output, error, json) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(Format) == "json");
        foreach (var notice in Notice.Of(store, question, now))
        {
            var name = FileName(notice);
            var (file, written) = (Path.Combine(path, name), await folder.Write(name, notice, NoticeDocument.Of(notice, issuer, parsed.GetValue(Day) ?? BeijingTime.Date(now)), cancellationToken));
            told.Add(new { file, written, notice.Agency, notice.Code, notice.Year, notice.Publication, notice.Rectify, notice.Explain });
            if (!written) held++;
            if (!written) await error.WriteLineAsync($"{file}  不是本程序所写，或有人改过，未覆盖。Was not written by this program, or was changed since: not written over");
            else if (!json) await output.WriteLineAsync($"{file}  整改 {notice.Rectify.Count + (notice.MustPublish ? 1 : 0)}，说明 {notice.Explain.Count + (notice.Publication is not null && !notice.MustPublish ? 1 : 0)}");
        }
        var (removed, changed) = await folder.RemoveStale(question, agency is null ? null : AgencyList.Find(store, agency, question.Year), cancellationToken);
        foreach (var stale in removed) await error.WriteLineAsync($"{Path.Combine(path, stale)}  以前所写，已不成立，已删除。Written by an earlier run, holds no more, removed");
        foreach (var stale in changed) await error.WriteLineAsync($"{Path.Combine(path, stale)}  以前所写，已不成立，但有人改过，未删除。Holds no more, but was changed since it was written: left");
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(told, ReadingJson.Indented) : $"{told.Count - held} 份通知。{told.Count - held} notices.");
        return held == 0 && changed.Count == 0 ? ExitCode.Done : ExitCode.DoneWithTrouble;
    }

    // Names are strangers' words.
    static string FileName(Notice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat($"{notice.Code}-{notice.Agency}".TrimStart('-').Where(c => char.IsLetterOrDigit(c) || c == '-').Take(80))}-{notice.Year}.docx");
}
