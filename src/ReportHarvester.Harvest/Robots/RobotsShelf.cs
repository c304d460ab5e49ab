namespace ReportHarvester.Harvest;

/// <summary>Where robots.txt files are kept from one run to the next, so that a host is only asked whether its file still holds.</summary>
/// <param name="Recall">The file that an address gave last, with its validators; null if there is none to ask by.</param>
/// <param name="Keep">Told of every file that was fetched or still holds.</param>
public sealed record RobotsShelf(Func<Uri, Fetched?> Recall, Action<Uri, FetchAnswer> Keep);
