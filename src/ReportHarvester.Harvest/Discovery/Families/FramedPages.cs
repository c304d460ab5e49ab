namespace ReportHarvester.Harvest;

/// <summary>A page that lists no report of its own but shows other pages in frames: what it lists stands there.</summary>
static class FramedPages
{
    const int Most = 5;

    public static IReadOnlyList<PageRequest> Next(ListAnswer answer) =>
        answer.Request.ForScript || AttachmentPlaces.Of(answer.Page).Any() ? []
        : [.. answer.Page.Embeds.Select(answer.Page.Resolve).OfType<Uri>().Where(to => to != answer.Address && Site.Same(to, answer.Address)).Distinct().Take(Most)
            .Select(to => new PageRequest(to))];
}
