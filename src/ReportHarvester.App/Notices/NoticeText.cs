using System.Globalization;
using System.Text.RegularExpressions;
using ReportHarvester.Store;

namespace ReportHarvester.App.Notices;

/// <summary>A numbered part of a notice: its head and its items.</summary>
sealed record NoticePart(string Head, IReadOnlyList<NoticeItem> Items);

/// <summary>What an item of a notice begins with, what it says, and the numbered points under it.</summary>
sealed record NoticeItem(string Lead, string Text, params IReadOnlyList<string> Points);

/// <summary>What a notice says, in the words of notice.json.</summary>
sealed partial class NoticeText(Notice notice)
{
    static readonly NoticeWords Words = NoticeWords.Current;

    public string Addressee => notice.NowCalled is { } now ? NoticeWords.Fill(Words.Renamed, ("agency", notice.Agency), ("now", now)) : notice.Agency;

    public string Title => Fill(Words.Title);

    public string Opening => Fill(Words.Opening);

    public string Attachment => Fill(Words.Attachment);

    public string AttachmentTitle => Fill(Words.AttachmentTitle);

    public IReadOnlyList<NoticePart> Parts
    {
        get
        {
            IReadOnlyList<NoticeItem> published = notice.Publication is { } owed ? [Told(owed)] : [];
            IReadOnlyList<NoticeItem> rectify = [.. notice.MustPublish ? published : [], .. Told(notice.Rectify)], explain = [.. notice.MustPublish ? [] : published, .. Told(notice.Explain)];
            IReadOnlyList<NoticeItem> demands =
                [.. new[] { rectify.Count > 0 ? Words.DemandRectify : "", explain.Count > 0 ? Words.DemandExplain : "", Words.DemandReply }.Where(d => d.Length > 0).Select(d => new NoticeItem("", d))];
            return [.. new[] { new NoticePart(Words.Rectify, rectify), new NoticePart(Words.Explain, explain), new NoticePart(Words.Demands, demands) }.Where(p => p.Items.Count > 0)];
        }
    }

    /// <summary>Where each problem stands: a row of the attachment each, under the heads of notice.json.</summary>
    public IEnumerable<IReadOnlyList<string>> Places() => notice.Rectify.Concat(notice.Explain).Select((problem, i) => (IReadOnlyList<string>)
        [$"{i + 1}", problem.Code, Table(problem), Row(problem), ProblemOutput.Plain(problem.Evidence), Place(problem)]);

    // What breaks the same rule is told together, the rule once.
    static IEnumerable<NoticeItem> Told(IEnumerable<Problem> problems) => problems.GroupBy(p => (p.Table, p.Code, p.Rule)).Select(same => same.ToList()).Select(all => all.Count == 1
        ? new NoticeItem(Table(all[0]) + Named(all[0]) + "。", Evidence(all[0]) + Chinese(all[0].Rule ?? ""))
        : new NoticeItem(Table(all[0]) + NoticeWords.Fill(Words.Several, ("count", all.Count)) + "。", Chinese(all[0].Rule ?? ""), [.. all.Select((p, i) => $"{i + 1}.{(Named(p) is { Length: > 0 } row ? row + "：" : "")}{Evidence(p)}")]));

    // What prose says is compared with a table, and stands in the prose.
    static string Named(Problem problem) => !IsProse(problem) && Row(problem) is { Length: > 0 } row ? $"“{row}”" : "";

    static string Evidence(Problem problem) => Ended(ProblemOutput.Plain(problem.Evidence));

    // A sentence that ends within quotes has its full stop there.
    static string Ended(string sentence) => sentence.EndsWith("。”", StringComparison.Ordinal) ? sentence : $"{sentence}。";

    static NoticeItem Told(Obligation owed) => owed.State switch
    {
        PublicationState.Missing => new(Words.Missing + "。", Due(owed) + Absent(owed)),
        PublicationState.Vanished => new(Words.Vanished + "。", Address(owed.Url).Any() ? NoticeWords.Fill(Words.Gone, ("url", owed.Url)) : Words.GoneGiven),
        PublicationState.Unreadable => new(Words.Unreadable + "。", Address(owed.Url).Any() ? NoticeWords.Fill(Words.Unread, ("url", owed.Url)) : Words.UnreadGiven),
        _ => new(Words.Late + "。", Due(owed) + Absent(owed) + (owed.FirstSeen is { } seen ? NoticeWords.Fill(Words.Seen, ("time", Time(seen))) : "")
            + (owed.Stated is { } stated ? NoticeWords.Fill(Words.Stated, ("day", NoticeWords.Day(stated))) : "")),
    };

    static string Due(Obligation owed) => NoticeWords.Fill(Words.Due, ("due", NoticeWords.Day(owed.Due)), ("basis", owed.Basis));

    static string Absent(Obligation owed) => owed.AbsentAt is { } absent ? NoticeWords.Fill(Words.Absent, ("time", Time(absent))) : "";

    static string Time(DateTimeOffset time) => BeijingTime.At(time).ToString("yyyy年M月d日H时m分", CultureInfo.InvariantCulture);

    static bool IsProse(Problem problem) => problem.Code.StartsWith(Words.ProseCodes, StringComparison.Ordinal);

    static string Table(Problem problem)
    {
        if (problem.Table is { } table && !IsProse(problem)) return Words.Tables.GetValueOrDefault(table, table);
        return problem.Places.Select(p => p.Section).FirstOrDefault(s => s is not null) is { } section ? Section(section) : Words.Text;
    }

    static string Section(int number) => NoticeWords.Fill(Words.Section, ("section", NoticeDocument.Numeral(number)));

    static string Row(Problem problem) => ProblemOutput.Plain(ProblemOutput.Row(problem));

    // The address is told once behind all places in one document.
    static string Place(Problem problem)
    {
        IReadOnlyList<ProblemPlace> places = problem.Places.Count > 0 ? problem.Places : [new ProblemPlace { Url = problem.Url, Origin = problem.Origin ?? new() }];
        // Where two years are compared it is said of each place in which report it stands.
        var compared = places.Any(p => p.Year is { } of && of != problem.Year);
        var told = from document in places.GroupBy(p => (p.Year, p.Url))
                   let year = compared && document.Key.Year is { } of ? NoticeWords.Fill(Words.OfYear, ("year", of)) : ""
                   let cells = document.Select(Place).Where(p => p.Length > 0).Distinct().DefaultIfEmpty(Words.Places.GetValueOrDefault(problem.Code, Words.Whole))
                   select year + string.Join(Words.And, cells.Concat(Address(document.Key.Url)));
        return ProblemOutput.Plain(string.Join(Words.And, told));
    }

    static string Place(ProblemPlace place)
    {
        string?[] where =
        [
            place.Origin.Page is { } page ? NoticeWords.Fill(Words.Page, ("page", page)) : null,
            place.Origin is { Grid: { } grid, Row: { } row, Column: { } column } ? NoticeWords.Fill(Words.Cell, ("grid", grid), ("row", row), ("column", column)) : null,
            place.Section is { } section ? Section(section) : null,
        ];
        return string.Concat(where);
    }

    // What a person brought has no address.
    static IEnumerable<string> Address(string? url) => url is null || Store.Address.IsGiven(url) ? [] : [url];

    string Fill(string words) => NoticeWords.Fill(words, ("year", notice.Year), ("agency", ProblemOutput.Plain(notice.Agency)));

    // The sentences that cite rules say the same again in English.
    static string Chinese(string rule) => English().Replace(rule, "。");

    [GeneratedRegex("。[A-Z].*$")]
    private static partial Regex English();
}
