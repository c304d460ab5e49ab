using Dapper;

namespace ReportHarvester.Store;

/// <summary>Until when hosts are to be left alone: they asked for it, or failed too often in a row. A run that begins meanwhile keeps to it.</summary>
public static class HostRest
{
    /// <summary>Null where nothing was kept of the host.</summary>
    public static DateTimeOffset? Until(ReportStore store, string host) => store.Read(connection =>
        connection.ExecuteScalar<string?>("SELECT until FROM host_rest WHERE host = @host", new { host }) is { } until ? DateTimeOffset.Parse(until) : (DateTimeOffset?)null);

    public static void Save(ReportStore store, string host, DateTimeOffset until) => store.Write(transaction => transaction.Connection!.Execute(
        "INSERT INTO host_rest (host, until) VALUES (@host, @until) ON CONFLICT DO UPDATE SET until = excluded.until", new { host, until }, transaction));
}
