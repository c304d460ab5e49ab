using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>The description of a release as a Data Package (specs.frictionlessdata.io), so that programs know its tables.</summary>
static class DataPackage
{
    public static object Of(string folder, IReadOnlyList<PanelTable> tables, Release release, IReadOnlyList<(string Path, string Hash)> sums) => new
    {
        Profile = "data-package", Name = "government-information-disclosure-reports", Title = $"{PanelNotes.Title} {PanelNotes.English}",
        release.Version, Created = PanelRows.Time(release.Newest), Contributors = new[] { new { Title = release.Author, Role = "publisher" } },
        Resources = (IReadOnlyList<object>)[.. sums.Select(sum => Resource(folder, tables, sum.Path, sum.Hash))],
    };

    static object Resource(string folder, IReadOnlyList<PanelTable> tables, string path, string hash)
    {
        var bytes = new FileInfo(Path.Combine(folder, path)).Length;
        var format = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        if (format != "csv")
            return new { Name = path.Replace('/', '-').Replace('=', '-').ToLowerInvariant(), Path = path, Format = format, Bytes = bytes, Hash = "sha256:" + hash, Profile = "data-resource" };
        var table = tables.Single(table => path == table.Name + ".csv");
        return new
        {
            table.Name, Path = path, Title = table.Chinese, Description = table.English, Format = format, Mediatype = "text/csv", Encoding = "utf-8",
            Bytes = bytes, Hash = "sha256:" + hash, Profile = "tabular-data-resource", Schema = Schema(table),
        };
    }

    static Dictionary<string, object> Schema(PanelTable table)
    {
        var schema = new Dictionary<string, object> { ["fields"] = table.Columns.Select(Field), ["missingValues"] = new[] { "" } };
        if (table.Key.Count > 0) schema["primaryKey"] = table.Key;
        if (table.Links.Count > 0) schema["foreignKeys"] = table.Links.Select(link => new { Fields = link.Columns, Reference = new { Resource = link.Table, Fields = link.Columns } });
        return schema;
    }

    static Dictionary<string, object> Field(PanelColumn column)
    {
        var field = new Dictionary<string, object> { ["name"] = column.Name, ["type"] = column.Type, ["title"] = column.Chinese, ["description"] = column.English };
        var constraints = new Dictionary<string, object>();
        if (column.Required) constraints["required"] = true;
        if (column.Among.Count > 0) constraints["enum"] = column.Among;
        if (constraints.Count > 0) field["constraints"] = constraints;
        return field;
    }
}
