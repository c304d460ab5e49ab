using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Keeps in the store which hosts are to be left alone, so that neither a restart nor the next run asks them sooner.</summary>
static class HostRests
{
    public static RestShelf Of(ReportStore store) => new(host => HostRest.Until(store, host), (host, until) => HostRest.Save(store, host, until));
}
