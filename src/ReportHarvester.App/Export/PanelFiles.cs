using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>The CSV file of every table, and the figures by year as Parquet.</summary>
sealed class PanelFiles(string folder, IReadOnlyList<PanelTable> tables) : IAsyncDisposable
{
    readonly Dictionary<string, IPanelFile> files = tables.ToDictionary(table => table.Name, table => (IPanelFile)new CsvFile(Path.Combine(folder, table.Name + ".csv"), table));
    readonly Dictionary<int, IPanelFile> years = [];

    /// <param name="year">Where it belongs in a table that is parted by years.</param>
    public async ValueTask Add(PanelTable table, object?[] row, int? year)
    {
        await files[table.Name].Add(row);
        if (year is { } partition) await (years.GetValueOrDefault(partition) ?? await Begin(table, partition)).Add(row);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in files.Values.Concat(years.Values)) await file.DisposeAsync();
    }

    async Task<IPanelFile> Begin(PanelTable table, int year)
    {
        var partition = Directory.CreateDirectory(Path.Combine(folder, "parquet", table.Name, $"year={year}"));
        return years[year] = await ParquetFile.Create(Path.Combine(partition.FullName, $"{table.Name}.parquet"), table);
    }
}
