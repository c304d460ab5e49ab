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
        var notices = Notice.Of(store, question, now, out var withheld);
        foreach (var notice in notices)
        {
            var name = FileName(notice);
            var (file, written) = (Path.Combine(path, name), await folder.Write(name, notice, NoticeDocument.Of(notice, issuer, parsed.GetValue(Day) ?? BeijingTime.Date(now)), cancellationToken));
            told.Add(new { file, written, notice.Agency, notice.Code, notice.Year, notice.Publication, notice.Rectify, notice.Explain });
            if (!written) held++;
            if (!written) await error.WriteLineAsync($"{file}  不是本程序所写，或有人改过，未覆盖。Was not written by this program, or was changed since: not written over");
            else if (!json) await output.WriteLineAsync($"{file}  整改 {notice.Rectify.Count + (notice.MustPublish ? 1 : 0)}，说明 {notice.Explain.Count + (notice.Publication is not null && !notice.MustPublish ? 1 : 0)}");
        }
        var stale = await folder.RemoveStale(question, agency is null ? null : AgencyList.Find(store, agency, question.Year), cancellationToken);
        foreach (var letter in stale) await error.WriteLineAsync($"{Path.Combine(path, letter.File)}  以前所写，{Became(letter, withheld)}");
        await Tell(withheld, error);
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(told, ReadingJson.Indented) : $"{told.Count - held} 份通知。{told.Count - held} notices.");
        return held == 0 && stale.All(letter => letter.IsRemoved) ? ExitCode.Done : ExitCode.DoneWithTrouble;
    }

    static string Became(Stale letter, IReadOnlyList<HeldBack> withheld) => (withheld.Any(w => w.AgencyId == letter.AgencyId), letter.IsRemoved) switch
    {
        (true, true) => "现暂不发，已删除。Written by an earlier run, held back now, removed",
        (true, false) => "现暂不发，但有人改过，未删除。Held back now, but was changed since it was written: left",
        (false, true) => "已不成立，已删除。Written by an earlier run, holds no more, removed",
        (false, false) => "已不成立，但有人改过，未删除。Holds no more, but was changed since it was written: left",
    };

    static async Task Tell(IReadOnlyList<HeldBack> withheld, TextWriter error)
    {
        var unread = withheld.Count(w => w.Printed is null);
        foreach (var stranger in withheld.Where(w => w.Printed is not null))
            await error.WriteLineAsync($"{ProblemOutput.Plain(stranger.Agency)}：报告署名“{ProblemOutput.Plain(stranger.Printed!)}”，与登记名称不符，问题暂不发；如系同一机关请登记。Held back: its report prints a name that nobody is known to bear");
        if (unread < withheld.Count) await error.WriteLineAsync($"{withheld.Count - unread} 份报告署名不明，暂不发。{withheld.Count - unread} reports under unknown names are held back");
        if (unread > 0) await error.WriteLineAsync($"{unread} 份报告未能读出而不能断定为公布之过，暂不发。{unread} reports that could not be read, perhaps by this machine or program only, are held back");
    }

    // Names are strangers' words.
    static string FileName(Notice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat($"{notice.Code}-{notice.Agency}".TrimStart('-').Where(c => char.IsLetterOrDigit(c) || c == '-').Take(80))}-{notice.Year}.docx");
}
