using System.Security.Cryptography;
using ReportHarvester.App;
using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>A province's reports against what a data folder holds: found by the bytes of a document that carries the report, with its year.</summary>
sealed class ProvinceScore
{
    public required IReadOnlyList<string> Missed { get; init; }

    /// <summary>Links and readings that are no report of the province.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>Traps that did not end in the refusal they should have.</summary>
    public required IReadOnlyList<string> Caught { get; init; }

    /// <summary>Reports found that were filed under another agency than the one that published them.</summary>
    public required IReadOnlyList<string> Misfiled { get; init; }

    /// <summary>Sites that only a browser can read and of which that was not said.</summary>
    public required IReadOnlyList<string> Unsaid { get; init; }

    public required int Reports { get; init; }
    public required int Traps { get; init; }
    public int Found => Reports - Missed.Count;

    public static ProvinceScore Of(Province province, Night night, string data)
    {
        var stored = DataFolder.Query(data, "SELECT r.sha256 || ' ' || coalesce(p.year, '') FROM reading r LEFT JOIN report p ON p.id = r.report").ToHashSet();
        var filed = DataFolder.Query(data, "SELECT DISTINCT r.sha256 || ' ' || a.name FROM reading r JOIN agency a ON a.id = r.agency").ToLookup(f => f[..64], f => f[65..]);
        var open = province.Sites.Where(s => s.IsOpen).ToList();
        var reports = open.SelectMany(s => s.Reports.Select(r => (Site: s, Report: r))).ToList();
        var known = open.SelectMany(s => s.Listed.Where(l => !l.Path.StartsWith("/xw/", StringComparison.Ordinal)).Select(l => s.Address(l.Path)).Concat(s.Reports.Select(r => s.Address(r.Path)))).ToHashSet();
        var carriers = reports.SelectMany(r => r.Report.Carriers).Select(Hash).ToHashSet();
        var refused = night.Events.Where(e => e.Step == HarvestStep.Refused).ToLookup(e => e.Subject, e => e.Detail);
        return new ProvinceScore
        {
            Reports = reports.Count,
            Traps = open.Sum(s => s.Hazards.Count),
            Missed = [.. reports.Where(r => !r.Report.Carriers.Any(c => stored.Contains($"{Hash(c)} {r.Report.Year}"))).Select(r => $"{Of(r.Site)} {r.Report.Agency} {r.Report.Year} {r.Site.Address(r.Report.Path)}")],
            Misfiled = [.. reports.Where(r => r.Report.Carriers.SelectMany(c => filed[Hash(c)]).Any(agency => agency != r.Report.Agency)).Select(r => $"{Of(r.Site)} {r.Report.Agency} {r.Report.Year}: {string.Join(", ", r.Report.Carriers.SelectMany(c => filed[Hash(c)]))}")],
            Unsaid = [.. province.Sites.Where(s => s.Family.NeedsBrowser && !s.IsClosed && !night.Events.Any(e => e.Step == HarvestStep.Unexpected && e.Source == $"s{s.Number}" && e.Detail.StartsWith("needs a browser", StringComparison.Ordinal))).Select(s => s.Host)],
            Wrong =
            [
                .. DataFolder.Query(data, "SELECT url FROM link").Where(url => !known.Contains(url)),
                .. DataFolder.Query(data, "SELECT url || ' ' || sha256 FROM reading WHERE figures > 0").Where(r => !carriers.Contains(r[^64..])),
            ],
            Caught = [.. open.SelectMany(s => s.Hazards.Where(h => !refused[s.Address(h.Path)].Any(d => d.StartsWith(h.Refusal, StringComparison.Ordinal))).Select(h => $"{s.Address(h.Path)}: {string.Join("; ", refused[s.Address(h.Path)])}, not {h.Refusal}"))],
        };
    }

    static string Of(ProvinceSite site) => $"[{Province.FamilyOf(site)}, {site.Fault}]";

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
