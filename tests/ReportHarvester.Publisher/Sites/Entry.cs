namespace ReportHarvester.Publisher.Sites;

/// <summary>A line of a list page: where it leads, what it says, when it was put there, and whether it is an annual report.</summary>
sealed record Entry(string Address, string Title, DateOnly Date, bool IsReport = false);

/// <summary>A file that a site answers with, by its path on the host.</summary>
sealed record Answer(string Path, Func<CancellationToken, Task<byte[]>> Content);
