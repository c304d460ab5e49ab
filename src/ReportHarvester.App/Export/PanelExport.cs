using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>What a release of the panel is called, and who publishes it.</summary>
sealed record Release(string Version, DateOnly Day, DateTimeOffset Newest, string Author);

/// <summary>Writes the panel as one folder, which is there whole or not at all. The same store and program give the same bytes.</summary>
sealed class PanelExport(ReportStore store, string target)
{
    static readonly IReadOnlyList<PanelTable> Tables = [PanelTable.Reports, PanelTable.Figures, PanelTable.Measures, WidePanel.Table, PanelTable.Changes, PanelTable.Codebook];

    /// <summary>The tables that are the same in two releases of the same data.</summary>
    public static IReadOnlyList<PanelTable> Data { get; } = [.. Tables.Where(table => table != PanelTable.Changes)];

    // What a killed export left under this name is written over by the next one.
    readonly string folder = Path.TrimEndingDirectorySeparator(target) + ".part";

    /// <param name="previous">The folder of the release before; null if there is none.</param>
    /// <param name="version">Null: the day in China on which last something was read, put right, decided, found, registered or due in vain, with a number after it where the release before is of that day too and has other data.</param>
    /// <exception cref="TargetExistsException">There is something already.</exception>
    public async Task<(Release Release, int Reports)> Write(string? previous, string? version, string author, CancellationToken cancellationToken)
    {
        if (Path.Exists(target)) throw new TargetExistsException($"已存在，不覆盖。{target} exists and is not written over.");
        using var panel = new Panel(store);
        using var changes = previous is null ? null : new PanelChanges(Path.Combine(previous, "panel.db"), panel.Reports);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var newest = panel.Newest;
        var day = BeijingTime.Date(newest);
        await WriteTables(panel, changes, cancellationToken);
        var ofDay = day.ToString("yyyy.MM.dd");
        var release = new Release(version ?? (previous is null ? ofDay : PreviousRelease.After(previous, ofDay, folder)), day, newest, author);
        WriteWorkbook(panel, release, cancellationToken);
        await new PanelPapers(folder, Tables, release, panel.Reports).Write(cancellationToken);
        Directory.Move(folder, target);
        return (release, panel.Reports.Count(report => report.Reading is not null));
    }

    async Task WriteTables(Panel panel, PanelChanges? changes, CancellationToken cancellationToken)
    {
        using var database = new PanelDatabase(In("panel.db"), Tables);
        await using var files = new PanelFiles(folder, Tables);
        async ValueTask Add(PanelTable table, object?[] row, int? year = null)
        {
            database.Add(table, row);
            await files.Add(table, row, year);
        }
        foreach (var row in CodebookRows.All) await Add(PanelTable.Codebook, row);
        foreach (var report in panel.Read(cancellationToken))
        {
            await Add(PanelTable.Reports, PanelRows.Report(report));
            if (report.Reading is null) continue;
            foreach (var row in PanelRows.Figures(report)) await Add(PanelTable.Figures, row, report.Year);
            foreach (var row in PanelRows.Measures(report)) await Add(PanelTable.Measures, row);
            await Add(WidePanel.Table, WidePanel.Row(report));
            foreach (var row in changes?.Of(report) ?? []) await Add(PanelTable.Changes, row);
        }
        foreach (var row in changes?.Gone() ?? []) await Add(PanelTable.Changes, row);
        database.Finish();
    }

    void WriteWorkbook(Panel panel, Release release, CancellationToken cancellationToken)
    {
        using var file = File.Create(In("panel.xlsx"));
        using var book = new Workbook(file);
        book.Add("说明 notes", ["说明", "notes"], PanelNotes.Rows(release, panel.Reports));
        book.Add("面板 panel", Heads(WidePanel.Table), panel.Read(cancellationToken).Where(report => report.Reading is not null).Select(WidePanel.Row));
        book.Add("报告 reports", Heads(PanelTable.Reports), panel.Reports.Select(PanelRows.Report));
        book.Add("编码 codebook", Heads(PanelTable.Codebook), CodebookRows.All);
    }

    static IReadOnlyList<string> Heads(PanelTable table) => [.. table.Columns.Select(column => column.Name)];

    string In(string name) => Path.Combine(folder, name);
}
