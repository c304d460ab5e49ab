namespace ReportHarvester.App;

/// <summary>What a run is doing or has come to.</summary>
enum HarvestStep { Source, ListPage, Link, Passed, Fetched, NotModified, Refused, Read, Reread, Unexpected, PutOff, Failed, Stopped }

/// <summary>One step of a run, for whoever watches it.</summary>
/// <param name="Subject">The address, agency or document it is about.</param>
sealed record HarvestEvent(HarvestStep Step, string Source, string Subject, string Detail = "");
