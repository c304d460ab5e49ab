using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>What goes with the data of a release: description, codebook, citation, loaders, and the sums of all files.</summary>
sealed class PanelPapers(string folder, IReadOnlyList<PanelTable> tables, Release release, IReadOnlyList<PanelReport> reports)
{
    public async Task Write(CancellationToken cancellationToken)
    {
        await Text("codebook.md", CodebookText.Of(tables, PanelNotes.Of(release, reports)), cancellationToken);
        await Text("CITATION.cff", Citation(), cancellationToken);
        await Text("load.py", Loaders.Pandas, cancellationToken);
        await Text("load.R", Loaders.R(tables), cancellationToken);
        await Text("load.do", Loaders.Stata(WidePanel.Table), cancellationToken);
        await Text("metadata.json", Json(Metadata()), cancellationToken);
        await Text("datapackage.json", Json(DataPackage.Of(folder, tables, release, await Sums(cancellationToken))), cancellationToken);
        var sums = await Sums(cancellationToken);
        await Text("SHA256SUMS", string.Concat(sums.Select(sum => $"{sum.Hash}  {sum.Path}\n")), cancellationToken);
    }

    async Task<IReadOnlyList<(string Path, string Hash)>> Sums(CancellationToken cancellationToken)
    {
        var sums = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            sums.Add((Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), hash));
        }
        return sums;
    }

    // For Datasette: what its pages say of each table and column.
    object Metadata() => new
    {
        Title = $"{PanelNotes.Title} {PanelNotes.English}", Description = string.Join(" ", PanelNotes.Of(release, reports).Select(note => note.Chinese + note.English)),
        Databases = new Dictionary<string, object>
        {
            ["panel"] = new
            {
                Tables = tables.ToDictionary(table => table.Name, table => new
                {
                    Description = $"{table.Chinese} {table.English}",
                    Columns = table.Columns.Where(column => !column.Flat).ToDictionary(column => column.Name, column => $"{column.Chinese} {column.English}"),
                }),
            },
        },
    };

    string Citation() => $"""
        cff-version: 1.2.0
        message: "引用本数据请注明版本。Please cite the release that you use."
        type: dataset
        title: "{PanelNotes.Title} ({PanelNotes.English})"
        version: {Quoted(release.Version)}
        date-released: "{release.Day:yyyy-MM-dd}"
        authors:
          - name: {Quoted(release.Author)}

        """;

    static string Quoted(string text) => JsonSerializer.Serialize(text, ReadingJson.Options);

    static string Json(object value) => JsonSerializer.Serialize(value, ReadingJson.Indented) + "\n";

    Task Text(string name, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, new UTF8Encoding(false), cancellationToken);
}
