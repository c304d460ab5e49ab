namespace ReportHarvester.Harvest;

/// <summary>Finds reports in list pages and documents in article pages. Pure: bytes and an address in, links out.</summary>
public static class Discovery
{
    // A prefecture's towns and offices, each with a document in one article.
    const int MaxAttachments = 500;

    /// <summary>Reads one page of a list, or what an interface of the site answered instead of one.</summary>
    /// <param name="charset">The charset that the server declared; null if none.</param>
    /// <param name="request">What was asked for, with the address at which it was found after redirects.</param>
    public static ListPage ReadList(byte[] bytes, string? charset, PageRequest request, ListPlace? place = null)
    {
        if (Content.KindOf(bytes) is ContentKind.Pdf or ContentKind.Office) return new ListPage { IsReport = true };
        var answer = ListAnswer.Of(bytes, charset, request);
        place ??= new ListPlace();
        var judge = new LinkJudge(answer, place with { InColumn = place.InColumn || request.ForScript || IsColumn(answer.Page, request.Address) });
        foreach (var item in answer.Items.Concat(answer.Lost).Concat(answer.Stray.Where(stray => !ReportTitle.IsYear(stray.Hint)))) judge.Add(item);
        if (OwnReport.Of(answer) is { } itself) judge.Reports.TryAdd(itself.Address, itself);
        var next = Families.NextPages(answer, judge.Reports.Count);
        if (judge.Reports.Count + judge.Collections.Count + next.Count == 0) next = FramedPages.Next(answer);
        return new ListPage
        {
            Reports = [.. judge.Reports.Values], Folders = [.. judge.Folders.Values], Collections = [.. judge.Collections.Values], NextPages = next, Passed = judge.Passed,
            ListsOthers = OwnReport.IsListOfOthers(answer), IsReport = OwnReport.IsIn(answer, place),
            Troubles = [.. Obstacles.Of(answer, judge, next)],
            MissesPages = Obstacles.MissesPages(answer, next, judge.Reports.Count),
            Stated = AnsweredPages.Stated(answer),
            Records = [.. answer.Records.Where(item => !LinkedPager.IsPager(item)).Select(item => answer.Page.Resolve(item.Href)?.AbsoluteUri ?? item.Href), .. answer.Lost.Select(item => item.Hint)],
        };
    }

    /// <summary>What to ask where a request was answered with nothing that may be missing, as a year for which there is no report; null where nothing may.</summary>
    public static IReadOnlyList<PageRequest>? NextWhenMissing(PageRequest request) =>
        YearByYear.Asked(request.Address) is null ? null : [.. YearByYear.Next(request, reports: 0)];

    /// <summary>What an article page carries: documents that it links, embeds, shows in a viewer or opens by a script. Nothing if it is no page.</summary>
    public static Carried Attachments(byte[] bytes, string? charset, Uri address)
    {
        if (Content.KindOf(bytes) != ContentKind.Html) return new Carried();
        var answer = ListAnswer.Of(bytes, charset, new PageRequest(address));
        var places = AttachmentPlaces.Of(answer.Page).Where(place => place.Address != address).DistinctBy(place => place.Address).ToLookup(place => Site.Same(place.Address, address));
        var documents = places[true].Select(place => place.Address).ToList();
        return new Carried
        {
            Documents = [.. documents.Take(MaxAttachments)],
            Frames = OwnReport.IsIn(answer, new ListPlace()) ? [] : [.. FramedPages.Next(answer).Select(frame => frame.Address)],
            Passed =
            [
                .. places[false].Select(place => new PassedLink(place.Title, place.Address.AbsoluteUri, PassReason.OtherSite)),
                .. documents.Skip(MaxAttachments).Select(to => new PassedLink("", to.AbsoluteUri, PassReason.TooMany)),
            ],
        };
    }

    /// <summary>Whether two addresses differ in the values of their fields alone: by a token among them, one page has many addresses.</summary>
    public static bool DifferInValues(Uri one, Uri other) => one.Query != other.Query && one.GetLeftPart(UriPartial.Path) == other.GetLeftPart(UriPartial.Path)
        && Addresses.Fields(one.Query).Select(field => field.Name).SequenceEqual(Addresses.Fields(other.Query).Select(field => field.Name));

    /// <summary>Whether an address is that of a site's home page.</summary>
    public static bool IsHome(Uri address) => address.Query.Length == 0 && Addresses.Folder(address) == "/" && Addresses.IsFolder(address);

    /// <summary>Whether an address may be that of a list's first page, under its number as index_0, index_1 or page=1 is, or without any as index.html is; told by where it differs from the first.</summary>
    public static bool MayBeFirst(Uri first, Uri page)
    {
        var fields = Addresses.Fields(page.Query).Except(Addresses.Fields(first.Query)).Select(field => field.Value);
        var name = page.AbsolutePath == first.AbsolutePath ? "" : page.AbsolutePath[page.AbsolutePath.Zip(first.AbsolutePath).TakeWhile(c => c.First == c.Second).Count()..];
        var numbers = fields.Append(name).Select(value => string.Concat(value.Where(char.IsAsciiDigit))).ToList();
        return numbers.TrueForAll(number => number == "") || numbers.Exists(number => number is "0" or "1");
    }

    static bool IsColumn(Page page, Uri address) =>
        Words.Known.SpeakOfReports(page.Title) || Words.Known.SpeakOfReports(page.Column) || Words.Known.AreColumnPath(address);
}
