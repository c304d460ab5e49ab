using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>Sources as a table: one a row.</summary>
static class SourceTable
{
    public static IReadOnlyList<Source> Read(string file, byte[] bytes, IReadOnlyList<Source> known)
    {
        var table = GivenTable.Read(file, bytes, TableWords.Known.Sources, "key", "agency", "address");
        var keys = known.ToDictionary(source => source.Key, _ => "the list");
        var addresses = known.DistinctBy(source => source.Address).ToDictionary(source => source.Address, source => source.Key);
        var sources = new List<Source>();
        foreach (var row in table.Rows)
        {
            var source = Of(row);
            if (source is null) continue;
            if (SourceList.Objection(source) is { } objection) row.Wrong(objection);
            if (!addresses.TryAdd(source.Address, source.Key)) row.Wrong($"栏目已属 {addresses[source.Address]}。The address is that of {addresses[source.Address]}.");
            if (!keys.TryAdd(source.Key, $"line {row.Line}")) row.Wrong($"key {source.Key} 已有。The key is given already, in {keys[source.Key]}.");
            sources.Add(source);
        }
        table.ThrowIfWrong();
        return sources;
    }

    static Source? Of(GivenRow row)
    {
        var agencies = row.Needed("agency").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!Uri.TryCreate(row.Needed("address"), UriKind.Absolute, out var address))
        {
            row.Wrong("address 不是网址。address is no address.");
            return null;
        }
        var (min, max, from) = (row.Number("min"), row.Number("max"), row.Number("from"));
        if (min is null != max is null) row.Wrong("最少和最多要一起填。min and max belong together.");
        if (from is null && row.Text("to") is not null) row.Wrong("有终止年度而无起始年度。to without from.");
        return new Source
        {
            Key = row.Needed("key"), Agency = agencies.Length == 1 ? agencies[0] : "", Agencies = agencies.Length > 1 ? agencies : [], Address = address,
            Listing = row.Text("listing"), Note = row.Text("note"), Verified = row.Day("verified", last: false), Certificate = row.Text("certificate"),
            Scope = row.Word("scope", TableWords.Known.Scopes) is { } scope ? Enum.Parse<SourceScope>(scope, ignoreCase: true) : null,
            Years = from is { } first ? new ExpectedYears(first, row.Number("to")) : null,
            Expect = min is { } least && max is { } most ? new Expectation(least, most) : null,
        };
    }
}
